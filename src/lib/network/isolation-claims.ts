import type { Claim } from '#lib/domain/entities.ts';
import type { IsolationRow } from './model.ts';

/** Claims about whether a structure stands apart have this property, or `isolation:ID` for one project. */
const PROPERTY = 'isolation';

/** What the property of such a claim is called: anywhere, or in one project alone. */
export const isolationProperty = (projectId?: string): string =>
	projectId === undefined ? PROPERTY : `${PROPERTY}:${projectId}`;

/**
 * The same rows with what people say of them: `documented` once somebody states that the structure
 * stands apart (`exists`), `disputed` once somebody denies it. Both stand side by side; claims to be
 * checked again say nothing. What is said of one project counts there alone. Linear in rows and claims.
 */
export function withClaims<T extends IsolationRow>(
	rows: readonly T[],
	claims: readonly Claim[],
	projectId?: string
): T[] {
	const properties = new Set([isolationProperty(), isolationProperty(projectId)]);
	const said = new Map<string, Set<Claim['says']>>();
	for (const { aboutId, property, says, how, toCheck } of claims) {
		if (property === undefined || !properties.has(property)) continue;
		if (how !== 'stated' || toCheck) continue;
		said.set(aboutId, (said.get(aboutId) ?? new Set()).add(says));
	}
	return rows.map((row) => {
		const about = said.get(row.actorId);
		if (!about) return row;
		return {
			...row,
			certainty: about.has('exists') ? ('documented' as const) : row.certainty,
			...(about.has('denies') ? { disputed: true as const } : {})
		};
	});
}

import { claimsByAbout } from '#lib/domain/claims.ts';
import type { Claim } from '#lib/domain/entities.ts';
import { statementsIn } from '#lib/domain/isolation-statements.ts';
import type { IsolationRow } from './model.ts';

/**
 * The same rows with what people say of them: `documented` once somebody states that the structure
 * stands apart, `disputed` once somebody denies it. Both stand side by side; claims to be checked again
 * say nothing. What is said of one project counts there alone. Linear in rows and claims.
 */
export function withClaims<T extends IsolationRow>(
	rows: readonly T[],
	claims: readonly Claim[],
	projectId?: string
): T[] {
	const about = claimsByAbout(claims);
	return rows.map((row) => {
		const said = statementsIn(about.get(row.actorId) ?? [], { of: projectId });
		if (said.length === 0) return row;
		const isConfirmed = said.some(({ says }) => says === 'exists');
		return {
			...row,
			certainty: isConfirmed ? ('documented' as const) : row.certainty,
			...(said.some(({ says }) => says === 'denies') ? { disputed: true as const } : {})
		};
	});
}

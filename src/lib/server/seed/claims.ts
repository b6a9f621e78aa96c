import type { Claim, Source } from '#lib/domain/entities.ts';

/** Properties of a project that its `factsSources` speak for. */
const FACT_PROPERTIES = ['services', 'publics', 'economicModel', 'evaluation', 'figures'] as const;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
const short = (sourceId: string): string => sourceId.replace(/^src-/, '');

/** Who speaks through a source, and when: the source's own date, not the day it was read. */
function spokenBy(
	source: Source | undefined,
	sourceId: string
): Pick<Claim, 'by' | 'sourceId'> & Partial<Pick<Claim, 'firstSeen' | 'lastSeen'>> {
	const by = source?.publisherId ?? source?.publisher ?? source?.name ?? sourceId;
	const year = source?.year === undefined ? undefined : String(source.year);
	return { by, sourceId, ...(year && { firstSeen: year, lastSeen: year }) };
}

type Sources = ReadonlyMap<string, Source>;

/** One claim per cited source that the thing exists. Its id follows from both, so it never moves. */
export const existenceClaims = (
	aboutId: string,
	cited: readonly string[],
	how: Claim['how'],
	sources: Sources
): Claim[] =>
	cited.map((sourceId) => ({
		id: `claim-${aboutId}-${short(sourceId)}`,
		aboutId,
		says: 'exists',
		how,
		...spokenBy(sources.get(sourceId), sourceId)
	}));

/** One claim per cited source on each fact of a project that is filled. */
export const factClaims = (
	aboutId: string,
	facts: Readonly<Record<string, unknown>>,
	cited: readonly string[],
	sources: Sources
): Claim[] =>
	FACT_PROPERTIES.flatMap((property) => {
		const value = facts[property];
		if (value === undefined) return [];
		return cited.map((sourceId): Claim => ({
			id: `claim-${aboutId}-${kebab(property)}-${short(sourceId)}`,
			aboutId,
			property,
			says: 'value',
			value: JSON.stringify(value),
			how: 'stated',
			...spokenBy(sources.get(sourceId), sourceId)
		}));
	});

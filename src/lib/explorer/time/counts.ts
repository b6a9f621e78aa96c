import type { Filters } from '#lib/domain/view-state/state.ts';
import type { Faceted } from '#lib/network/facets.ts';
import type { NetworkEdge } from '#lib/network/model.ts';
import { statusAlive, type YearChange } from '#lib/network/years.ts';
import type { ChangeCounts } from './words.ts';

/** Relations that would be shown in a year they are alive in: every filter but the years. */
export const datable = (
	edges: readonly NetworkEdge[],
	{ anyYear }: Pick<Faceted, 'anyYear'>,
	{ statuses }: Pick<Filters, 'statuses'>
): NetworkEdge[] =>
	edges.filter((edge, place) => {
		if (anyYear[place] !== 1) return false;
		const status = statusAlive(edge);
		return status !== undefined && statuses.has(status);
	});

/** How many of the relations shown, and of them how many with no known start. */
export const countShown = (edges: readonly NetworkEdge[]): { alive: number; undated: number } => ({
	alive: edges.length,
	undated: edges.filter(({ since }) => since === undefined).length
});

/** What became of the relations shown. */
export function countChanges(
	changes: readonly (YearChange | undefined)[],
	shown: Uint8Array
): ChangeCounts {
	const counts = { created: 0, ended: 0, renewed: 0, kept: 0 };
	changes.forEach((change, place) => {
		if (change && shown[place] === 1) counts[change]++;
	});
	return counts;
}

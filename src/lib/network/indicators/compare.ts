/** What differs between networks, and what cannot be concluded. Pure. */
import { FIGURE_IDS, FIGURES, type Figure, type FigureId } from './model.ts';

/** `clear`: no range reaches the other; `within`: ranges meet; `small`: measured on too few; `same`. */
export type Verdict = 'clear' | 'within' | 'small' | 'same';

/** One figure across networks; `highest` and `lowest` are places in the list compared. */
export interface Difference {
	id: FigureId;
	highest: number;
	lowest: number;
	verdict: Verdict;
	/** Places of the networks where it is not known. */
	unknown: readonly number[];
}

/** What two shares print alike, or two means, is the same to a reader. */
const NEAR: Readonly<Record<string, number>> = { share: 0.01, index: 0.01 };
const NEAR_OTHERWISE = 0.1;

const low = ({ value = 0, range }: Figure): number => range?.low ?? value;
const high = ({ value = 0, range }: Figure): number => range?.high ?? value;

function verdictOf(id: FigureId, top: Figure, bottom: Figure): Verdict {
	const near = NEAR[FIGURES[id].unit] ?? NEAR_OTHERWISE;
	if ((top.value ?? 0) - (bottom.value ?? 0) < near) return 'same';
	if (top.small || bottom.small) return 'small';
	return low(top) > high(bottom) ? 'clear' : 'within';
}

/**
 * For each figure known in two networks at least: where it is highest and lowest, and whether that can be
 * said. Ranges that meet conclude nothing: a difference is told only where it would stand if each figure
 * were at the end of its range nearest to the other.
 */
export function differencesBetween(networks: readonly (readonly Figure[])[]): Difference[] {
	return FIGURE_IDS.flatMap((id): Difference[] => {
		const found = networks.map((figures) => figures.find((figure) => figure.id === id));
		const known = found.flatMap((figure, at) =>
			figure?.value === undefined ? [] : [{ at, figure, value: figure.value }]
		);
		const sorted = [...known].sort((a, b) => b.value - a.value || a.at - b.at);
		const [top] = sorted;
		const bottom = sorted.at(-1);
		if (!top || !bottom || known.length < 2) return [];
		return [
			{
				id,
				highest: top.at,
				lowest: bottom.at,
				verdict: verdictOf(id, top.figure, bottom.figure),
				unknown: found.flatMap((figure, at) => (figure?.value === undefined ? [at] : []))
			}
		];
	});
}

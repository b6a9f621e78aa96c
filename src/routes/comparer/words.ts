import { figureName, figureValue } from '#lib/i18n/figure-values.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Difference } from '#lib/network/indicators/compare.ts';
import type { FigureId } from '#lib/network/indicators/model.ts';
import type { MeasuredNetwork } from '../figures/file.ts';

/** What the comparison says, in sentences. */
export interface SaidDifferences {
	/** One sentence each. */
	clear: string[];
	/** Names of the figures that differ without anything to conclude from it. */
	within: string;
	small: string;
	same: string;
}

const join = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

/** Differences that can be told as sentences, the others as lists of what cannot. */
export function saidDifferences(
	differences: readonly Difference[],
	networks: readonly MeasuredNetwork[]
): SaidDifferences {
	const value = (at: number, id: FigureId): string => {
		const figure = networks[at]?.indicators.figures.find((each) => each.id === id);
		return figure ? figureValue(figure) : '';
	};
	const named = (verdict: Difference['verdict']): string =>
		join(
			differences
				.filter((each) => each.verdict === verdict)
				.map(({ id }) => figureName(id).toLocaleLowerCase(getLocale()))
		);
	return {
		clear: differences
			.filter(({ verdict }) => verdict === 'clear')
			.map(({ id, highest, lowest }) =>
				m.compare_difference({
					figure: figureName(id),
					high: networks[highest]?.title ?? '',
					highValue: value(highest, id),
					low: networks[lowest]?.title ?? '',
					lowValue: value(lowest, id)
				})
			),
		within: named('within'),
		small: named('small'),
		same: named('same')
	};
}

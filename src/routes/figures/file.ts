import { FIGURES } from '#lib/network/indicators/model.ts';
import type { NetworkFigures } from '#lib/server/catalogue/indicators.ts';
import type { FigureExport, FigureRow } from '#lib/export/figures.ts';
import { coverageSentence, sayFigure } from '#lib/i18n/figure-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The figures of one network, and what its structures are called. */
export interface MeasuredNetwork {
	title: string;
	isProject: boolean;
	indicators: NetworkFigures;
	nameOf: (id: string) => string;
}

function rowsOf({ title, isProject, indicators, nameOf }: MeasuredNetwork): FigureRow[] {
	const coverage = coverageSentence(indicators.coverage);
	return indicators.figures.map((figure) => {
		const { id, value, range, expected, base, known, small } = figure;
		return {
			...{ network: title, day: indicators.day, coverage, id, unit: FIGURES[id].unit },
			...{ value, low: range?.low, high: range?.high, expected, base, known, small },
			...sayFigure(figure, nameOf, isProject)
		};
	});
}

/** What a file of figures holds, in the reader's language. */
export const figureExport = (networks: readonly MeasuredNetwork[]): FigureExport => ({
	title: m.figures_file_title(),
	licence: m.takeaway_licence(),
	rows: networks.flatMap(rowsOf)
});

/** What the columns of the file mean, by name. */
export const figureColumns = (): Record<string, string> => ({
	network: m.figures_column_network(),
	day: m.figures_column_day(),
	coverage: m.figures_column_coverage(),
	value: m.figures_column_value(),
	low: m.figures_column_low(),
	high: m.figures_column_high(),
	expected: m.figures_column_expected(),
	base: m.figures_column_base(),
	known: m.figures_column_known(),
	unit: m.figures_column_unit(),
	small: m.figures_column_small(),
	sentence: m.figures_column_sentence(),
	trust: m.figures_column_trust(),
	formula: m.figures_column_formula()
});

import {
	FIGURE_FAMILIES,
	FIGURES,
	type FigureFamily,
	type FigureId
} from '#lib/network/indicators/model.ts';
import { coverageSentence, figureSentence, figureTrust } from '#lib/i18n/figure-sentences.ts';
import { figureFamily, figureFormula, figureName, figureValue } from '#lib/i18n/figure-values.ts';
import type { MeasuredNetwork } from './file.ts';

/** A figure ready to show: words only. */
export interface FigureLine {
	id: FigureId;
	name: string;
	formula: string;
	value: string;
	/** False when the value is not known. */
	isKnown: boolean;
	isSmall: boolean;
	sentence: string;
	trust: string;
	/** Where the value and its range stand on a scale from 0 to 1, for shares. */
	scale?: { value: number; low: number; high: number; expected?: number | undefined } | undefined;
}

export interface FigureLines {
	day: string;
	documented: boolean;
	/** How well it was collected, in a sentence. */
	coverage: string;
	structures: number;
	families: { family: FigureFamily; label: string; lines: FigureLine[] }[];
}

function lineOf(
	figure: MeasuredNetwork['indicators']['figures'][number],
	{ nameOf, isProject }: MeasuredNetwork
): FigureLine {
	const { id, value, range, expected, small } = figure;
	const { unit } = FIGURES[id];
	const onScale = value !== undefined && (unit === 'share' || unit === 'index');
	return {
		id,
		name: figureName(id),
		formula: figureFormula(id),
		value: figureValue(figure),
		isKnown: value !== undefined,
		isSmall: small,
		sentence: figureSentence(figure, nameOf, isProject),
		trust: figureTrust(figure),
		scale: onScale
			? { value, low: range?.low ?? value, high: range?.high ?? value, expected }
			: undefined
	};
}

/** The figures of a network in words, by family. */
export function figureLines(measured: MeasuredNetwork): FigureLines {
	const { day, documented, coverage, figures } = measured.indicators;
	return {
		day,
		documented,
		coverage: coverageSentence(coverage),
		structures: figures.find(({ id }) => id === 'structures')?.value ?? 0,
		families: FIGURE_FAMILIES.map((family) => ({
			family,
			label: figureFamily(family),
			lines: figures
				.filter(({ id }) => FIGURES[id].family === family)
				.map((figure) => lineOf(figure, measured))
		}))
	};
}

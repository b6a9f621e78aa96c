import { isolatedStructures } from '#lib/network/isolation.ts';
import { indicatorSteps } from '#lib/network/indicators/indicators.ts';
import { inOneGo } from '#lib/network/steps.ts';
import {
	FIGURE_FAMILIES,
	FIGURE_IDS,
	FIGURES,
	type FigureId
} from '#lib/network/indicators/model.ts';
import { figureSentence } from '#lib/i18n/figure-sentences.ts';
import { figureFamily, figureFormula, figureName, figureValue } from '#lib/i18n/figure-values.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { EXAMPLE_YEARS, FIGURE_EXAMPLES } from './examples.ts';
import { trial } from './trial.ts';
import { figureHelp } from './words.ts';
import type { PageServerLoad } from './$types';

/** The figure itself, measured on the little network drawn beside it. */
function onExample(id: FigureId): { value: string; sentence: string } {
	const { network } = FIGURE_EXAMPLES[id];
	const { figures } = inOneGo(
		indicatorSteps(network, isolatedStructures(network), {
			sourceYears: EXAMPLE_YEARS,
			coverages: []
		})
	);
	const figure = figures.find((each) => each.id === id);
	if (!figure) return { value: m.figures_unknown(), sentence: '' };
	return { value: figureValue(figure), sentence: figureSentence(figure, (each) => each) };
}

export const load: PageServerLoad = () => ({
	trial: trial(),
	families: FIGURE_FAMILIES.map((family) => ({
		family,
		label: figureFamily(family),
		figures: FIGURE_IDS.filter((id) => FIGURES[id].family === family).map((id) => ({
			id,
			name: figureName(id),
			formula: figureFormula(id),
			help: figureHelp(id),
			...onExample(id)
		}))
	}))
});

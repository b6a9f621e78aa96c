import { figureName, figureValue } from '#lib/i18n/figure-values.ts';
import { counted, dateLabel } from '#lib/i18n/labels.ts';
import { differenceSentences, type Known } from '#lib/i18n/scenario-sentences.ts';
import { FIGURES, type Figure } from '#lib/network/indicators/model.ts';
import { isApart } from '#lib/network/isolation.ts';
import type { PreparedNetwork } from '#lib/server/catalogue.ts';
import type { ScenarioPicture } from '#lib/server/catalogue/scenarios.ts';
import { picturesOf } from './pictures.server.ts';

/** Counts of a picture, each with its noun. */
export const summaryOf = ({ network, isolated }: PreparedNetwork) => ({
	structures: counted.structures(
		network.nodes.filter(({ member, label }) => member && (label === 'Actor' || label === 'Funder'))
			.length
	),
	apart: counted.apart(isolated.filter(isApart).length)
});

/** Nothing planned has a source: figures of proof would only say that. */
export const isShown = ({ id }: Figure): boolean => FIGURES[id].family !== 'proof';

function figuresOf({ figures: { before, after } }: ScenarioPicture) {
	const lines = before.figures.filter(isShown).flatMap((was) => {
		const is = after.figures.find(({ id }) => id === was.id);
		if (!is) return [];
		const [from, to] = [figureValue(was), figureValue(is)];
		const name = figureName(was.id);
		return [{ id: was.id, name, from, to, isSmall: is.small, differs: from !== to }];
	});
	return {
		differing: lines.filter(({ differs }) => differs),
		same: lines.flatMap(({ differs, name }) => (differs ? [] : name))
	};
}

/** Before and after: drawings, what would change in sentences, figures. */
export function beforeAfterOf(picture: ScenarioPicture, known: Known) {
	const { before, after, differences } = picture;
	return {
		day: dateLabel(before.network.day),
		pictures: picturesOf(picture),
		summary: { before: summaryOf(before), after: summaryOf(after) },
		differences: differenceSentences(differences, (id) => known.end(id).name),
		figures: figuresOf(picture)
	};
}

import { error } from '@sveltejs/kit';
import { stepsOf, type Scenario } from '#lib/domain/scenario/scenario.ts';
import { figureName, figureValue } from '#lib/i18n/figure-values.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { differenceSentences, stepSentence } from '#lib/i18n/scenario-sentences.ts';
import type { App } from '#lib/server/app.ts';
import { isShown, summaryOf } from '../[id]/before-after.server.ts';
import { knownOf } from '../[id]/known.server.ts';
import { picturesOf } from '../[id]/pictures.server.ts';
import { baseOf, scenariosOf } from '#lib/explorer/planning/base.ts';
import { keptScenario } from '../kept.server.ts';
import type { PageServerLoad } from './$types';

/** One scenario as it is compared. @throws 404 when its project is gone */
async function sideOf({ catalogue }: App, scenario: Scenario) {
	const picture = await catalogue.scenarioPicture(scenario);
	if (!picture)
		error(404, {
			message: m.scenario_no_base({ name: scenario.baseName }),
			remedy: m.scenario_unknown_remedy()
		});
	const known = await knownOf(catalogue.repository, scenario, picture);
	const { id, name } = scenario;
	return {
		...{ id, name, figures: picture.figures, summary: summaryOf(picture.after) },
		picture: picturesOf(picture).after,
		differences: differenceSentences(picture.differences, (node) => known.end(node).name),
		steps: stepsOf(scenario).map(({ change }) => stepSentence(change, known))
	};
}

const only = (steps: readonly string[], others: readonly string[]): string[] =>
	steps.filter((step) => !others.includes(step));

export const load: PageServerLoad = async ({ params, locals: { app }, url }) => {
	const base = baseOf(params);
	const kept = await app.catalogue.repository.scenarios(base);
	const choices = kept
		.filter(({ scenario }) => scenario.deletedAt === undefined)
		.map(({ scenario: { id, name } }) => ({ id, name }));
	const asked = ['un', 'deux'].map((name) => url.searchParams.get(name) ?? '');
	const [first = '', second = ''] = asked;
	const frame = { scenarios: scenariosOf(base), choices, first, second };
	if (first === '' || second === '') return frame;
	const [a, b] = await Promise.all(
		[first, second].map(async (id) => sideOf(app, (await keptScenario(app, params, id)).scenario))
	);
	if (!a || !b) return frame;
	const figures = a.figures.before.figures.filter(isShown).flatMap((fact) => {
		const values = [a, b].map(({ figures: { after } }) =>
			after.figures.find(({ id }) => id === fact.id)
		);
		const cells = [fact, ...values].map((figure) => (figure ? figureValue(figure) : ''));
		const [was] = cells;
		return cells.every((cell) => cell === was) ? [] : [{ name: figureName(fact.id), cells }];
	});
	const sideShown = ({ id, name, picture, summary, differences }: typeof a) => ({
		...{ id, name, picture, summary, differences }
	});
	return {
		...frame,
		compared: {
			sides: [sideShown(a), sideShown(b)],
			figures,
			steps: [
				{ title: m.scenario_in_both(), steps: a.steps.filter((step) => b.steps.includes(step)) },
				{ title: m.scenario_only_in(a), steps: only(a.steps, b.steps) },
				{ title: m.scenario_only_in(b), steps: only(b.steps, a.steps) }
			].filter(({ steps }) => steps.length > 0)
		}
	};
};

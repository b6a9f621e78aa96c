import { json } from '@sveltejs/kit';
import { stepsOf, type Step } from '#lib/domain/scenario/scenario.ts';
import type { PlanAnswer } from '#lib/explorer/planning/answer.ts';
import { differenceSentences } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { encodePayload } from '#lib/network/payload.ts';
import { keptScenario } from '../../kept.server.ts';
import { knownOf } from '../known.server.ts';
import { choicesOf, editsOf, stepLines } from '../view.server.ts';
import type { RequestHandler } from './$types';

/** Ids of what a step brings, and of what it joins or ends. */
function namedBy({ change }: Step): Pick<PlanAnswer['steps'][number], 'brings' | 'concerns'> {
	if (change.op === 'modify' || change.op === 'end') return { brings: [], concerns: [change.id] };
	const relations = change.op === 'add' ? change.relations : [change.relation];
	const own = change.op === 'add' ? [change.node.id] : [];
	return {
		brings: [...own, ...relations.map(({ id }) => id)],
		concerns: relations.flatMap(({ source, target }) => [source, target])
	};
}

/** A scenario for the explorer: its steps, what it changes, and the network after. */
export const GET: RequestHandler = async ({ params, locals: { app } }) => {
	const { catalogue } = app;
	const { scenario, version } = await keptScenario(app, params, params.id);
	const picture = await catalogue.scenarioPicture(scenario);
	const known = await knownOf(catalogue.repository, scenario, picture);
	const steps = stepsOf(scenario);
	const lines = await stepLines(catalogue.repository, steps, picture, known);
	const answer: PlanAnswer = {
		...{ name: scenario.name, version, ...editsOf(scenario, known) },
		steps: steps.map((step, index) => ({
			id: step.id,
			sentence: lines[index]?.sentence ?? '',
			facts: lines[index]?.facts ?? '',
			note: step.note ?? '',
			problem: lines[index]?.problem?.sentence,
			...namedBy(step)
		})),
		differences: picture
			? differenceSentences(picture.differences, (node) => known.end(node).name)
			: [],
		...(picture
			? {
					drawn: {
						choices: choicesOf(picture, known),
						planned: [...picture.planned],
						network: encodePayload(picture.after, {
							fictional: catalogue.fictional,
							sourceNames: await catalogue.sourceNames(picture.after.network)
						})
					}
				}
			: { gone: m.scenario_no_base({ name: scenario.baseName }) })
	};
	return json(answer, { headers: { 'cache-control': 'no-store' } });
};

import { stepsOf, type Scenario, type Step } from '#lib/domain/scenario/scenario.ts';
import { byName } from '#lib/domain/sheets.ts';
import { isAlive } from '#lib/domain/status.ts';
import { foldText } from '#lib/domain/text.ts';
import { saidOf } from '#lib/explorer/insight/suggested.ts';
import {
	editSentence,
	problemSaid,
	relationSaid,
	stepFacts,
	stepSentence,
	type Known
} from '#lib/i18n/scenario-sentences.ts';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { isApart } from '#lib/network/isolation.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { ScenarioPicture } from '#lib/server/catalogue/scenarios.ts';
import type { Repository } from '#lib/server/repository.ts';

const MOST_SUGGESTED_FOR = 5;
const MOST_LEADS = 3;

/** Structures of the directory that bear the name of a planned one, and may be it. */
async function sameNamed(repository: Repository, { change }: Step) {
	if (change.op !== 'add') return [];
	const { name, label, commune } = { commune: undefined, ...change.node };
	const hits = await repository.search(name, 10);
	return hits
		.filter(
			(hit) =>
				hit.label === label &&
				foldText(hit.name) === foldText(name) &&
				(!commune || !hit.commune || foldText(hit.commune) === foldText(commune))
		)
		.map(({ id, name: found, commune: where }) => ({
			id,
			name: where ? `${found}, ${where}` : found
		}));
}

/** The steps as they are read, each with what stands in its way and what the facts have done of it. */
export const stepLines = (
	repository: Repository,
	steps: readonly Step[],
	picture: ScenarioPicture | undefined,
	known: Known
) =>
	Promise.all(
		steps.map(async (step) => {
			const problem = picture?.problems.find(({ stepId }) => stepId === step.id);
			return {
				id: step.id,
				sentence: stepSentence(step.change, known),
				facts: stepFacts(step),
				note: step.note ?? '',
				who: step.who ?? '',
				when: step.when ?? '',
				agreement: step.agreement,
				problem: problem && problemSaid(problem, step.change, known),
				found: await sameNamed(repository, step)
			};
		})
	);

const option = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** What the forms offer: the network as planned so far. */
export function choicesOf({ after, planned }: ScenarioPicture, known: Known) {
	const { nodes, edges, project } = after.network;
	const members = nodes.filter(({ member }) => member).sort(byName);
	return {
		structures: members.filter(({ label }) => label === 'Actor' || label === 'Funder').map(option),
		resources: members.filter(({ label }) => label === 'SharedResource').map(option),
		project: project && option(project),
		communes: project?.communes ?? [],
		ties: edges
			.filter(
				({ status, id, family }) => isAlive(status) && !planned.has(id) && family !== 'oversight'
			)
			.map((edge) => ({ id: edge.id, name: relationSaid(edge, known) }))
			.sort(byName)
	};
}

/** Partners for structures still apart once all is done. */
export async function suggestedFor(catalogue: Catalogue, { after, planned }: ScenarioPicture) {
	const apart = after.isolated.filter((row) => isApart(row) && !planned.has(row.actorId));
	const names = new Map(after.network.nodes.map(({ id, name }) => [id, name]));
	const found = await Promise.all(
		apart.slice(0, MOST_SUGGESTED_FOR).map(async ({ actorId }) => {
			const leads = await catalogue.suggestions(actorId);
			const nameOf = (id: string): string => leads?.nodes.get(id)?.name ?? id;
			const said = saidOf(
				leads?.suggestions.slice(0, MOST_LEADS) ?? [],
				(id) => leads?.nodes.get(id),
				{
					reason: (reason) => reasonPhrase(reason, nameOf),
					objection: objectionPhrase
				}
			);
			return { id: actorId, name: names.get(actorId) ?? actorId, leads: said };
		})
	);
	return found.filter(({ leads }) => leads.length > 0);
}

/** What undoing and doing again would do, in words. */
export function editsOf(scenario: Scenario, known: Known) {
	const { edits, done } = scenario;
	const last = edits[done - 1];
	const next = edits[done];
	return {
		undo: last && editSentence(last, stepsOf({ edits, done: done - 1 }), known),
		redo: next && editSentence(next, stepsOf(scenario), known)
	};
}

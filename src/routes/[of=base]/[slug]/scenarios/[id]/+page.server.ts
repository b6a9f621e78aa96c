import { fail, redirect } from '@sveltejs/kit';
import type { Relation } from '#lib/domain/entities.ts';
import { redone, stepsOf, undone, withEdit } from '#lib/domain/scenario/scenario.ts';
import type { Edit, Scenario, Step } from '#lib/domain/scenario/scenario.ts';
import { problemSaid } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { ConflictError } from '#lib/server/errors.ts';
import { ensureLocal, keptScenario, newId, textIn, textsOf } from '../kept.server.ts';
import type { FormName } from '#lib/explorer/planning/forms/fields.ts';
import { baseOf, explorerOf, scenariosOf } from '#lib/explorer/planning/base.ts';
import { circumstancesOf, ofProject, stepOf, WrongForm } from './step-form.server.ts';
import { beforeAfterOf } from './before-after.server.ts';
import { knownOf } from './known.server.ts';
import { choicesOf, editsOf, stepLines, suggestedFor } from './view.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { app } = locals;
	const { id } = params;
	const { scenario, version } = await keptScenario(app, params, id);
	const picture = await app.catalogue.scenarioPicture(scenario);
	const { repository } = app.catalogue;
	const known = await knownOf(repository, scenario, picture);
	const { name, note, baseName, archivedAt, deletedAt } = scenario;
	return {
		scenarios: scenariosOf(scenario.base),
		explorer: explorerOf(scenario.base, id),
		isProject: scenario.base.kind === 'project',
		scenario: { id, version, name, note, isArchived: archivedAt !== undefined },
		isDeleted: deletedAt !== undefined,
		baseName,
		editable: app.mode === 'local' && deletedAt === undefined,
		steps: await stepLines(repository, stepsOf(scenario), picture, known),
		edits: editsOf(scenario, known),
		beforeAfter: picture && beforeAfterOf(picture, known),
		choices: picture && choicesOf(picture, known),
		suggested: picture ? await suggestedFor(app.catalogue, picture) : []
	};
};

/** What the form held, to fill it again: the first value of each field. */
const valuesOf = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		[...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
	);

/** Reads a form, changes the scenario, keeps it; a refusal goes back with what was written. */
async function changed(
	{ locals: { app }, params, request }: RequestEvent,
	which: FormName | 'step' | 'name',
	change: (scenario: Scenario, form: FormData, at: string) => Promise<Scenario> | Scenario
) {
	ensureLocal(app);
	const form = await request.formData();
	const { scenario } = await keptScenario(app, params, params.id);
	const again = { which, step: textIn(form, 'step'), values: valuesOf(form) };
	try {
		const next = await change(scenario, form, new Date().toISOString());
		await app.catalogue.repository.saveScenario(next, Number(textIn(form, 'version')));
	} catch (problem) {
		if (problem instanceof WrongForm) return fail(400, { ...again, sentence: problem.message });
		if (!(problem instanceof ConflictError)) throw problem;
		return fail(409, { ...again, sentence: m.scenario_meanwhile() });
	}
	const place = which === 'name' ? '' : '#prevu';
	redirect(303, `${scenariosOf(baseOf(params))}/${params.id}${place}`);
}

/** The scenario with a step more, refused in a sentence when it does not fit. @throws WrongForm */
async function withStep(
	{ locals: { app } }: RequestEvent,
	scenario: Scenario,
	edit: Edit & { step: Step },
	at: string
): Promise<Scenario> {
	const next = withEdit(scenario, edit, at);
	const picture = await app.catalogue.scenarioPicture(next);
	const problem = picture?.problems.find(({ stepId }) => stepId === edit.step.id);
	if (!picture || !problem) return next;
	const known = await knownOf(app.catalogue.repository, next, picture);
	throw new WrongForm(problemSaid(problem, edit.step.change, known).sentence);
}

/** What the forms are read against: the network with the steps so far. */
async function contextOf({ locals: { app } }: RequestEvent, scenario: Scenario) {
	const picture = await app.catalogue.scenarioPicture(scenario);
	if (!picture) throw new WrongForm(m.scenario_no_base({ name: scenario.baseName }));
	const { nodes, edges, project } = picture.after.network;
	const ids = new Set(nodes.map(({ id }) => id));
	const relations = new Set(edges.map(({ id }) => id));
	return {
		repository: app.catalogue.repository,
		base: scenario.base,
		communes: project?.communes,
		isKnown: (id: string) => ids.has(id),
		isRelation: (id: string) => relations.has(id)
	};
}

const adding = (which: FormName) => (event: RequestEvent) =>
	changed(event, which, async (scenario, form, at) => {
		const step = await stepOf(which, form, await contextOf(event, scenario));
		return withStep(event, scenario, { op: 'add', step }, at);
	});

/** The step a form names. @throws WrongForm when it is gone */
function stepNamed(scenario: Scenario, form: FormData): Step {
	const step = stepsOf(scenario).find(({ id }) => id === textIn(form, 'step'));
	if (step) return step;
	throw new WrongForm(m.scenario_wrong_step());
}

export const actions: Actions = {
	/** Fields: `name`, and `note` when there is one. */
	renommer: (event) =>
		changed(event, 'name', (scenario, form, at) => {
			const texts = textsOf(form);
			if ('wrong' in texts) throw new WrongForm(texts.wrong);
			return { ...scenario, ...texts, updatedAt: at };
		}),
	structure: adding('structure'),
	lien: adding('lien'),
	ressource: adding('ressource'),
	financement: adding('financement'),
	fin: adding('fin'),
	territoire: adding('territoire'),
	/** Fields: `source` and `target`, a structure apart and the partner suggested to it. */
	rattacher: (event) =>
		changed(event, 'lien', async (scenario, form, at) => {
			const [source, target] = [textIn(form, 'source'), textIn(form, 'target')];
			const relation: Relation = {
				...{ id: newId('plan'), source, target, ...ofProject(scenario.base) },
				type: 'COOPERATES_WITH'
			};
			const step: Step = {
				...{ id: newId('etape'), change: { op: 'tie', relation }, agreement: 'hoped', at }
			};
			return withStep(event, scenario, { op: 'add', step }, at);
		}),
	/** Fields: `step`, and what is said around it. */
	preciser: (event) =>
		changed(event, 'step', async (scenario, form, at) => {
			const { id, change, at: since } = stepNamed(scenario, form);
			const step = { id, change, at: since, ...circumstancesOf(form) };
			return withStep(event, scenario, { op: 'replace', step }, at);
		}),
	/** Field: `step`. */
	retirer: (event) =>
		changed(event, 'step', (scenario, form, at) =>
			withEdit(scenario, { op: 'remove', stepId: stepNamed(scenario, form).id }, at)
		),
	/** Fields: `step`, and `fact`, the id of what a planned structure has become. */
	reprendre: (event) =>
		changed(event, 'step', async (scenario, form, at) => {
			const { id: stepId, change } = stepNamed(scenario, form);
			const [fact] = await event.locals.app.catalogue.repository.nodes([textIn(form, 'fact')]);
			const become = change.op === 'add' && fact ? { [change.node.id]: fact.id } : {};
			return withEdit(scenario, { op: 'absorb', stepId, become }, at);
		}),
	annuler: (event) => changed(event, 'step', (scenario, _, at) => undone(scenario, at)),
	refaire: (event) => changed(event, 'step', (scenario, _, at) => redone(scenario, at))
};

import { error, fail, redirect } from '@sveltejs/kit';
import { copyOf, stepsOf, type Base, type Scenario } from '#lib/domain/scenario/scenario.ts';
import { LONGEST_NAME } from '#lib/domain/scenario/schema.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { ConflictError } from '#lib/server/errors.ts';
import { baseOf, explorerOf, scenariosOf } from '#lib/explorer/planning/base.ts';
import { asked, ensureLocal, LOCAL, nameOf, newId, textIn, textsOf } from './kept.server.ts';
import type { Actions, PageServerLoad } from './$types';

const lineOf = ({ scenario, version }: { scenario: Scenario; version: number }) => ({
	...{ id: scenario.id, version, name: scenario.name, note: scenario.note },
	steps: stepsOf(scenario).length,
	changed: dateLabel(scenario.updatedAt.slice(0, 10))
});

const newest = (a: { scenario: Scenario }, b: { scenario: Scenario }): number =>
	a.scenario.updatedAt < b.scenario.updatedAt ? 1 : -1;

/** @throws 404 */
function unknown(base: Base): never {
	error(
		404,
		base.kind === 'project'
			? { message: m.explorer_project_unknown(), remedy: m.explorer_project_unknown_remedy() }
			: { message: m.explorer_ecosystem_bad(), remedy: m.explorer_ecosystem_bad_remedy() }
	);
}

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { catalogue, mode } = locals.app;
	const base = baseOf(params);
	const known = await nameOf(locals.app, base);
	const kept = (await catalogue.repository.scenarios(base)).sort(newest);
	const name = known ?? kept[0]?.scenario.baseName;
	if (name === undefined) unknown(base);
	const deleted = kept.filter(({ scenario }) => scenario.deletedAt !== undefined);
	const rest = kept.filter(({ scenario }) => scenario.deletedAt === undefined);
	return {
		base: {
			...{ name, isThere: known !== undefined, isProject: base.kind === 'project' },
			...{ explorer: explorerOf(base), scenarios: scenariosOf(base) }
		},
		editable: mode === 'local',
		current: rest.filter(({ scenario }) => scenario.archivedAt === undefined).map(lineOf),
		archived: rest.filter(({ scenario }) => scenario.archivedAt !== undefined).map(lineOf),
		deleted: deleted.map(lineOf),
		justDeleted: deleted.find(({ scenario }) => scenario.id === url.searchParams.get('supprime'))
			?.scenario.name
	};
};

/** Writes a scenario once changed, and goes back to the list. */
async function changed(
	{ locals, params, request }: Parameters<NonNullable<Actions[string]>>[0],
	change: (scenario: Scenario, at: string) => Scenario,
	after = ''
) {
	ensureLocal(locals.app);
	const { scenario, version } = await asked(locals.app, params, await request.formData());
	const at = new Date().toISOString();
	try {
		await locals.app.catalogue.repository.saveScenario(
			{ ...change(scenario, at), updatedAt: at },
			version
		);
	} catch (problem) {
		if (!(problem instanceof ConflictError)) throw problem;
		return fail(409, { sentence: m.scenario_meanwhile(), name: '', note: '' });
	}
	redirect(303, `${scenariosOf(scenario.base)}${after.replace('ID', scenario.id)}`);
}

export const actions: Actions = {
	/** Fields: `name`, and `note` when there is one. */
	creer: async ({ locals, params, request }) => {
		ensureLocal(locals.app);
		const { catalogue } = locals.app;
		const form = await request.formData();
		const texts = textsOf(form);
		if ('wrong' in texts)
			return fail(400, {
				...{ sentence: texts.wrong, name: textIn(form, 'name'), note: textIn(form, 'note') }
			});
		const base = baseOf(params);
		const baseName = await nameOf(locals.app, base);
		if (baseName === undefined) unknown(base);
		const at = new Date().toISOString();
		const scenario: Scenario = {
			...{ ...texts, id: newId('scn'), by: LOCAL, createdAt: at, updatedAt: at },
			...{ base, baseName, edits: [], done: 0 }
		};
		await catalogue.repository.saveScenario(scenario, 0);
		redirect(303, `${scenariosOf(base)}/${scenario.id}`);
	},
	copier: async ({ locals, params, request }) => {
		ensureLocal(locals.app);
		const { scenario } = await asked(locals.app, params, await request.formData());
		const name = m.scenario_copied_name({ name: scenario.name }).slice(0, LONGEST_NAME);
		const copy = copyOf(scenario, {
			...{ id: newId('scn'), name, by: LOCAL, at: new Date().toISOString() }
		});
		await locals.app.catalogue.repository.saveScenario(copy, 0);
		redirect(303, `${scenariosOf(copy.base)}/${copy.id}`);
	},
	archiver: (event) => changed(event, (scenario, at) => ({ ...scenario, archivedAt: at })),
	sortir: (event) => changed(event, (scenario) => ({ ...scenario, archivedAt: undefined })),
	supprimer: (event) =>
		changed(event, (scenario, at) => ({ ...scenario, deletedAt: at }), '?supprime=ID'),
	retablir: (event) => changed(event, (scenario) => ({ ...scenario, deletedAt: undefined }))
};

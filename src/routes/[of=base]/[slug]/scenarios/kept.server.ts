import { error } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import { LONGEST_NAME, LONGEST_NOTE } from '#lib/domain/scenario/schema.ts';
import { isKnownScope } from '#lib/domain/scope.ts';
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { baseOf } from '#lib/explorer/planning/base.ts';
import { regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { App } from '#lib/server/app.ts';
import type { StoredScenario } from '#lib/server/repository.ts';

/** Whose name a scenario bears where nobody has an account. */
export const LOCAL = 'local';

export const newId = (prefix: 'scn' | 'etape' | 'plan'): string => `${prefix}-${randomUUID()}`;

/** The parameters of every page of scenarios. */
interface Params {
	of: string;
	slug: string;
}

/** What a base is called now; `undefined` when there is no such project, or no such code. */
export async function nameOf(
	{ catalogue }: Pick<App, 'catalogue'>,
	base: Base
): Promise<string | undefined> {
	if (base.kind === 'project') return (await catalogue.network(base))?.network.project?.name;
	if (!isKnownScope(base)) return undefined;
	return base.kind === 'region'
		? regionLabel(base.code)
		: `${departementName(base.code)} (${base.code})`;
}

/** Planning is for the person at the keyboard. @throws 403 elsewhere */
export function ensureLocal({ mode }: App): void {
	if (mode !== 'local')
		error(403, { message: m.scenario_read_only(), remedy: m.scenario_read_only_remedy() });
}

const sameBase = (a: Base, b: Base): boolean =>
	a.kind === 'project'
		? b.kind === 'project' && a.id === b.id
		: b.kind === a.kind && a.code === b.code;

/** A scenario of this project or territory. @throws 404 when it is none of its */
export async function keptScenario(app: App, params: Params, id: string): Promise<StoredScenario> {
	const found = await app.catalogue.repository.scenario(id);
	if (found && sameBase(found.scenario.base, baseOf(params))) return found;
	error(404, {
		message: m.scenario_unknown({ id: id.slice(0, 80) }),
		remedy: m.scenario_unknown_remedy()
	});
}

export const textIn = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** The scenario a form is about, and the version its page was made from. */
export async function asked(
	app: App,
	params: Params,
	form: FormData
): Promise<{ scenario: Scenario; version: number }> {
	const { scenario } = await keptScenario(app, params, textIn(form, 'scenario'));
	const version = Number(textIn(form, 'version'));
	return { scenario, version: Number.isSafeInteger(version) ? version : -1 };
}

/** Name and note of a scenario, or what is wrong with them. Fields: `name`, and `note` when there is one. */
export const textsOf = (form: FormData) => {
	const name = textIn(form, 'name');
	const note = textIn(form, 'note');
	if (name === '' || name.length > LONGEST_NAME) return { wrong: m.scenario_wrong_name() };
	if (note.length > LONGEST_NOTE)
		return { wrong: m.scenario_wrong_long({ most: String(LONGEST_NOTE) }) };
	return { name, note: note === '' ? undefined : note };
};

import { error } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { App } from '#lib/server/app.ts';
import type { StoredScenario } from '#lib/server/repository.ts';

/** Whose name a scenario bears where nobody has an account. */
export const LOCAL = 'local';

export const newId = (prefix: 'scn' | 'etape' | 'plan'): string => `${prefix}-${randomUUID()}`;

export const baseOf = (slug: string): Base => ({ kind: 'project', id: slug });

/** Planning is for the person at the keyboard. @throws 403 elsewhere */
export function ensureLocal({ mode }: App): void {
	if (mode !== 'local')
		error(403, { message: m.scenario_read_only(), remedy: m.scenario_read_only_remedy() });
}

/** A scenario of this project. @throws 404 when it is none of its */
export async function keptScenario(app: App, slug: string, id: string): Promise<StoredScenario> {
	const found = await app.catalogue.repository.scenario(id);
	if (found?.scenario.base.kind === 'project' && found.scenario.base.id === slug) return found;
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
	slug: string,
	form: FormData
): Promise<{ scenario: Scenario; version: number }> {
	const { scenario } = await keptScenario(app, slug, textIn(form, 'scenario'));
	const version = Number(textIn(form, 'version'));
	return { scenario, version: Number.isSafeInteger(version) ? version : -1 };
}

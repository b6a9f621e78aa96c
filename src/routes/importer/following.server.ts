import { today } from '#lib/domain/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Understood } from '#lib/import/understand.ts';
import type { App } from '#lib/server/app.ts';
import { fitting, ofColumns, savedMappings } from '#lib/server/import/mappings.ts';
import { aside } from './aside/aside.server.ts';
import { Task, type End, type Told } from './aside/task.ts';
import type { Outcome, Seen } from './aside/work.ts';
import type { Draft, Underway } from './drafts.server.ts';

/** Most files are read, and written, while one waits; longer work is shown as it goes on. */
const SHORT_MS = 700;

/** What there is to show of a draft. */
export type State =
	| { underway: Told & { what: Underway['what'] } }
	| { seen: Seen }
	| { problem: string }
	/** Number of its revision, `null` when it said nothing new. */
	| { written: number | null }
	/** Reading it was stopped. */
	| { left: true };

/** What a preview depends on. */
const keyOf = async (app: App, { choices, who }: Draft): Promise<string> =>
	JSON.stringify([
		await app.catalogue.repository.dataRevision(),
		today(),
		getLocale(),
		choices,
		who
	]);

/** Reads a file with the choices made so far. */
function startReading(app: App, draft: Draft, key: string): Underway {
	const { file, choices, who } = draft;
	const task = new Task((following) => aside(app, 'preview', { file, choices, who }, following));
	return (draft.underway = { what: 'preview', key, task });
}

/** Writes a file with the choices made so far, unless it is being written. */
export function startWriting(app: App, draft: Draft): void {
	if (draft.underway?.what === 'write') return;
	draft.underway?.task.stop();
	const { file, choices, who } = draft;
	draft.unwritten = undefined;
	const task = new Task((following) => aside(app, 'write', { file, choices, who }, following));
	draft.underway = { what: 'write', task };
}

/** A file nobody chose anything for is read as those with its columns were. */
async function asBefore(app: App, draft: Draft, outcome: Outcome<'preview'>): Promise<boolean> {
	const isFirst = draft.fresh;
	draft.fresh = false;
	if (!isFirst || 'refused' in outcome) return false;
	const mapping = fitting(outcome.value.understood, await savedMappings(app.data));
	if (!mapping) return false;
	Object.assign(draft, { choices: ofColumns(mapping), used: mapping.name });
	return true;
}

/** Takes in how writing ended: the revision, or why nothing is written. @throws what nobody foresaw */
function endOfWriting(draft: Draft, end: End<Outcome<'write'>>): State | undefined {
	if ('error' in end) throw end.error;
	if ('stopped' in end) draft.unwritten = end;
	else if ('refused' in end.value) draft.unwritten = end.value;
	else if (end.value.value === undefined) draft.unwritten = { refused: m.import_write_asked() };
	else return { written: end.value.value };
	return undefined;
}

/** Takes in how reading ended. @throws what nobody foresaw */
async function endOfReading(
	app: App,
	draft: Draft,
	{ key, end }: { key: string; end: End<Outcome<'preview'>> }
): Promise<State | undefined> {
	if ('error' in end) throw end.error;
	if ('stopped' in end) return { left: true };
	if (!(await asBefore(app, draft, end.value))) draft.seen = { key, outcome: end.value };
	return undefined;
}

/**
 * What there is to show of a draft now: what is under way once it lasts, else what came of it.
 * @throws the repository's errors
 */
export async function stateOf(app: App, draft: Draft): Promise<State> {
	const until = performance.now() + SHORT_MS;
	for (;;) {
		const key = await keyOf(app, draft);
		if (!draft.underway && draft.seen?.key === key) {
			const { outcome } = draft.seen;
			return 'refused' in outcome ? { problem: outcome.refused } : { seen: outcome.value };
		}
		const underway = draft.underway ?? startReading(app, draft, key);
		const end = await underway.task.within(Math.max(0, until - performance.now()));
		if (!end) return { underway: { ...underway.task.told(), what: underway.what } };
		// Another request may have taken it in meanwhile.
		if (draft.underway !== underway) continue;
		draft.underway = undefined;
		const state =
			underway.what === 'write'
				? endOfWriting(draft, await underway.task.end)
				: await endOfReading(app, draft, { key: underway.key, end: await underway.task.end });
		if (state) return state;
	}
}

/** How a file is understood with the choices made so far, read again where they changed; `undefined` when it cannot be. */
export async function understoodOf(app: App, draft: Draft): Promise<Understood | undefined> {
	for (;;) {
		const state = await stateOf(app, draft);
		if ('seen' in state) return state.seen.understood;
		if (!('underway' in state)) return undefined;
	}
}

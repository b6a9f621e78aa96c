import { error, fail, redirect } from '@sveltejs/kit';
import { fileRefusalSentence } from '#lib/i18n/import-file-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import type { App } from '#lib/server/app.ts';
import {
	forgetMapping,
	mappingNamed,
	reusable,
	savedMappings,
	saveMapping
} from '#lib/server/import/mappings.ts';
import { takenBack } from '#lib/server/import/undo.ts';
import type { Repository } from '#lib/server/repository.ts';
import { aside } from './aside/aside.server.ts';
import { choicesOf } from './choices-form.ts';
import { beingWritten, draftOf, forgetDraft, keepDraft, type Draft } from './drafts.server.ts';
import { startWriting, stateOf, understoodOf, type State } from './following.server.ts';
import { MOST_MEGABYTES } from './limits.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
const PAST = 50;
const PAST_SHOWN = 8;

/** Importing is for the person at the keyboard. @throws 403 elsewhere */
function ensureLocal(app: App): Repository {
	if (app.mode === 'local') return app.catalogue.repository;
	return error(403, { message: m.import_only_local(), remedy: m.import_only_local_remedy() });
}

/** The last imports, and which of them are taken back. */
async function pastImports(repository: Repository) {
	const revisions = await repository.revisions({ limit: PAST });
	const undone = takenBack(revisions);
	return revisions
		.filter(({ origin }) => origin.kind === 'import')
		.slice(0, PAST_SHOWN)
		.map(({ number, at, who, origin, created, updated }) => ({
			number,
			name: origin.name ?? '',
			said: m.import_past_row({ name: origin.name ?? '', day: dayOf(at), who }),
			records: m.import_records({ created, updated }),
			undone: undone.has(number)
		}));
}

/** A draft once it is shown: elsewhere when it is written, or no longer read. */
function shown(state: State, token: string) {
	if ('left' in state || 'written' in state) forgetDraft(token);
	if ('left' in state) redirect(303, '/importer');
	if ('written' in state) redirect(303, `/importer?fait=${state.written ?? 'rien'}`);
	return {
		underway: 'underway' in state ? state.underway : undefined,
		view: 'seen' in state ? state.seen.view : undefined,
		problem: 'problem' in state ? state.problem : undefined
	};
}

export const load: PageServerLoad = async ({ locals, depends, url: { searchParams: params } }) => {
	const repository = ensureLocal(locals.app);
	depends('importer:underway');
	const token = params.get('fichier') ?? '';
	const draft = draftOf(token);
	const seen = draft && shown(await stateOf(locals.app, draft), token);
	const past = await pastImports(repository);
	const projects = seen?.view
		? (await locals.app.catalogue.cards()).map(({ id, name }) => ({ value: id, label: name }))
		: [];
	const written = Number(params.get('fait'));
	const mappings = await savedMappings(locals.app.data);
	return {
		past,
		writing: beingWritten(),
		mappings: mappings.map(({ name }) => name),
		kept: params.has('garde') ? draft?.used : undefined,
		projects,
		done: past.find(({ number }) => number === written),
		nothing: params.get('fait') === 'rien',
		takenBack: params.has('repris'),
		gone: params.has('fichier') && !draft,
		draft: draft &&
			seen && {
				...seen,
				token,
				name: draft.file.name,
				who: draft.who === m.import_someone() ? '' : draft.who,
				choices: draft.choices,
				used: draft.used,
				unwritten: seen.underway ? undefined : draft.unwritten
			}
	};
};

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** The choices of the form, or the names of those that do not fit. */
async function readChoices(app: App, form: FormData, draft: Draft) {
	const understood = await understoodOf(app, draft);
	// What was chosen so far makes the file unreadable: back to what it says itself.
	return understood ? choicesOf(form, understood, draft.choices) : { choices: {} };
}

/** Takes what the form corrects into the draft, or says why it cannot. */
async function correct(app: App, form: FormData, url: URL) {
	const token = url.searchParams.get('fichier') ?? '';
	const draft = draftOf(token);
	if (!draft) return { refused: fail(404, { sentence: m.import_gone() }) };
	// What is being written is not corrected any more: its page says so.
	if (draft.underway?.what === 'write') redirect(303, `/importer?fichier=${token}`);
	const read = await readChoices(app, form, draft);
	if ('wrong' in read) {
		const sentence = m.import_wrong_choice({ list: read.wrong.join(', ') });
		return { refused: fail(400, { sentence }) };
	}
	draft.choices = read.choices;
	draft.unwritten = undefined;
	draft.who = textOf(form, 'who').slice(0, 120) || m.import_someone();
	return { draft, token };
}

export const actions: Actions = {
	deposer: async ({ request, locals }) => {
		ensureLocal(locals.app);
		const given = (await request.formData()).getAll('fichier');
		const files = given.filter((each): each is File => each instanceof File && each.name !== '');
		const [file, second] = files;
		if (!file) return fail(400, { sentence: m.import_no_file() });
		if (files.length > 2) return fail(400, { sentence: m.formats_refused_two_files() });
		if (file.size + (second?.size ?? 0) > MOST_BYTES)
			return fail(413, {
				sentence: fileRefusalSentence(new FileRefusedError('too_large', { most: MOST_MEGABYTES }))
			});
		const bytes = new Uint8Array(await file.arrayBuffer());
		const beside = second && new Uint8Array(await second.arrayBuffer());
		const name = files.map((each) => each.name.slice(-80)).join(' + ');
		const token = keepDraft(
			{ name, bytes, beside },
			locals.app.operator.name ?? m.import_someone()
		);
		redirect(303, `/importer?fichier=${token}`);
	},
	corriger: async ({ request, locals, url }) => {
		ensureLocal(locals.app);
		const corrected = await correct(locals.app, await request.formData(), url);
		if ('refused' in corrected) return corrected.refused;
		redirect(303, `/importer?fichier=${corrected.token}#fait`);
	},
	garder: async ({ request, locals, url }) => {
		ensureLocal(locals.app);
		const form = await request.formData();
		const corrected = await correct(locals.app, form, url);
		if ('refused' in corrected) return corrected.refused;
		const { draft, token } = corrected;
		const name = textOf(form, 'reglages').slice(0, 80);
		if (name === '') return fail(400, { sentence: m.import_mappings_unnamed() });
		const understood = await understoodOf(locals.app, draft);
		if (!understood) redirect(303, `/importer?fichier=${token}`);
		await saveMapping(locals.app.data, { name, choices: reusable(understood, draft.choices) });
		draft.used = name;
		redirect(303, `/importer?fichier=${token}&garde`);
	},
	reglages: async ({ request, locals, url }) => {
		ensureLocal(locals.app);
		const token = url.searchParams.get('fichier') ?? '';
		const draft = draftOf(token);
		if (!draft) return fail(404, { sentence: m.import_gone() });
		const name = textOf(await request.formData(), 'reglages');
		const mapping = name === '' ? undefined : await mappingNamed(locals.app.data, name);
		const { answers, date } = draft.choices;
		draft.used = mapping?.name;
		draft.choices = {
			...mapping?.choices,
			...(answers && { answers }),
			...(date !== undefined && { date })
		};
		redirect(303, `/importer?fichier=${token}#fait`);
	},
	oublier: async ({ request, locals, url }) => {
		ensureLocal(locals.app);
		const token = url.searchParams.get('fichier') ?? '';
		const name = textOf(await request.formData(), 'reglages');
		if (name !== '') await forgetMapping(locals.app.data, name);
		const draft = draftOf(token);
		if (draft?.used === name) draft.used = undefined;
		redirect(303, `/importer?fichier=${token}#reglages`);
	},
	ecrire: async ({ locals, url }) => {
		ensureLocal(locals.app);
		const token = url.searchParams.get('fichier') ?? '';
		const draft = draftOf(token);
		if (!draft) return fail(404, { sentence: m.import_gone() });
		startWriting(locals.app, draft);
		redirect(303, `/importer?fichier=${token}`);
	},
	arreter: async ({ locals, url }) => {
		ensureLocal(locals.app);
		const token = url.searchParams.get('fichier') ?? '';
		draftOf(token)?.underway?.task.stop();
		redirect(303, `/importer?fichier=${token}`);
	},
	reprendre: async ({ request, locals }) => {
		ensureLocal(locals.app);
		const number = Number(textOf(await request.formData(), 'revision'));
		const undone = await aside(locals.app, 'undo', {
			revision: Number.isSafeInteger(number) ? number : 0,
			who: locals.app.operator.name ?? m.import_someone()
		});
		if ('refused' in undone) return fail(409, { sentence: undone.refused });
		redirect(303, '/importer?repris');
	}
};

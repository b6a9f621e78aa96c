import { error, fail, redirect } from '@sveltejs/kit';
import { fileRefusalSentence } from '#lib/i18n/import-file-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf, undoRefusalSentence } from '#lib/i18n/undo-sentences.ts';
import type { Choices } from '#lib/import/choices.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import { understand } from '#lib/import/understand.ts';
import type { App } from '#lib/server/app.ts';
import { ConflictError } from '#lib/server/errors.ts';
import {
	FictionalDatabaseError,
	previewImport,
	UnknownProjectError,
	writeImport
} from '#lib/server/import/import-file.ts';
import { takenBack, undoRevision, UndoRefusedError } from '#lib/server/import/undo.ts';
import type { Repository } from '#lib/server/repository.ts';
import {
	fitting,
	forgetMapping,
	mappingNamed,
	ofColumns,
	reusable,
	savedMappings,
	saveMapping,
	type SavedMapping
} from '#lib/server/import/mappings.ts';
import { choicesOf } from './choices-form.ts';
import { MOST_MEGABYTES } from './limits.ts';
import { draftOf, forgetDraft, keepDraft, type Draft } from './drafts.server.ts';
import { viewOf, type View } from './view.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
const PAST = 50;
const PAST_SHOWN = 8;

/** Importing is for the person at the keyboard. @throws 403 elsewhere */
function ensureLocal(app: App): Repository {
	if (app.mode === 'local') return app.catalogue.repository;
	return error(403, { message: m.import_only_local(), remedy: m.import_only_local_remedy() });
}

/** An error of an import in words; anything else is thrown again. */
function inWords(problem: unknown): string {
	if (problem instanceof FileRefusedError) return fileRefusalSentence(problem);
	if (problem instanceof FictionalDatabaseError) return m.import_fictional();
	if (problem instanceof UnknownProjectError)
		return m.import_unknown_project_id({ id: problem.id });
	if (problem instanceof ConflictError) return m.import_conflict();
	throw problem;
}

/** What a draft would do; a new one is read with the mapping saved for files with its columns. */
async function previewed(
	repository: Repository,
	draft: Draft,
	mappings: readonly SavedMapping[]
): Promise<{ view?: View; problem?: string }> {
	try {
		let preview = await previewImport(repository, draft.file, draft);
		const mapping = draft.fresh ? fitting(preview.understood, mappings) : undefined;
		draft.fresh = false;
		if (mapping) {
			Object.assign(draft, { choices: ofColumns(mapping), used: mapping.name });
			preview = await previewImport(repository, draft.file, draft);
		}
		return { view: viewOf(preview, draft.choices) };
	} catch (problem) {
		return { problem: inWords(problem) };
	}
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

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const repository = ensureLocal(locals.app);
	const token = params.get('fichier');
	const draft = draftOf(token);
	const past = await pastImports(repository);
	const projects = draft
		? (await locals.app.catalogue.cards()).map(({ id, name }) => ({ value: id, label: name }))
		: [];
	const written = Number(params.get('fait'));
	const mappings = await savedMappings(locals.app.data);
	const seen = draft && (await previewed(repository, draft, mappings));
	return {
		past,
		mappings: mappings.map(({ name }) => name),
		kept: params.has('garde') ? draft?.used : undefined,
		projects,
		done: past.find(({ number }) => number === written),
		nothing: params.get('fait') === 'rien',
		takenBack: params.has('repris'),
		gone: token !== null && !draft,
		draft: draft && {
			token: token ?? '',
			name: draft.file.name,
			who: draft.who === m.import_someone() ? '' : draft.who,
			choices: draft.choices,
			used: draft.used,
			view: seen?.view,
			problem: seen?.problem
		}
	};
};

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** The choices of the form, or the names of those that do not fit. */
async function readChoices(form: FormData, draft: Draft) {
	const before: Choices = draft.choices;
	try {
		const understood = await understand(draft.file.bytes, before, draft.file.beside);
		return choicesOf(form, understood, before);
	} catch (problem) {
		// What was chosen so far makes the file unreadable: back to what it says itself.
		if (problem instanceof FileRefusedError) return { choices: {} };
		throw problem;
	}
}

/** Takes what the form corrects into the draft, or says why it cannot. */
async function correct(form: FormData, url: URL) {
	const token = url.searchParams.get('fichier') ?? '';
	const draft = draftOf(token);
	if (!draft) return { refused: fail(404, { sentence: m.import_gone() }) };
	const read = await readChoices(form, draft);
	if ('wrong' in read) {
		const sentence = m.import_wrong_choice({ list: read.wrong.join(', ') });
		return { refused: fail(400, { sentence }) };
	}
	draft.choices = read.choices;
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
		const corrected = await correct(await request.formData(), url);
		if ('refused' in corrected) return corrected.refused;
		redirect(303, `/importer?fichier=${corrected.token}#fait`);
	},
	garder: async ({ request, locals, url }) => {
		ensureLocal(locals.app);
		const form = await request.formData();
		const corrected = await correct(form, url);
		if ('refused' in corrected) return corrected.refused;
		const { draft, token } = corrected;
		const name = textOf(form, 'reglages').slice(0, 80);
		if (name === '') return fail(400, { sentence: m.import_mappings_unnamed() });
		try {
			const understood = await understand(draft.file.bytes, draft.choices, draft.file.beside);
			const choices = reusable(understood, draft.choices);
			await saveMapping(locals.app.data, { name, choices });
		} catch (problem) {
			return fail(409, { sentence: inWords(problem) });
		}
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
		const repository = ensureLocal(locals.app);
		const token = url.searchParams.get('fichier') ?? '';
		const draft = draftOf(token);
		if (!draft) return fail(404, { sentence: m.import_gone() });
		let number: number | null | undefined;
		try {
			const { revision } = await writeImport(repository, draft.file, {
				choices: draft.choices,
				who: draft.who,
				skipRefused: true
			});
			number = revision === null ? null : revision?.number;
		} catch (problem) {
			return fail(409, { sentence: inWords(problem) });
		}
		if (number === undefined) return fail(409, { sentence: m.import_write_asked() });
		forgetDraft(token);
		redirect(303, `/importer?fait=${number ?? 'rien'}`);
	},
	reprendre: async ({ request, locals }) => {
		const repository = ensureLocal(locals.app);
		const number = Number(textOf(await request.formData(), 'revision'));
		try {
			await undoRevision(repository, Number.isSafeInteger(number) ? number : 0, {
				who: locals.app.operator.name ?? m.import_someone()
			});
		} catch (problem) {
			if (problem instanceof UndoRefusedError)
				return fail(409, { sentence: undoRefusalSentence(problem) });
			return fail(409, { sentence: inWords(problem) });
		}
		redirect(303, '/importer?repris');
	}
};

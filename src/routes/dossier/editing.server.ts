import { error, fail, redirect } from '@sveltejs/kit';
import { MOST_PASSAGE_CHARACTERS, type StoredPassage } from '#lib/domain/passages.ts';
import { number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import { cleanText } from '#lib/proposal/passages/clean.ts';
import {
	mergedText,
	mergePieces,
	SIDES,
	type Piece,
	type Side
} from '#lib/proposal/passages/merge.ts';
import { passageKey } from '#lib/proposal/passages/passage.ts';
import { knownSources } from '#lib/proposal/facts.ts';
import type { App } from '#lib/server/app.ts';
import type { Repository } from '#lib/server/repository.ts';
import type { Asked } from './asked.server.ts';

/** Words being edited: `version` is the newest kept, zero for none; `base` what the data said beside them. */
export interface Edit {
	kind: 'edit';
	key: string;
	text: string;
	base: string;
	version: number;
	/** What happened, above the form. */
	sentence?: string | undefined;
	trouble?: boolean | undefined;
}

/** Two texts that come from one, to be put together. */
export interface Merging {
	kind: 'merge';
	key: string;
	against: 'data' | 'other';
	pieces: Piece[];
	mine: string;
	before: string;
	theirs: string;
	base: string;
	version: number;
	sentence: string;
}

/** Writing is for the person at the keyboard. @throws 403 elsewhere */
export function ensureLocal(app: App): Repository {
	if (app.mode === 'local') return app.catalogue.repository;
	return error(403, { message: m.dossier_only_local(), remedy: m.dossier_only_local_remedy() });
}

/** The passage an address names. @throws 404 when the framework has none there */
export function passageAt({ dossier }: Asked, key: string) {
	for (const section of dossier.sections)
		for (const passage of section.passages)
			if (passageKey(section.id, passage.id) === key) return passage;
	return error(404, { message: m.dossier_unknown_passage(), remedy: m.unknown_remedy() });
}

/** What one edits first: one's own words, an older version of them, else what the data say. */
export async function editOf(
	repository: Repository,
	asked: Asked,
	key: string,
	version: number
): Promise<Edit> {
	const { said } = passageAt(asked, key);
	const newest = asked.written.get(key);
	const place = { kind: 'edit' as const, key, version: newest?.version ?? 0, base: said };
	if (version > 0) {
		const old = await repository.passageVersion(asked.key, key, version);
		if (old)
			return {
				...place,
				text: old.text ?? old.base,
				sentence: m.dossier_version_shown({ version })
			};
	}
	return { ...place, text: newest?.text ?? said, base: newest?.text ? newest.base : said };
}

/** One's words beside what the data have become since; none when nothing changed in them. */
export function reviewOf(asked: Asked, key: string): Merging | undefined {
	const { said } = passageAt(asked, key);
	const written = asked.written.get(key);
	if (written?.text === undefined || written.base === said) return undefined;
	const texts = { mine: written.text, before: written.base, theirs: said };
	return {
		...{ kind: 'merge', key, against: 'data', ...texts, base: said, version: written.version },
		pieces: mergePieces(texts.mine, texts.before, texts.theirs),
		sentence: m.dossier_merge_data()
	};
}

/** A field as it was typed: forms send line ends as two characters. */
const field = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
};

const versionIn = (form: FormData): number => {
	const version = Number(field(form, 'version'));
	return Number.isSafeInteger(version) && version >= 0 ? version : 0;
};

/** What another window wrote meanwhile, beside what was to be saved. */
async function against(
	repository: Repository,
	asked: Asked,
	mine: { key: string; text: string; base: string; version: number },
	newest: StoredPassage
): Promise<Merging> {
	const { key, text, base, version } = mine;
	const started = await repository.passageVersion(asked.key, key, version);
	const texts = {
		...{ mine: text, before: started?.text ?? started?.base ?? base },
		theirs: newest.text ?? newest.base
	};
	return {
		...{ kind: 'merge', key, against: 'other', ...texts, base: newest.base },
		version: newest.version,
		pieces: mergePieces(texts.mine, texts.before, texts.theirs),
		sentence: m.dossier_other_window({ who: newest.who, day: dayOf(newest.at) })
	};
}

/** Keeps what a form holds as the next version, or says what stands in the way; nothing is ever lost. */
export async function savePassage(
	app: App,
	asked: Asked,
	key: string,
	form: FormData,
	back: string
) {
	const repository = ensureLocal(app);
	const { said } = passageAt(asked, key);
	const raw = field(form, 'texte');
	const [base, version] = [field(form, 'base'), versionIn(form)];
	const text = cleanText(raw.slice(0, 4 * MOST_PASSAGE_CHARACTERS));
	const length = Math.max(text.length, raw.length > 4 * MOST_PASSAGE_CHARACTERS ? raw.length : 0);
	if (length > MOST_PASSAGE_CHARACTERS) {
		const most = number(MOST_PASSAGE_CHARACTERS);
		const sentence = m.dossier_too_long({ count: number(length), most });
		const edit: Edit = { kind: 'edit', key, text: raw, base, version, sentence, trouble: true };
		return fail(413, edit);
	}
	const newest = asked.written.get(key);
	const shown = newest?.text ?? said;
	if (text === shown && (newest?.text === undefined || newest.base === base))
		redirect(303, `${back}&fait=rien#${key}`);
	const given = text === said || text === '';
	const saved = await repository.savePassage({
		...{ dossier: asked.key, passage: key, version: version + 1, base },
		...(given ? {} : { text }),
		...{ at: new Date().toISOString(), who: app.operator.name ?? m.dossier_someone() }
	});
	if (saved) redirect(303, `${back}&fait=${given ? 'rendu' : 'ecrit'}#${key}`);
	const [now] = (await repository.passages(asked.key)).filter(({ passage }) => passage === key);
	if (!now) return error(409, { message: m.dossier_unknown_passage() });
	return fail(409, await against(repository, asked, { key, text, base, version }, now));
}

/** Gives the place back to the data; what was written stays among its versions. */
export async function giveBack(app: App, asked: Asked, key: string, form: FormData, back: string) {
	const repository = ensureLocal(app);
	const { said } = passageAt(asked, key);
	await repository.savePassage({
		...{ dossier: asked.key, passage: key, version: versionIn(form) + 1, base: said },
		...{ at: new Date().toISOString(), who: app.operator.name ?? m.dossier_someone() }
	});
	redirect(303, `${back}&fait=rendu#${key}`);
}

/** The two texts put together as chosen, to be read again before it is saved. */
export function putTogether(key: string, form: FormData): Edit {
	const [mine, before, theirs] = ['mine', 'before', 'theirs'].map((name) =>
		field(form, name).slice(0, 4 * MOST_PASSAGE_CHARACTERS)
	);
	const pieces = mergePieces(mine ?? '', before ?? '', theirs ?? '');
	const conflicts = pieces.filter(({ kind }) => kind === 'conflict').length;
	const sides = Array.from({ length: conflicts }, (_, index): Side => {
		const chosen = field(form, `cote-${index}`);
		return SIDES.find((side) => side === chosen) ?? 'both';
	});
	const text = cleanText(mergedText(pieces, sides));
	const place = { base: field(form, 'base'), version: versionIn(form) };
	return { kind: 'edit', key, text, ...place, sentence: m.dossier_merged() };
}

/** What stands beside the words being edited: their versions, and the sources they may cite. */
export async function besideWords(repository: Repository, asked: Asked, key: string) {
	const versions = await repository.passageVersions(asked.key, key);
	return {
		versions: versions.slice(0, 20).map(({ version, at, who }, index) => {
			const told = { version, day: dayOf(at), who };
			const label = index === 0 ? m.dossier_version_current(told) : m.dossier_version(told);
			return { version, label };
		}),
		sources: knownSources(asked.facts).map(({ id, name }) => ({ id, name }))
	};
}

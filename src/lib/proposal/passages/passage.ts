import type { StoredPassage } from '#lib/domain/passages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Citations } from '../citations.ts';
import type { Block, Passage } from '../document.ts';
import { readMarkup, writeMarkup } from './markup.ts';

/** What was written in a dossier, by place. */
export type Written = ReadonlyMap<string, StoredPassage>;

/** Id of what only the team can say in a section. */
export const TEAM = 'equipe';

/** The place of a passage in its dossier. */
export const passageKey = (section: string, id: string): string => `${section}.${id}`;

/** The dossier of a project in a framework and a language, as its passages are kept. */
export const dossierKey = (project: string, framework: string, locale: string): string =>
	`${project}:${framework}:${locale}`;

/** A subject as its team wrote it, else as the data say it. */
export function passageOf(
	{ id, title }: { id: string; title: string | undefined },
	data: readonly Block[],
	written: StoredPassage | undefined,
	cite: Citations
): Passage {
	const said = writeMarkup(data, cite);
	const place = { id, title, said };
	if (written?.text === undefined)
		return {
			...place,
			blocks: data,
			state: data.every(({ kind }) => kind === 'gap') ? 'gap' : 'data'
		};
	return {
		...place,
		blocks: readMarkup(written.text, data, cite),
		state: written.base === said ? 'written' : 'review'
	};
}

/** What only the team can say: its words, else what it is asked to write. */
export function teamPassage(
	guidance: string,
	written: StoredPassage | undefined,
	{ heading, cite }: { heading: boolean; cite: Citations }
): Passage {
	const place = { id: TEAM, said: '' };
	if (!written?.text)
		return { ...place, blocks: [{ kind: 'team', text: guidance }], state: 'to_write' };
	return {
		...place,
		title: heading ? m.dossier_team_title() : undefined,
		blocks: readMarkup(written.text, [], cite),
		state: 'written'
	};
}

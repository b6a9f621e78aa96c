import type { RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import type { Block, Section } from '#lib/proposal/document.ts';
import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { isTooLong } from '#lib/proposal/letter/letter.ts';
import { passageKey, type Written } from '#lib/proposal/passages/passage.ts';
import { stateOf, tasksOf } from '#lib/proposal/progress.ts';
import { said } from '#lib/proposal/rules.ts';
import type { App } from '#lib/server/app.ts';
import { askedDossier, type Subject } from './asked.server.ts';
import {
	besideWords,
	editOf,
	ensureLocal,
	giveBack,
	putTogether,
	reviewOf,
	savePassage
} from './editing.server.ts';

// The picture is a file of its own: it would travel twice inside the page.
const withoutPicture = (block: Block): Block =>
	block.kind === 'figure' ? { ...block, figure: { ...block.figure, svg: '' } } : block;

/** A section as the page shows it: what is edited travels only where it is edited. */
const shown = (section: Section, written: Written) => ({
	id: section.id,
	title: section.title,
	state: stateOf(section),
	passages: section.passages.map(({ id, title, state, blocks }) => {
		const key = passageKey(section.id, id);
		const words = written.get(key);
		const by = words?.text && m.dossier_written_by({ who: words.who, day: dayOf(words.at) });
		return { key, title, state, by, blocks: blocks.map(withoutPicture) };
	})
});

const DONE = {
	ecrit: m.dossier_saved,
	rendu: m.dossier_given_back,
	rien: m.dossier_unchanged
};

/** Dossiers of the scenarios over the same project. */
async function othersOf(app: App, { id, facts }: Subject) {
	if (facts.planning) return [];
	const kept = await app.catalogue.repository.scenarios({ kind: 'project', id });
	return kept
		.filter(({ scenario }) => scenario.deletedAt === undefined && scenario.archivedAt === undefined)
		.map(({ scenario }) => ({
			href: `/scenarios/${encodeURIComponent(scenario.id)}/dossier`,
			name: scenario.name
		}));
}

/** What the page of a dossier shows, and edits where its address says so. */
export async function dossierPage(app: App, subject: Subject, searchParams: URLSearchParams) {
	const { repository } = app.catalogue;
	const asked = await askedDossier(repository, subject, searchParams);
	const { framework, dossier, written } = asked;
	const canEdit = app.mode === 'local';
	const key = canEdit ? searchParams.get('modifier') : null;
	const review = key !== null && searchParams.has('revoir') ? reviewOf(asked, key) : undefined;
	const version = Number(searchParams.get('version'));
	const done = Object.entries(DONE).find(([name]) => name === searchParams.get('fait'));
	return {
		path: subject.path,
		back: subject.back,
		// Where only a territory is known, the scenario is what the dossier is of.
		scenario: subject.facts.sheet && subject.facts.planning?.name,
		others: await othersOf(app, subject),
		dossier: {
			...dossier,
			sections: dossier.sections.map((section) => shown(section, written))
		},
		framework: { id: framework.id, summary: said(framework.summary) },
		frameworks: FRAMEWORKS.map(({ id, name }) => ({ id, name: said(name) })),
		tasks: tasksOf(dossier),
		isLongLetter: dossier.letter !== undefined && isTooLong(dossier),
		canEdit,
		done: done?.[1](),
		editing:
			key === null
				? undefined
				: {
						work: review ?? (await editOf(repository, asked, key, version)),
						...(await besideWords(repository, asked, key))
					}
	};
}

/** The forms of the page of a dossier, whatever it is of. */
export function dossierActions<Event extends RequestEvent>(
	subjectOf: (event: Event) => Promise<Subject>
) {
	/** What an action works on: the dossier, the passage, the form, and the page to go back to. */
	async function posted(event: Event) {
		const repository = ensureLocal(event.locals.app);
		const subject = await subjectOf(event);
		const asked = await askedDossier(repository, subject, event.url.searchParams);
		const key = event.url.searchParams.get('modifier') ?? '';
		const back = `${subject.path}?cadre=${asked.framework.id}`;
		return { asked, key, form: await event.request.formData(), back };
	}
	return {
		ecrire: async (event: Event) => {
			const { asked, key, form, back } = await posted(event);
			return savePassage(event.locals.app, asked, key, form, back);
		},
		rendre: async (event: Event) => {
			const { asked, key, form, back } = await posted(event);
			return giveBack(event.locals.app, asked, key, form, back);
		},
		reunir: async (event: Event) => {
			const { key, form } = await posted(event);
			return putTogether(key, form);
		}
	};
}

import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import type { Block, Section } from '#lib/proposal/document.ts';
import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { passageKey, type Written } from '#lib/proposal/passages/passage.ts';
import { stateOf, tasksOf } from '#lib/proposal/progress.ts';
import { said } from '#lib/proposal/rules.ts';
import { askedDossier } from './asked.ts';
import {
	besideWords,
	editOf,
	ensureLocal,
	giveBack,
	putTogether,
	reviewOf,
	savePassage
} from './editing.server.ts';
import type { Actions, PageServerLoad } from './$types';

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

export const load: PageServerLoad = async ({ params, locals, url: { searchParams } }) => {
	const { catalogue, mode } = locals.app;
	const asked = await askedDossier(catalogue, params.slug, searchParams);
	const { framework, dossier, written } = asked;
	const canEdit = mode === 'local';
	const key = canEdit ? searchParams.get('modifier') : null;
	const review = key !== null && searchParams.has('revoir') ? reviewOf(asked, key) : undefined;
	const version = Number(searchParams.get('version'));
	const done = Object.entries(DONE).find(([name]) => name === searchParams.get('fait'));
	return {
		slug: params.slug,
		dossier: {
			...dossier,
			sections: dossier.sections.map((section) => shown(section, written))
		},
		framework: { id: framework.id, summary: said(framework.summary) },
		frameworks: FRAMEWORKS.map(({ id, name }) => ({ id, name: said(name) })),
		tasks: tasksOf(dossier),
		canEdit,
		done: done?.[1](),
		editing:
			key === null
				? undefined
				: {
						work: review ?? (await editOf(catalogue.repository, asked, key, version)),
						...(await besideWords(catalogue.repository, asked, key))
					}
	};
};

type Event = Parameters<NonNullable<Actions['ecrire']>>[0];

/** What an action works on: the dossier, the passage, the form, and the page to go back to. */
async function posted({ params, locals, url, request }: Event) {
	ensureLocal(locals.app);
	const asked = await askedDossier(locals.app.catalogue, params.slug, url.searchParams);
	const key = url.searchParams.get('modifier') ?? '';
	const slug = encodeURIComponent(params.slug);
	const back = `/projets/${slug}/dossier?cadre=${asked.framework.id}`;
	return { asked, key, form: await request.formData(), back };
}

export const actions: Actions = {
	ecrire: async (event) => {
		const { asked, key, form, back } = await posted(event);
		return savePassage(event.locals.app, asked, key, form, back);
	},
	rendre: async (event) => {
		const { asked, key, form, back } = await posted(event);
		return giveBack(event.locals.app, asked, key, form, back);
	},
	reunir: async (event) => {
		const { key, form } = await posted(event);
		return putTogether(key, form);
	}
};

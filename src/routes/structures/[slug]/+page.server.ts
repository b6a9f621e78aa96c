import { saidOf } from '#lib/explorer/insight/suggested.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { departureOf } from '../../departure.server.ts';
import { foundOr404 } from '../../refuse.ts';
import { error, redirect } from '@sveltejs/kit';
import { LONGEST_REASON } from '#lib/domain/partner-refusals.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { LONGEST_SAID, VERDICTS_ON_ISOLATION } from '#lib/domain/isolation-statements.ts';
import { apartSince } from '#lib/i18n/apart-sentences.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { refusePartner, restorePartner } from '#lib/server/catalogue/refusals.ts';
import { stateIsolation, withdrawStatement } from '#lib/server/catalogue/statements.ts';
import type { Written } from '#lib/server/catalogue/written.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { sayStatement } from '../../apart/said.ts';
import { joinRows } from '../../isolees/structures.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose name a change bears where nobody has an account. */
const LOCAL = 'local';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { catalogue } = locals.app;
	const sheet = foundOr404(
		await catalogue.organisation(params.slug),
		params.slug,
		m.unknown_structure
	);
	const partners = sheet.node.label === 'Actor' && (await catalogue.suggestions(params.slug));
	const nameOf = (id: string): string => (partners && partners.nodes.get(id)?.name) || id;
	const refOf = (id: string) => {
		const node = partners ? partners.nodes.get(id) : undefined;
		return node && { id, label: node.label, kind: node.kind, name: node.name };
	};
	return {
		sheet,
		apart: sheet.node.label === 'Actor' ? await apartIn(catalogue, params.slug) : undefined,
		refused: (partners ? partners.refused : []).flatMap(
			({ partnerId, claimId, reason, by, on }) => {
				const partner = refOf(partnerId);
				const who = by === LOCAL ? m.partners_local() : by;
				const said = on === undefined ? who : m.partners_said({ who, date: dateLabel(on) });
				return partner ? [{ partner, claimId, reason, said }] : [];
			}
		),
		departure: await departureOf(catalogue, params.slug),
		suggested: partners
			? saidOf(partners.suggestions, (each) => partners.nodes.get(each), {
					reason: (reason) => reasonPhrase(reason, nameOf),
					objection: objectionPhrase
				})
			: undefined
	};
};

/** On what grounds it stands apart, and what people say of that; nothing when it does not. */
async function apartIn(catalogue: Catalogue, id: string) {
	const rows = (await catalogue.isolated()).filter(
		({ actorId, undocumented }) => actorId === id && !undocumented
	);
	if (rows.length === 0) return undefined;
	const cards = new Map((await catalogue.cards()).map((card) => [card.id, card]));
	const [structure] = joinRows(rows, cards);
	const grounds = structure?.grounds ?? [];
	return {
		grounds: grounds.map(({ since, ...ground }) => ({
			...ground,
			since: since === undefined ? undefined : apartSince(since)
		})),
		projects: grounds.flatMap(({ projects }) => projects),
		statements: (structure?.statements ?? []).map((each) => sayStatement(each, id))
	};
}

/** @throws 403 where nobody may write */
function written(locals: App.Locals, slug: string, why: string): Written {
	if (locals.app.mode !== 'local')
		error(403, { message: m.partners_read_only(), remedy: m.partners_read_only_remedy() });
	const at = new Date().toISOString();
	return { who: LOCAL, why, page: `/structures/${slug}`, at };
}
const nothingSaid = (): never =>
	error(404, { message: m.statements_not_here(), remedy: m.statements_back() });
const notHere = (): never =>
	error(404, { message: m.partners_not_here(), remedy: m.partners_back() });
const textIn = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};
/** Back to the page the form was on, by default that of the structure. */
function comeBack(form: FormData, slug: string, anchor = ''): never {
	const back = textIn(form, 'back');
	redirect(303, back === '' ? `/structures/${encodeURIComponent(slug)}${anchor}` : localPath(back));
}

export const actions: Actions = {
	/** Fields: `partner`, the id of a structure suggested, `reason`, and `back`, a page of ours. */
	refuse: async ({ locals, params, request }) => {
		const { repository } = locals.app.catalogue;
		const form = await request.formData();
		const [partnerId, reason] = [textIn(form, 'partner'), textIn(form, 'reason')];
		const why = m.partners_why_refused({ partner: partnerId, actor: params.slug });
		const by = written(locals, params.slug, why);
		if (reason === '' || reason.length > LONGEST_REASON)
			error(400, { message: m.partners_no_reason(), remedy: m.partners_back() });
		const about = { actorId: params.slug, partnerId, reason };
		if (!(await refusePartner(repository, about, by))) notHere();
		comeBack(form, params.slug, '#refused');
	},
	/** Fields: `claim`, the id of the refusal to take back, and `back`. */
	restore: async ({ locals, params, request }) => {
		const { repository } = locals.app.catalogue;
		const form = await request.formData();
		const claimId = textIn(form, 'claim');
		const by = written(locals, params.slug, m.partners_why_restored({ actor: params.slug }));
		if (!(await restorePartner(repository, { actorId: params.slug, claimId }, by))) notHere();
		comeBack(form, params.slug);
	},
	/** Fields: `says` (`exists` or `denies`), `by`, `reason`, `project` (everywhere when empty), `back`. */
	state: async ({ locals, params: { slug }, request }) => {
		const { repository } = locals.app.catalogue;
		const form = await request.formData();
		const says = VERDICTS_ON_ISOLATION.find((each) => each === textIn(form, 'says'));
		const words = { exists: m.statements_why_exists, denies: m.statements_why_denies };
		const by = written(locals, slug, words[says ?? 'exists']({ actor: slug }));
		const [who, reason] = [textIn(form, 'by'), textIn(form, 'reason')];
		const isTooLong = who.length > LONGEST_SAID.by || reason.length > LONGEST_SAID.reason;
		if (!says || who === '' || reason === '' || isTooLong)
			error(400, { message: m.statements_missing(), remedy: m.statements_missing_remedy() });
		const [actor] = await repository.nodes([slug]);
		const projectId = textIn(form, 'project') || undefined;
		const said = { says, by: who === actor?.name ? slug : who, reason, projectId };
		if (!(await stateIsolation(repository, { actorId: slug, ...said }, by))) nothingSaid();
		comeBack(form, slug, '#apart');
	},
	/** Fields: `claim`, the id of the word to withdraw, and `back`. */
	withdraw: async ({ locals, params: { slug }, request }) => {
		const { repository } = locals.app.catalogue;
		const form = await request.formData();
		const about = { actorId: slug, claimId: textIn(form, 'claim') };
		const by = written(locals, slug, m.statements_why_withdrawn({ actor: slug }));
		if (!(await withdrawStatement(repository, about, by))) nothingSaid();
		comeBack(form, slug, '#apart');
	}
};

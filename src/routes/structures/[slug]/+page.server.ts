import { saidOf } from '#lib/explorer/insight/suggested.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { departureOf } from '../../departure.server.ts';
import { foundOr404 } from '../../refuse.ts';
import { error, redirect } from '@sveltejs/kit';
import { LONGEST_REASON } from '#lib/domain/partner-refusals.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { refusePartner, restorePartner } from '#lib/server/catalogue/refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose name a refusal bears where nobody has an account. */
const LOCAL = 'local';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { catalogue } = locals.app;
	const sheet = foundOr404(
		await catalogue.organisation(params.slug),
		params.slug,
		m.unknown_structure
	);
	const partners = sheet.node.label === 'Actor' && (await catalogue.suggestions(params.slug));
	const nameOf = (id: string): string => (partners && partners.nodeOf(id)?.name) || id;
	const refOf = (id: string) => {
		const node = partners ? partners.nodeOf(id) : undefined;
		return node && { id, label: node.label, kind: node.kind, name: node.name };
	};
	return {
		sheet,
		editable: locals.app.mode === 'local',
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
			? saidOf(partners.suggestions, partners.nodeOf, {
					reason: (reason) => reasonPhrase(reason, nameOf),
					objection: objectionPhrase
				})
			: undefined
	};
};

/** @throws 403 where nobody may write */
function written(locals: App.Locals, slug: string, why: string) {
	if (locals.app.mode !== 'local')
		error(403, { message: m.partners_read_only(), remedy: m.partners_read_only_remedy() });
	const at = new Date().toISOString();
	return { who: LOCAL, why, page: `/structures/${slug}`, at };
}
const notHere = (): never =>
	error(404, { message: m.partners_not_here(), remedy: m.partners_back() });
const textIn = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

export const actions: Actions = {
	/** Fields: `partner`, the id of a structure suggested, and `reason`. */
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
		redirect(303, `/structures/${params.slug}#refused`);
	},
	/** Field: `claim`, the id of the refusal to take back. */
	restore: async ({ locals, params, request }) => {
		const { repository } = locals.app.catalogue;
		const claimId = textIn(await request.formData(), 'claim');
		const by = written(locals, params.slug, m.partners_why_restored({ actor: params.slug }));
		if (!(await restorePartner(repository, { actorId: params.slug, claimId }, by))) notHere();
		redirect(303, `/structures/${params.slug}`);
	}
};

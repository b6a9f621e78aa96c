import { error } from '@sveltejs/kit';
import { isKnownScope } from '#lib/domain/scope.ts';
import { capital, kindLabel, regionLabel, relationSentence } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { pageOf } from '#lib/explorer/sheets/nodes.ts';
import { THEME_NAMES } from '#lib/network/overview.ts';
import type { Network } from '#lib/network/model.ts';
import { titleOfNetwork } from '../../../figures/reference.ts';
import { themeTitle, valueLabel } from '../../../overview/themes.ts';
import { pageNumber } from '../../../page-number.ts';
import { oneOf } from '../../../refuse.ts';
import { scopeOf } from '../../scope.ts';
import type { PageServerLoad } from './$types';

const PAGE = 100;

/** A structure, a project or a relation as a line of the list. */
interface Row {
	id: string;
	name: string;
	about: string;
	href: string | undefined;
}

/** What these ids are in the network, by name. */
function rowsOf({ nodes, edges }: Network, ids: readonly string[]): Row[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ties = new Map(edges.map((edge) => [edge.id, edge]));
	const rows = ids.flatMap((id): Row[] => {
		const node = byId.get(id);
		if (node) {
			const about = [capital(kindLabel(node)), node.region && regionLabel(node.region)];
			return [
				{ id, name: node.name, about: about.filter(Boolean).join(' · '), href: pageOf(node) }
			];
		}
		const tie = ties.get(id);
		const source = tie && byId.get(tie.source);
		const target = tie && byId.get(tie.target);
		if (!tie || !source || !target) return [];
		const name = relationSentence(tie.type, source.name, target.name);
		return [{ id, name, about: tie.detail ?? '', href: pageOf(source) }];
	});
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { catalogue } = locals.app;
	const scope = scopeOf(params);
	const theme = oneOf(params, 'theme', THEME_NAMES) ?? 'ess';
	const value = params.get('valeur') ?? undefined;
	const [prepared, overview] = isKnownScope(scope)
		? await Promise.all([catalogue.network(scope), catalogue.overview(scope)])
		: [];
	const found = overview?.find((each) => each.theme === theme);
	if (!prepared || !found)
		error(404, {
			message: m.explorer_ecosystem_bad(),
			remedy: m.explorer_ecosystem_bad_remedy()
		});
	const ids =
		value === undefined ? found.unknown : found.items.find(({ key }) => key === value)?.ids;
	if (!ids)
		error(404, {
			message: m.overview_list_value({ value: (value ?? '').slice(0, 80) }),
			remedy: m.bad_parameter_remedy({ values: found.items.map(({ key }) => key).join(', ') })
		});
	const rows = rowsOf(prepared.network, ids);
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
	const page = pageNumber(params.get('page'), pages);
	const back = new URLSearchParams(params);
	for (const name of ['theme', 'valeur', 'page']) back.delete(name);
	return {
		place: titleOfNetwork(scope, (id) => prepared.network.nodes.find((n) => n.id === id)?.name),
		title: m.overview_list_title({
			theme: themeTitle(theme),
			value: value === undefined ? m.overview_unknown() : valueLabel(theme, value)
		}),
		isUnknown: value === undefined,
		rows: rows.slice((page - 1) * PAGE, page * PAGE),
		total: rows.length,
		page,
		pages,
		back: `/ecosysteme/apercu${back.size > 0 ? `?${back}` : ''}#theme-${theme}`
	};
};

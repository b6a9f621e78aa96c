import { error } from '@sveltejs/kit';
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { isDepartementCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { saidOf } from '#lib/explorer/insight/suggested.ts';
import { isolationReasons, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { nearestPhrase, objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { ISOLATION_CLASSES } from '#lib/network/model.ts';
import type { IsolatedStructure } from '#lib/server/catalogue.ts';
import { standingApart, type StandingApart } from '#lib/server/catalogue/standing-apart.ts';
import { pageNumber } from '../page-number.ts';
import { oneOf } from '../refuse.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;
const SORTS = ['territoire', 'nom', 'motif'] as const;

const collator = new Intl.Collator('fr');
/** By region, then département; what is nowhere comes last. */
const placeOf = ({ region, departement }: IsolatedStructure): string =>
	`${region === undefined ? 'zz' : regionLabel(region)} ${departement ?? 'zz'}`;
const ORDER: Record<(typeof SORTS)[number], (row: IsolatedStructure) => string> = {
	territoire: placeOf,
	nom: () => '',
	motif: (row) => String(ISOLATION_CLASSES.indexOf(row.class))
};

/** A département asked for, or nothing. @throws 400 for what is no département */
function departementIn(params: URLSearchParams): string | undefined {
	const asked = params.get('departement');
	if (asked === null || asked === '') return undefined;
	if (isDepartementCode(asked)) return asked;
	return error(400, {
		message: m.bad_parameter({ name: 'departement', value: asked.slice(0, 80) }),
		remedy: m.errors_remedy_departement()
	});
}

function countBy<T>(items: readonly T[], key: (item: T) => string | undefined) {
	const counts: Record<string, number> = {};
	for (const item of items) {
		const name = key(item);
		if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

/** A row in words. */
function said({ row, node, project, offers, nearest, partners }: StandingApart) {
	const nameOf = (id: string): string => partners?.nodeOf(id)?.name ?? id;
	const { id, label, kind, name, commune } = node;
	return {
		node: { id, label, kind, name, commune },
		key: `${row.projectId ?? ''} ${row.actorId}`,
		class: row.class,
		certainty: row.certainty,
		departement: row.departement,
		region: row.region,
		reasons: isolationReasons(row, row.class === 'no_horizontal_tie' ? [] : row.with.map(nameOf)),
		project,
		offers,
		nearest: nearest && {
			node: { id: nearest.id, label: nearest.node.label, name: nearest.node.name },
			phrase: nearestPhrase(nearest)
		},
		suggested: partners
			? saidOf(partners.suggestions.slice(0, 3), partners.nodeOf, {
					reason: (reason) => reasonPhrase(reason, nameOf),
					objection: objectionPhrase
				})
			: []
	};
}

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { catalogue } = locals.app;
	const region = oneOf(
		params,
		'region',
		REGIONS.map(({ code }) => code)
	);
	const departement = departementIn(params);
	const wanted = oneOf(params, 'motif', ISOLATION_CLASSES);
	const sort = oneOf(params, 'tri', SORTS) ?? 'territoire';
	const all = (await catalogue.isolated()).filter((row) => !row.undocumented);
	const placed = all.filter(
		(row) =>
			(region === undefined || row.region === region) &&
			(departement === undefined || row.departement === departement)
	);
	const rows = placed
		.filter((row) => wanted === undefined || row.class === wanted)
		.sort(
			(a, b) => collator.compare(ORDER[sort](a), ORDER[sort](b)) || collator.compare(a.name, b.name)
		);
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
	const page = pageNumber(params.get('page'), pages);
	const cards = await catalogue.cards();
	const coverage = new Map(cards.map((card) => [card.id, card.coverage]));
	const inRegion = cards.filter((card) => region === undefined || card.region === region);
	return {
		asked: { region, departement, class: wanted, sort },
		place: departement && departementName(departement),
		total: rows.length,
		structures: new Set(rows.map(({ actorId }) => actorId)).size,
		byClass: countBy(placed, (row) => row.class),
		byCoverage: countBy(rows, (row) => row.projectId && coverage.get(row.projectId)),
		undocumented: inRegion.filter((card) => !card.documented).length,
		regions: countBy(all, (row) => row.region),
		departements: countBy(
			all.filter((row) => region === undefined || row.region === region),
			(row) => row.departement
		),
		items: (await standingApart(catalogue, rows.slice((page - 1) * PAGE, page * PAGE))).map(said),
		page,
		pages
	};
};

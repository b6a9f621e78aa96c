import { isOrganisation, type Organisation } from '#lib/domain/entities.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { actorKindLabel } from '#lib/i18n/labels.ts';
import type { ListFilter, Repository } from '#lib/server/repository.ts';
import { pageNumber } from '../page-number.ts';
import { oneOf } from '../refuse.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;
const BATCH = 500;
const SORTS = ['nom', 'commune', 'type'] as const;
const LABELS = ['Actor', 'Funder', 'ArsRegion'] as const;

/** Every structure a filter finds; sorting by something else than the name needs them all. */
async function all(repository: Repository, filter: ListFilter): Promise<Organisation[]> {
	const found: Organisation[] = [];
	let cursor: string | undefined;
	do {
		const page = await repository.list(filter, { limit: BATCH, cursor });
		found.push(...page.items.filter(isOrganisation));
		cursor = page.nextCursor;
	} while (cursor !== undefined);
	return found;
}

const collator = new Intl.Collator('fr');
const ORDER: Record<(typeof SORTS)[number], (node: Organisation) => string> = {
	nom: () => '',
	commune: (node) => node.commune ?? '\uffff',
	type: (node) => actorKindLabel(node.kind)
};

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { repository } = locals.app.catalogue;
	const kind = oneOf(params, 'type', ACTOR_KINDS);
	const region = oneOf(
		params,
		'region',
		REGIONS.map(({ code }) => code)
	);
	const ess = oneOf(params, 'ess', ['oui', 'non'] as const);
	const sort = oneOf(params, 'tri', SORTS) ?? 'nom';
	const text = (params.get('q') ?? '').trim().slice(0, 120);
	const filter: ListFilter = {
		labels: LABELS,
		kinds: kind && [kind],
		region,
		ess: ess && ess === 'oui',
		text: text || undefined
	};
	const [byText, hits, kinds, regions] = await Promise.all([
		all(repository, filter),
		text ? repository.search(text, 100) : [],
		repository.count({ ...filter, kinds: undefined }),
		repository.count({ ...filter, region: undefined })
	]);
	const known = new Set(byText.map((node) => node.id));
	// The directory's filter reads names; search also finds communes.
	const missed = (await repository.nodes(hits.map((hit) => hit.id)))
		.filter(isOrganisation)
		.filter(
			(node) =>
				!known.has(node.id) &&
				(!kind || node.kind === kind) &&
				(!region || node.region === region) &&
				(!ess || node.ess === (ess === 'oui'))
		);
	const found = [...byText, ...missed];
	if (sort !== 'nom') found.sort((a, b) => collator.compare(ORDER[sort](a), ORDER[sort](b)));
	const pages = Math.ceil(found.length / PAGE);
	const page = pageNumber(params.get('page'), pages);
	return {
		items: found
			.slice((page - 1) * PAGE, page * PAGE)
			.map(({ id, label, kind, name, commune, region, ess }) => ({
				...{ id, label, kind, name, commune, region, ess }
			})),
		others: hits.filter((hit) => !LABELS.some((label) => label === hit.label)).slice(0, 8),
		asked: { text, kind, region, ess, sort },
		byKind: kinds.byKind,
		byRegion: regions.byRegion,
		total: found.length,
		page,
		pages
	};
};

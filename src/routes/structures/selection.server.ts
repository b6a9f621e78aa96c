import { isOrganisation, type Organisation } from '#lib/domain/entities.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { actorKindLabel } from '#lib/i18n/labels.ts';
import type { ListFilter, Repository, SearchHit } from '#lib/server/repository.ts';
import { oneOf } from '../refuse.ts';

const BATCH = 500;
const SORTS = ['nom', 'commune', 'type'] as const;
export const LABELS = ['Actor', 'Funder', 'ArsRegion'] as const;

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

/** What the address of the directory asks for, checked. */
export interface Asked {
	text: string;
	kind: ReturnType<typeof kindIn>;
	region: string | undefined;
	ess: 'oui' | 'non' | undefined;
	sort: (typeof SORTS)[number];
}

const kindIn = (params: URLSearchParams) => oneOf(params, 'type', ACTOR_KINDS);

export const askedIn = (params: URLSearchParams): Asked => ({
	text: (params.get('q') ?? '').trim().slice(0, 120),
	kind: kindIn(params),
	region: oneOf(
		params,
		'region',
		REGIONS.map(({ code }) => code)
	),
	ess: oneOf(params, 'ess', ['oui', 'non'] as const),
	sort: oneOf(params, 'tri', SORTS) ?? 'nom'
});

export const filterOf = ({ text, kind, region, ess }: Asked): ListFilter => ({
	labels: LABELS,
	kinds: kind && [kind],
	region,
	ess: ess && ess === 'oui',
	text: text || undefined
});

/** Every structure the directory shows for what is asked, in its order, and what else the words find. */
export async function selectStructures(
	repository: Repository,
	asked: Asked
): Promise<{ found: Organisation[]; hits: SearchHit[] }> {
	const { text, kind, region, ess, sort } = asked;
	const [byText, hits] = await Promise.all([
		all(repository, filterOf(asked)),
		text ? repository.search(text, 100) : []
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
	return { found, hits };
}

import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { REGIONS, regionByCode } from '#lib/domain/vocabulary/regions.ts';
import type { Answer, Call } from './endpoint.ts';
import { limitOf, pageOf } from './parameters.ts';
import { notFound } from './problem.ts';

const STRUCTURES = ['Actor', 'Funder'] as const;

/** True when every word asked for begins a word of the name or of the territory. */
function speaksOf(card: ProjectCard, q: string): boolean {
	const words = foldText(`${card.name} ${card.territoryText ?? ''}`).split(' ');
	return searchTokens(q).every((token) => words.some((word) => word.startsWith(token)));
}

export async function projects({ catalogue, query }: Call): Promise<Answer> {
	const { region, kind, access, q } = query;
	const found = (await catalogue.cards()).filter(
		(card) =>
			(region === undefined || card.region === region) &&
			(kind === undefined || card.kind === kind) &&
			(access === undefined || card.accessDimensions.includes(access)) &&
			(q === undefined || speaksOf(card, q))
	);
	return { body: pageOf(found, query, (card) => card.id) };
}

export async function actors({ catalogue, query }: Call): Promise<Answer> {
	const filter = {
		labels: STRUCTURES,
		kinds: query.kind ? [query.kind] : undefined,
		region: query.region,
		departement: query.department,
		ess: query.ess === undefined ? undefined : query.ess === 'true',
		text: query.q
	};
	const page = { limit: limitOf(query), cursor: query.cursor };
	return { body: await catalogue.repository.list(filter, page) };
}

export async function regions({ catalogue }: Call): Promise<Answer> {
	const [structures, projectCount] = await Promise.all([
		catalogue.repository.count({ labels: STRUCTURES }),
		catalogue.repository.count({ labels: ['HealthProject'] })
	]);
	const items = REGIONS.map(({ code, name, departements }) => ({
		...{ code, name, departements },
		projects: projectCount.byRegion[code] ?? 0,
		structures: structures.byRegion[code] ?? 0
	}));
	return { body: { items } };
}

export async function region({ catalogue, id }: Call): Promise<Answer> {
	const known = regionByCode(id);
	if (!known) throw notFound(id);
	const [structures, cards, agencies] = await Promise.all([
		catalogue.repository.count({ labels: STRUCTURES, region: id }),
		catalogue.cards(),
		catalogue.repository.list({ labels: ['ArsRegion'], region: id }, { limit: 1 })
	]);
	const { code, name, departements } = known;
	const ars = agencies.items[0];
	return {
		body: {
			...{ code, name, departements },
			...(ars ? { ars: { id: ars.id, name: ars.name } } : {}),
			structures: structures.total,
			projects: cards.filter((card) => card.region === id)
		}
	};
}

export async function search({ catalogue, query }: Call): Promise<Answer> {
	const limit = limitOf(query);
	const items = query.q ? await catalogue.repository.search(query.q, limit) : [];
	return { body: { items } };
}

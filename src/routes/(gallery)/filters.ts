/** The gallery's filters: they live in its address, and every link says what a click would show. */
import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { counted, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** One entry per parameter of the address; '' where nothing is asked. */
export interface Filters {
	type: string;
	region: string;
	acces: string;
	q: string;
}

/** Kinds with at most this many projects are kept behind « autres ». */
const RARE = 2;

export const readFilters = (params: URLSearchParams): Filters => ({
	type: params.get('type') ?? '',
	region: params.get('region') ?? '',
	acces: params.get('acces') ?? '',
	q: params.get('q') ?? ''
});

export const isFiltered = (filters: Filters): boolean => Object.values(filters).some(Boolean);

/** Address of the gallery with these filters, some of them changed. */
export function galleryAddress(filters: Filters, change: Partial<Filters> = {}): string {
	const asked = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== '');
	return asked.length > 0 ? `/?${new URLSearchParams(asked)}` : '/';
}

/** Whether a card answers the filters; every word must begin one of its name, territory or region. */
export function passes(card: ProjectCard, { type, region, acces, q }: Filters): boolean {
	if (type !== '' && card.kind !== type) return false;
	if (region !== '' && card.region !== region) return false;
	if (acces !== '' && !card.accessDimensions.includes(acces)) return false;
	const words = searchTokens(q);
	if (words.length === 0) return true;
	const about = foldText(`${card.name} ${card.territoryText ?? ''} ${regionLabel(card.region)}`);
	return words.every((word) => ` ${about}`.includes(` ${word}`));
}

/** What the filters leave, the best documented first: a newcomer meets networks before promises. */
export const shownCards = <C extends ProjectCard>(cards: readonly C[], filters: Filters): C[] =>
	cards
		.filter((card) => passes(card, filters))
		.sort((a, b) => b.cooperations - a.cooperations || b.structures - a.structures);

/** How many cards these filters would leave after a change. */
export const countWith = (
	cards: readonly ProjectCard[],
	filters: Filters,
	change: Partial<Filters>
): number => cards.filter((card) => passes(card, { ...filters, ...change })).length;

/** The kinds the cards have, the most frequent first, and those too rare for a place in the row. */
export function kindsOf(cards: readonly ProjectCard[]): { common: string[]; rare: string[] } {
	const totals = new Map<string, number>();
	for (const { kind } of cards) totals.set(kind, (totals.get(kind) ?? 0) + 1);
	const sorted = [...totals].sort(([a, n], [b, k]) => k - n || a.localeCompare(b));
	return {
		common: sorted.filter(([, total]) => total > RARE).map(([kind]) => kind),
		rare: sorted.filter(([, total]) => total <= RARE).map(([kind]) => kind)
	};
}

/** Every region by name, with the cards a click on it would show and where that click leads. */
export const regionChoices = (cards: readonly ProjectCard[], filters: Filters) =>
	REGIONS.map(({ code }) => {
		const count = countWith(cards, filters, { region: code });
		const name = regionLabel(code);
		const selected = filters.region === code;
		return {
			code,
			name,
			count,
			label: m.gallery_region_count({ region: name, projects: counted.projects(count) }),
			href: galleryAddress(filters, { region: selected ? '' : code }),
			selected
		};
	}).sort((a, b) => a.name.localeCompare(b.name, 'fr'));

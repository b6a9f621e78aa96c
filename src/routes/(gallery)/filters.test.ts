import { describe, expect, it } from 'vitest';
import type { ProjectCard } from '#lib/domain/views.ts';
import {
	countWith,
	galleryAddress,
	isFiltered,
	kindsOf,
	passes,
	readFilters,
	regionChoices,
	shownCards
} from './filters.ts';

const NONE = readFilters(new URLSearchParams());
const card = (id: string, rest: Partial<ProjectCard> = {}): ProjectCard => ({
	id,
	name: id,
	kind: 'msp',
	status: 'current',
	region: '11',
	coverage: 'partial',
	accessDimensions: [],
	structures: 5,
	cooperations: 0,
	resources: 0,
	apart: 0,
	documented: true,
	...rest
});

describe('the address', () => {
	it('says what is asked and nothing else, in one order', () => {
		const filters = readFilters(new URLSearchParams('q=été&region=06&autre=1'));
		expect(galleryAddress(filters, { type: 'msp' })).toBe('/?type=msp&region=06&q=%C3%A9t%C3%A9');
		expect(galleryAddress(filters, { region: '', q: '' })).toBe('/');
		expect(isFiltered(filters)).toBe(true);
		expect(isFiltered(NONE)).toBe(false);
	});
});

describe('a card answers', () => {
	const richerand = card('Coopérative de santé Richerand', {
		territoryText: 'Paris, 10e arrondissement',
		accessDimensions: ['financiere']
	});
	it.each(['COOPERATIVE rich', 'île-de-france', 'l’arrond', '10e', '  '])('to « %s »', (q) => {
		expect(passes(richerand, { ...NONE, q })).toBe(true);
	});
	it.each(['operative', 'richerand lyon', 'x'.repeat(200)])('not to « %s »', (q) => {
		expect(passes(richerand, { ...NONE, q })).toBe(false);
	});
	it('to every filter at once or not at all', () => {
		const all = { type: 'msp', region: '11', acces: 'financiere', q: 'rich' };
		expect(passes(richerand, all)).toBe(true);
		for (const wrong of [{ type: 'cpts' }, { region: '93' }, { acces: 'numerique' }, { q: 'y' }])
			expect(passes(richerand, { ...all, ...wrong }), JSON.stringify(wrong)).toBe(false);
	});
});

describe('the list', () => {
	it('puts the best documented first, then the largest', () => {
		const cards = [
			card('a', { structures: 9 }),
			card('b', { cooperations: 3 }),
			card('c', { structures: 12 })
		];
		expect(shownCards(cards, NONE).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
		expect(cards[0]?.id).toBe('a');
	});
	it('is empty without cards, and so is the row of kinds', () => {
		expect(shownCards([], NONE)).toEqual([]);
		expect(kindsOf([])).toEqual({ common: [], rare: [] });
	});
});

it('a count takes the other filters and leaves its own', () => {
	const cards = [card('a'), card('b', { kind: 'cpts' }), card('c', { region: '93' })];
	const filters = { ...NONE, type: 'cpts', region: '11' };
	expect(countWith(cards, filters, { type: 'msp' })).toBe(1);
	expect(countWith(cards, filters, { type: '' })).toBe(2);
	expect(countWith(cards, filters, {})).toBe(1);
});

it('kinds of one or two projects are the rare ones', () => {
	const kinds = ['cpts', 'msp', 'msp', 'dac', 'dac', 'msp'];
	const cards = kinds.map((kind, index) => card(String(index), { kind }));
	expect(kindsOf(cards)).toEqual({ common: ['msp'], rare: ['dac', 'cpts'] });
});

it('regions are in French order, and the chosen one leads back', () => {
	const cards = [card('a'), card('b', { region: '93' })];
	const regions = regionChoices(cards, { ...NONE, region: '11', type: 'msp' });
	const names = regions.map(({ name }) => name);
	expect(names.indexOf('Île-de-France')).toBeLessThan(names.indexOf('La Réunion'));
	const chosen = regions.find(({ selected }) => selected);
	expect(chosen).toMatchObject({ code: '11', count: 1, href: '/?type=msp' });
	expect(regions.find(({ code }) => code === '93')?.href).toBe('/?type=msp&region=93');
});

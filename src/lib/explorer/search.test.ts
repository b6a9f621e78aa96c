import { describe, expect, it } from 'vitest';
import { actor } from '#lib/network/small-networks.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { foldSteps, searchNodes } from './search.ts';

const foldNodes = (nodes: Parameters<typeof foldSteps>[0]) => inOneGo(foldSteps(nodes));

const named = (...names: string[]) => foldNodes(names.map((name) => actor(name)));
const found = (query: string, ...names: string[]) =>
	searchNodes(named(...names), query).found.map(({ name }) => name);

describe('a query finds', () => {
	it.each(['hôpital', 'HOPITAL', 'Hop', 'l’hôpital', "d'hôpital", 'nord hôp', ' hôpital '])(
		'« Hôpital du Nord » by « %s »',
		(query) => {
			expect(found(query, 'Hôpital du Nord', 'Maison du Sud')).toEqual(['Hôpital du Nord']);
		}
	);
	it('ligatures by their letters, and the reverse', () => {
		expect(found('coeur', 'Cœur de ville')).toEqual(['Cœur de ville']);
		expect(found('cœur', 'Coeur de ville')).toEqual(['Coeur de ville']);
	});
	it('by commune as well, with a word of each', () => {
		const nodes = foldNodes([
			actor('a', { name: 'Centre de santé', commune: 'Saint-Étienne' }),
			actor('b', { name: 'Centre de santé', commune: 'Lyon' })
		]);
		expect(searchNodes(nodes, 'centre etienne').found.map(({ id }) => id)).toEqual(['a']);
	});
	it('a word at the end of a name of two hundred characters', () => {
		const name = `${'très long '.repeat(19)}Pontivy`;
		expect(name.length).toBeGreaterThan(190);
		expect(found('pontivy', name)).toEqual([name]);
		expect(found('pontivy brest', name)).toEqual([]);
	});
});

describe('a query does not find', () => {
	it.each(['ôpital', 'nordique', 'x'.repeat(500)])('by « %s »', (query) => {
		expect(found(query, 'Hôpital du Nord')).toEqual([]);
	});
	it.each(['', '   ', '…', '’'])('anything when it says nothing: « %s »', (query) => {
		expect(searchNodes(named('Hôpital'), query)).toEqual({ found: [], total: 0 });
	});
	it('anything in an empty network', () => {
		expect(searchNodes(foldNodes([]), 'hôpital')).toEqual({ found: [], total: 0 });
	});
});

describe('the order', () => {
	it('begins with names that begin so, then the shortest', () => {
		expect(found('santé', 'Maison de santé', 'Santé publique en Bretagne', 'Santé Brest')).toEqual([
			'Santé Brest',
			'Santé publique en Bretagne',
			'Maison de santé'
		]);
	});
	it('puts projects after structures, which are what the drawing shows', () => {
		const nodes = foldNodes([
			actor('p', { label: 'HealthProject', group: 'project', name: 'Santé' }),
			actor('s', { name: 'Maison de santé' })
		]);
		expect(searchNodes(nodes, 'santé').found.map(({ id }) => id)).toEqual(['s', 'p']);
	});
	it('gives the first twelve and counts the rest', () => {
		const many = named(...Array.from({ length: 30 }, (_, i) => `Centre ${i}`));
		const { found: first, total } = searchNodes(many, 'centre');
		expect([first.length, total]).toEqual([12, 30]);
		expect(searchNodes(many, 'centre', 3).found).toHaveLength(3);
	});
});

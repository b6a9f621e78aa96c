import { expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { Place } from '#lib/network/places.ts';
import { withPlanned } from './places.ts';

const node = (id: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
	...{ id, name: id, label: 'Actor', kind: 'association', group: 'civil_society', member: true },
	...more
});
const holds = (source: string, target: string): NetworkEdge => ({
	...{ id: `${source}-${target}`, type: 'HOLDS', family: 'sharing', source, target },
	...{
		horizontal: true,
		status: 'planned',
		certainty: 'unsourced',
		verdict: 'not_asked',
		sources: []
	}
});
const PLACES: Place[] = [
	{ lat: 48.93, lon: 2.36, commune: 'Saint-Denis', precision: 'address', nodes: ['a'] },
	{ lat: 50.63, lon: 3.06, commune: 'Lille', precision: 'commune', nodes: ['b'] }
];

it('puts a planned resource with its one holder and a planned structure at the centre of a known commune, and nothing else', () => {
	const resource = { label: 'SharedResource', planned: true } as const;
	const nodes = [
		node('a'),
		node('b'),
		node('known-lille', { commune: 'Lille' }),
		node('post', resource),
		node('held-by-two', resource),
		node('new', { planned: true, commune: 'Lille' }),
		// An address is nobody else's, and an unknown commune is nowhere.
		node('new-2', { planned: true, commune: 'Saint-Denis' }),
		node('new-3', { planned: true, commune: 'Nulle-Part' }),
		node('new-4', { planned: true })
	];
	const edges = [holds('a', 'post'), holds('a', 'held-by-two'), holds('b', 'held-by-two')];
	const places = withPlanned(PLACES, { nodes, edges });
	expect(places.slice(0, 2)).toEqual(PLACES);
	expect(places.slice(2)).toEqual([
		{ ...PLACES[0], precision: 'holder', nodes: ['post'] },
		{ ...PLACES[1], nodes: ['new'] }
	]);
	expect(withPlanned(PLACES, { nodes: [node('a')], edges: [] })).toBe(PLACES);
});

import { describe, expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from './model.ts';
import { placesOf, type PlaceOptions, type Whereabouts } from './places.ts';

const LILLE = { lat: 50.633, lon: 3.0586 };
const KNOWN: Record<string, Whereabouts> = {
	alpha: { ...LILLE, placePrecision: 'commune', commune: 'Lille', codeInsee: '59350' },
	bravo: { ...LILLE, placePrecision: 'commune', commune: 'Lille' },
	charlie: { lat: 50.62, lon: 3.05, placePrecision: 'address', commune: 'Lille' },
	delta: { codeInsee: '59350', commune: 'Lille' },
	echo: { codeInsee: '62407', commune: 'Ham-en-Artois' },
	premises: {},
	vehicle: {}
};
const node = (id: string): NetworkNode => ({
	id,
	label: id in { premises: 1, vehicle: 1 } ? 'SharedResource' : 'Actor',
	kind: 'association',
	name: id,
	group: 'civil_society',
	member: true
});
const holds = (source: string, target: string): NetworkEdge => ({
	id: `${source}-${target}`,
	type: 'HOLDS',
	family: 'sharing',
	source,
	target,
	horizontal: true,
	status: 'current',
	certainty: 'sourced',
	verdict: 'said_by_third_party',
	sources: []
});
const options: PlaceOptions = {
	of: (id) => KNOWN[id],
	centre: (code) => (code === '59350' ? LILLE : undefined)
};
const found = (ids: string[], edges: NetworkEdge[] = [], more: Partial<PlaceOptions> = {}) =>
	placesOf({ nodes: ids.map(node), edges }, { ...options, ...more });

describe('places of a network', () => {
	it('gathers what stands at one point, equally well known', () => {
		expect(found(['alpha', 'bravo', 'charlie'])).toEqual({
			places: [
				{ ...LILLE, precision: 'commune', commune: 'Lille', nodes: ['alpha', 'bravo'] },
				{ lat: 50.62, lon: 3.05, precision: 'address', commune: 'Lille', nodes: ['charlie'] }
			],
			...{ without: [], refused: [] }
		});
	});

	it('takes the centre of a commune for whoever only has its code', () => {
		expect(found(['delta']).places).toEqual([
			{ ...LILLE, precision: 'commune', commune: 'Lille', nodes: ['delta'] }
		]);
	});

	it('invents nothing: a commune whose centre is not known gives no place', () => {
		expect(found(['echo', 'nobody'])).toEqual({
			...{ places: [], without: ['echo', 'nobody'], refused: [] }
		});
	});

	it('refuses a point at sea, takes the centre of the commune instead, and says so', () => {
		const given = placesOf(
			{ nodes: ['lost', 'gone'].map(node), edges: [] },
			{
				...options,
				of: (id) => ({ lat: 46, lon: -8, ...(id === 'lost' ? { codeInsee: '59350' } : {}) })
			}
		);
		expect(given).toMatchObject({
			places: [{ precision: 'commune', nodes: ['lost'] }],
			...{ without: ['gone'], refused: ['lost', 'gone'] }
		});
	});

	it('puts a resource with the one who holds it, and says so', () => {
		const { places, without } = found(
			['alpha', 'bravo', 'premises', 'vehicle'],
			[holds('alpha', 'premises'), holds('alpha', 'vehicle'), holds('bravo', 'vehicle')]
		);
		expect(places).toContainEqual({
			...LILLE,
			precision: 'holder',
			commune: 'Lille',
			nodes: ['premises']
		});
		// Two holders: neither place is its own.
		expect(without).toEqual(['vehicle']);
	});

	it('never puts a fictional territory on a real place', () => {
		const { places, without } = found(['alpha', 'premises'], [holds('alpha', 'premises')], {
			invented: () => ({ lat: 47, lon: -11 })
		});
		expect(places).toEqual([
			{ lat: 47, lon: -11, precision: 'fictional', commune: 'Lille', nodes: ['alpha', 'premises'] }
		]);
		expect(without).toEqual([]);
	});
});

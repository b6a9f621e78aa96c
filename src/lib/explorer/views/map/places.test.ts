import { describe, expect, it } from 'vitest';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Place } from '#lib/network/places.ts';
import { listPlaces, placesUrl } from './places.ts';

const node = (id: string, name = id): NetworkNode => ({
	...{ id, name, label: 'Actor', kind: 'association', group: 'civil_society', member: true }
});
const LILLE = { lat: 50.633, lon: 3.0586, commune: 'Lille' };
const PLACES: Place[] = [
	{ lat: 48.85, lon: 2.35, commune: 'Paris', precision: 'commune', nodes: ['a'] },
	{ ...LILLE, precision: 'commune', nodes: ['b', 'c', 'hidden'] },
	{ ...LILLE, precision: 'holder', nodes: ['d'] },
	{ lat: 14.6, lon: -61.1, commune: 'Fort-de-France', precision: 'commune', nodes: ['hidden-too'] }
];

describe('the address of places', () => {
	it.each([
		['/api/v1/projects/prj-a/network', '/api/v1/projects/prj-a/places'],
		['/api/v1/network?region=11', '/api/v1/places?region=11'],
		['/demonstration/api/network', '/demonstration/api/places'],
		['/api/v1/projects/network/network', '/api/v1/projects/network/places']
	])('is beside its network: %s', (network, places) => {
		expect(placesUrl(network)).toBe(places);
	});
});

describe('the places in words', () => {
	const shown = [node('a'), node('b', 'Zoé'), node('c', 'Écho'), node('d'), node('lost', 'Égarée')];
	const listed = listPlaces(PLACES, shown);

	it('hold what is shown once, the fullest place first, by name', () => {
		expect(listed.places.map(({ name, nodes }) => [name, nodes.map(({ id }) => id)])).toEqual([
			['Lille', ['d', 'c', 'b']],
			['Paris', ['a']]
		]);
		expect(listed.placed).toBe(4);
	});

	it('keep in the tray what has no place, and count how well the rest is known', () => {
		expect(listed.tray.map(({ id }) => id)).toEqual(['lost']);
		expect(listed.precisions).toEqual({ address: 0, commune: 3, holder: 1, fictional: 0 });
	});
});

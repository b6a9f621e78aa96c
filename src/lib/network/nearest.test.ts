import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from './distance.ts';
import type { NetworkNode } from './model.ts';
import { nearestAmong, type Nearest } from './nearest.ts';
import { actor } from './small-networks.ts';

const rennes = { commune: 'Rennes', departement: '35', lat: 48.11, lon: -1.68 };

it('takes 0,0 and no number for a place nobody knows', () => {
	const lost = actor('lost', { lat: 0, lon: 0 });
	const none = actor('none', { lat: Number.NaN, lon: 2 });
	expect(nearestAmong([lost, none])(actor('a', { lat: 48.9, lon: 2.4 }))).toBeUndefined();
});

describe('the nearest structure', () => {
	const here = actor('here', rennes);
	it('is the one in the same commune, then the one at the least distance', () => {
		const near = actor('near', { commune: 'Bruz', departement: '35', lat: 48.02, lon: -1.75 });
		const far = actor('far', { commune: 'Redon', departement: '35', lat: 47.65, lon: -2.08 });
		expect(nearestAmong([far, near])(here)).toEqual({
			id: 'near',
			km: expect.closeTo(11.3, 0),
			same: 'departement'
		});
		const beside = actor('beside', { commune: 'Rennes', departement: '35' });
		expect(nearestAmong([far, near, beside])(here)).toEqual({
			id: 'beside',
			km: undefined,
			same: 'commune'
		});
	});
	it('is in the same département when coordinates are missing, and nobody when no place is known', () => {
		const blind = actor('blind', { departement: '35' });
		expect(nearestAmong([blind])(actor('x', { departement: '35' }))).toEqual({
			id: 'blind',
			km: undefined,
			same: 'departement'
		});
		expect(nearestAmong([blind, here])(actor('x'))).toBeUndefined();
		expect(nearestAmong([here])(here)).toBeUndefined();
	});
	it('does not mistake two communes of one name for one', () => {
		const other = actor('other', { commune: 'Rennes', departement: '25' });
		expect(
			nearestAmong([other])(actor('x', { commune: 'Rennes', departement: '35' }))
		).toBeUndefined();
	});

	/** The same, by looking at everybody. */
	function byHand(from: NetworkNode, others: readonly NetworkNode[]): Nearest | undefined {
		const found = others
			.filter(({ id }) => id !== from.id)
			.flatMap((node): (Nearest & { rank: number })[] => {
				const km = distanceKm(from, node);
				const near = from.departement !== undefined && from.departement === node.departement;
				const together = near && from.commune !== undefined && from.commune === node.commune;
				if (km === undefined && !near) return [];
				const same = together ? 'commune' : near ? 'departement' : undefined;
				return [{ id: node.id, km, same, rank: together ? -1 : (km ?? Infinity) }];
			})
			.sort((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank - b.rank));
		const [first] = found;
		return first && { id: first.id, km: first.km, same: first.same };
	}

	it('is the one found by looking at everybody, wherever they are', () => {
		const degrees = fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined });
		const node = fc.record(
			{
				commune: fc.constantFrom('Redon', 'Vitré'),
				departement: fc.constantFrom('35', '44'),
				lat: degrees,
				lon: degrees
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.array(node, { minLength: 1, maxLength: 25 }), (places) => {
				const all = places.map((place, i) =>
					actor(`n${String(i).padStart(2, '0')}`, {
						...place,
						lat: place.lat && 48 + place.lat / 4
					})
				);
				const nearestTo = nearestAmong(all);
				for (const one of all) expect(nearestTo(one)).toEqual(byHand(one, all));
			})
		);
	});
});

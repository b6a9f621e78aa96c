import { describe, expect, it } from 'vitest';
import { nearestTo } from './nearest.ts';
import { actor } from './small-networks.ts';

const rennes = { commune: 'Rennes', departement: '35', lat: 48.11, lon: -1.68 };

it('takes 0,0 and no number for a place nobody knows', () => {
	const lost = actor('lost', { lat: 0, lon: 0 });
	const none = actor('none', { lat: Number.NaN, lon: 2 });
	expect(nearestTo(actor('a', { lat: 48.9, lon: 2.4 }), [lost, none])).toBeUndefined();
});

describe('the nearest structure', () => {
	const here = actor('here', rennes);
	it('is the one in the same commune, then the one at the least distance', () => {
		const near = actor('near', { commune: 'Bruz', departement: '35', lat: 48.02, lon: -1.75 });
		const far = actor('far', { commune: 'Redon', departement: '35', lat: 47.65, lon: -2.08 });
		expect(nearestTo(here, [far, near])).toEqual({
			id: 'near',
			km: expect.closeTo(11.3, 0),
			same: 'departement'
		});
		const beside = actor('beside', { commune: 'Rennes', departement: '35' });
		expect(nearestTo(here, [far, near, beside])).toEqual({
			id: 'beside',
			km: undefined,
			same: 'commune'
		});
	});
	it('is in the same département when coordinates are missing, and nobody when no place is known', () => {
		const blind = actor('blind', { departement: '35' });
		expect(nearestTo(actor('x', { departement: '35' }), [blind])).toEqual({
			id: 'blind',
			km: undefined,
			same: 'departement'
		});
		expect(nearestTo(actor('x'), [blind, here])).toBeUndefined();
		expect(nearestTo(here, [here])).toBeUndefined();
	});
	it('does not mistake two communes of one name for one', () => {
		const other = actor('other', { commune: 'Rennes', departement: '25' });
		expect(
			nearestTo(actor('x', { commune: 'Rennes', departement: '35' }), [other])
		).toBeUndefined();
	});
});

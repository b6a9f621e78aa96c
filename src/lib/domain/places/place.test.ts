import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, placeRefusal } from './place.ts';

const at = (lat: number, lon: number, departement?: string) =>
	placeRefusal({ lat, lon, departement });

describe('coordinates that are no place', () => {
	it.each([
		['0, 0', 0, 0, 'nowhere'],
		['what is no number', Number.NaN, 2, 'nowhere'],
		['beyond numbers', Number.POSITIVE_INFINITY, 2, 'nowhere'],
		['the Atlantic', 46, -8, 'sea'],
		['the Gulf of Lion', 42.5, 4.5, 'sea'],
		['off Martinique', 14.6, -60.2, 'sea'],
		['off Réunion', -21.1, 57.5, 'sea'],
		['latitude and longitude in each other’s place', 2.35, 48.85, 'far'],
		['beyond the poles', 91, 2, 'far']
	])('%s', (_name, lat, lon, refused) => {
		expect(at(lat, lon)).toBe(refused);
		expect(placeOf({ lat, lon })).toBeUndefined();
	});
	it('are those in another part of the world than their département', () => {
		// A mean of projections for others, as found in a published copy of FINESS.
		expect(at(48.85, 2.35, '974')).toBe('elsewhere');
		expect(at(-21.1, 55.5, '75')).toBe('elsewhere');
		expect(at(-21.1, 55.5, '974')).toBeUndefined();
	});
	it('are those of which half is missing, and not those that were not given', () => {
		expect(placeRefusal({ lat: 48 })).toBe('nowhere');
		expect(placeRefusal({})).toBeUndefined();
		expect(placeOf({})).toBeUndefined();
	});
});

describe('coasts, islands and the overseas are places', () => {
	it.each([
		['Paris', 48.8566, 2.3522, '75'],
		['Brest, on its harbour', 48.38, -4.49, '29'],
		['Le Havre, on the water', 49.48, 0.1, '76'],
		['Île de Sein', 48.036, -4.852, '29'],
		['Ouessant', 48.457, -5.096, '29'],
		['Hoëdic', 47.34, -2.877, '56'],
		['Porquerolles', 43, 6.203, '83'],
		['Ajaccio', 41.926, 8.737, '2A'],
		['Basse-Terre', 15.997, -61.732, '971'],
		['La Désirade', 16.305, -61.066, '971'],
		['Fort-de-France', 14.604, -61.067, '972'],
		['Maripasoula', 3.642, -54.033, '973'],
		['Saint-Pierre, Réunion', -21.34, 55.478, '974'],
		['Mamoudzou', -12.78, 45.228, '976'],
		['Saint-Pierre-et-Miquelon', 46.78, -56.18, '975'],
		['Nouméa', -22.27, 166.44, '988'],
		['Geneva', 46.2, 6.14, undefined]
	])('%s', (_name, lat, lon, departement) => {
		expect(at(lat, lon, departement)).toBeUndefined();
	});
});

it('has an answer for any two numbers', () => {
	fc.assert(
		fc.property(fc.double(), fc.double(), (lat, lon) => {
			const refused = at(lat, lon);
			const place = placeOf({ lat, lon });
			expect(place === undefined).toBe(refused !== undefined);
			if (place) expect(Number.isFinite(place.lat + place.lon)).toBe(true);
		})
	);
});

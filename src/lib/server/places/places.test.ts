import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { areaOf } from '#lib/rendering/map/areas.ts';
import { communeCentres } from './communes.ts';
import { inventedPlace } from './fictional.ts';

describe('centres of communes', () => {
	it('are within ten kilometres of those of the sourced set, which were read apart', async () => {
		const centres = await communeCentres();
		expect(centres.size).toBeGreaterThan(8000);
		const file = readFileSync(new URL('../../../../seed/territories.csv', import.meta.url));
		const rows: { level: string; code: string; lat: string; lon: string }[] = parse(file, {
			columns: true
		});
		const compared = rows.flatMap(({ level, code, lat, lon }) => {
			const centre = centres.get(code);
			return level === 'commune' && centre && lat !== ''
				? [{ code, away: Math.hypot(centre.lat - Number(lat), centre.lon - Number(lon)) }]
				: [];
		});
		expect(compared.length).toBeGreaterThan(80);
		expect(compared.filter(({ away }) => away > 0.1)).toEqual([]);
	});

	it('are all in France', async () => {
		const strays = [...(await communeCentres())].filter(
			([, place]) => areaOf(place) === 'elsewhere'
		);
		expect(strays.map(([code]) => code)).toEqual([]);
	});
});

describe('places of fictional communes', () => {
	it('are at sea, always the same, each its own', () => {
		const names = ['Brume-et-Dune', 'Songe-sur-Nuage', 'Toupie-lès-Lampion'];
		const places = names.map(inventedPlace);
		expect(places).toEqual(names.map(inventedPlace));
		expect(new Set(places.map(({ lat, lon }) => `${lat} ${lon}`)).size).toBe(names.length);
		for (const { lat, lon } of places) {
			expect(lon).toBeGreaterThan(-12.5);
			expect(lon).toBeLessThan(-10);
			expect(lat).toBeGreaterThan(46.5);
			expect(lat).toBeLessThan(48);
		}
	});
});

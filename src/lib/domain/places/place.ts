import { groundAt } from './land.ts';

/** Degrees, WGS 84. */
interface Given {
	lat?: number | undefined;
	lon?: number | undefined;
	departement?: string | undefined;
}

/**
 * Why coordinates are no place: what a missing place becomes on its way (0, 0, or no number); at sea; far
 * from anything French, as when latitude and longitude change places; or in another part of the world than
 * the département given, as when a projection was taken for another.
 */
export const PLACE_REFUSALS = ['nowhere', 'sea', 'far', 'elsewhere'] as const;
export type PlaceRefusal = (typeof PLACE_REFUSALS)[number];

/** The boxes of the overseas départements: south, west, north, east. */
const OVERSEAS: Readonly<Record<string, readonly [number, number, number, number]>> = {
	'971': [15.6, -62, 18.4, -60.8],
	'972': [14.2, -61.4, 15.1, -60.7],
	'973': [1.9, -55, 6.2, -51.4],
	'974': [-21.6, 55, -20.7, 56],
	'976': [-13.2, 44.9, -12.4, 45.5]
};
const METROPOLE = [41, -5.7, 51.4, 10] as const;

const isIn = (
	lat: number,
	lon: number,
	[south, west, north, east]: readonly [number, number, number, number]
): boolean => lat >= south && lat <= north && lon >= west && lon <= east;

/** Why these coordinates are refused as a place; nothing when they are one, or are not given. Constant time. */
export function placeRefusal({ lat, lon, departement }: Given): PlaceRefusal | undefined {
	if (lat === undefined && lon === undefined) return undefined;
	if (lat === undefined || lon === undefined) return 'nowhere';
	const isNumber = Number.isFinite(lat) && Number.isFinite(lon);
	if (!isNumber || (lat === 0 && lon === 0)) return 'nowhere';
	const ground = groundAt(lat, lon);
	if (ground !== 'land') return ground;
	if (departement === undefined) return undefined;
	const isThere = /^\d[\dAB]$/.test(departement)
		? isIn(lat, lon, METROPOLE)
		: isIn(lat, lon, OVERSEAS[departement] ?? [-90, -180, 90, 180]);
	return isThere ? undefined : 'elsewhere';
}

/** Coordinates that are a place; nothing when they are refused or not given. */
export const placeOf = (given: Given): { lat: number; lon: number } | undefined =>
	given.lat !== undefined && given.lon !== undefined && placeRefusal(given) === undefined
		? { lat: given.lat, lon: given.lon }
		: undefined;

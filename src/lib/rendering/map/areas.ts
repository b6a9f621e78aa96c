/** The parts of France a map cannot show at once. */
export const AREAS = [
	'metropole',
	'guadeloupe',
	'martinique',
	'guyane',
	'reunion',
	'mayotte',
	'elsewhere'
] as const;
export type Area = (typeof AREAS)[number];

/** West, south, east, north, in degrees. */
export type Extent = readonly [number, number, number, number];

const EXTENTS: Readonly<Record<Exclude<Area, 'elsewhere'>, Extent>> = {
	metropole: [-5.6, 41, 10, 51.5],
	guadeloupe: [-61.9, 15.8, -60.9, 16.6],
	martinique: [-61.3, 14.3, -60.7, 15],
	guyane: [-55, 2, -51.4, 6.2],
	reunion: [55.1, -21.5, 56, -20.8],
	mayotte: [44.9, -13.1, 45.4, -12.5]
};

/** The part a place is in. */
export function areaOf({ lon, lat }: { lon: number; lat: number }): Area {
	for (const area of AREAS) {
		if (area === 'elsewhere') continue;
		const [west, south, east, north] = EXTENTS[area];
		if (lon >= west && lon <= east && lat >= south && lat <= north) return area;
	}
	return 'elsewhere';
}

/** The smallest extent that holds places, or nothing without any. */
export function extentOf(places: readonly { lon: number; lat: number }[]): Extent | undefined {
	const [first] = places;
	if (!first) return undefined;
	let [west, south, east, north] = [first.lon, first.lat, first.lon, first.lat];
	for (const { lon, lat } of places) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}

/** How many nodes stand in each part, those with none left out; the order is that of `AREAS`. */
export function countAreas(
	places: readonly { lon: number; lat: number; count: number }[]
): { area: Area; count: number }[] {
	const counts = new Map<Area, number>();
	for (const place of places)
		if (place.count > 0) {
			const area = areaOf(place);
			counts.set(area, (counts.get(area) ?? 0) + place.count);
		}
	return AREAS.flatMap((area) => {
		const count = counts.get(area);
		return count === undefined ? [] : [{ area, count }];
	});
}

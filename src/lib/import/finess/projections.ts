import proj4 from 'proj4';

/** A projection of the French reference frames, and the degrees its points can have. */
interface Zone {
	toDegrees: (point: [number, number]) => [number, number];
	west: number;
	south: number;
	east: number;
	north: number;
}

const zone = (definition: string, west: number, south: number, east: number, north: number) => {
	const { inverse } = proj4(definition);
	return { toDegrees: (point) => inverse(point), west, south, east, north } satisfies Zone;
};

const utm = (number: number, hemisphere: '' | '+south') =>
	`+proj=utm +zone=${number} ${hemisphere} +ellps=GRS80 +units=m`;

/**
 * As FINESS names them. Lambert 93 is EPSG:2154; overseas, UTM in RGAF09 (5490), RGSPM06 (4467), RGFG95
 * (2972), RGR92 (2975) and RGM04 (4471), and WGS 84 in Wallis: all within a metre of WGS 84.
 */
const ZONES: Readonly<Record<string, Zone>> = {
	LAMBERT93: zone(
		'+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m',
		-5.5,
		41,
		10,
		51.5
	),
	N20: zone(utm(20, ''), -63.5, 14, -60.5, 18.5),
	N21: zone(utm(21, ''), -57, 46.5, -56, 47.5),
	N22: zone(utm(22, ''), -55, 2, -51, 6.5),
	S40: zone(utm(40, '+south'), 55, -21.6, 56, -20.7),
	S38: zone(utm(38, '+south'), 44.8, -13.2, 45.5, -12.4),
	S1: zone(utm(1, '+south'), -178.5, -14.6, -175.9, -13)
};

/** The zone of each département FINESS knows by a letter. */
const OVERSEAS: Readonly<Record<string, string>> = {
	'9A': 'N20',
	'9B': 'N20',
	'9C': 'N22',
	'9D': 'S40',
	'9E': 'N21',
	'9F': 'S38',
	'9J': 'S1'
};

/** `LAMBERT_93`, `UTM_N20`, `…,BD_ADRESSE,V2.2,UTM_S40`: the zone a text names. */
function named(text: string): string | undefined {
	if (/LAMBERT_?93/i.test(text)) return 'LAMBERT93';
	const [, hemisphere = '', number = ''] = /UTM_?([NS])_?0?(\d{1,2})/i.exec(text) ?? [];
	return hemisphere === '' ? undefined : `${hemisphere.toUpperCase()}${Number(number)}`;
}

export type Point =
	| { lat: number; lon: number; swapped: boolean }
	/** Nowhere near the territory its projection is used for, either way round. */
	| 'outside';

const DECIMALS = 1e6;
const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;

function within(place: Zone, lon: number, lat: number): boolean {
	return lon >= place.west && lon <= place.east && lat >= place.south && lat <= place.north;
}

/**
 * Metres of a projection as degrees of WGS 84, to the sixth decimal. X and Y are put right where they
 * were swapped.
 * @param projection text that names it, as `sourcecoordet`; else the zone of the département is taken
 * @param departement as FINESS writes it, `01` or `9A`
 */
export function toDegrees(
	x: number,
	y: number,
	{ projection, departement }: { projection: string; departement: string }
): Point {
	const place = ZONES[named(projection) ?? OVERSEAS[departement] ?? 'LAMBERT93'];
	if (!place) return 'outside';
	for (const swapped of [false, true]) {
		const [lon, lat] = place.toDegrees(swapped ? [y, x] : [x, y]);
		if (within(place, lon, lat)) return { lat: rounded(lat), lon: rounded(lon), swapped };
	}
	return 'outside';
}

/** Degrees as they are given, or swapped where only that is on French ground. */
export function degrees(lon: number, lat: number): Point {
	const places = Object.values(ZONES);
	for (const swapped of [false, true]) {
		const [east, north] = swapped ? [lat, lon] : [lon, lat];
		if (places.some((place) => within(place, east, north)))
			return { lat: rounded(north), lon: rounded(east), swapped };
	}
	return 'outside';
}

import { m } from '#lib/i18n/paraglide/messages.js';
import type { Network } from '#lib/network/model.ts';
import type { NetworkPlaces, Place } from '#lib/network/places.ts';
import groundText from '#lib/rendering/map/ground.json?raw';
import { paperColour } from '../palette.ts';
import type { Figure } from '../document.ts';
import { MARGIN, n, sheet, WIDTH, words } from './paper.ts';

const HEIGHT = 520;
/** Degrees of latitude shown at least: one commune is not blown up to its streets, which nobody knows. */
const LEAST = 0.5;
/** Beyond, what is far from most is named beside the map rather than shrink it to nothing. */
const FARTHEST = 12;

type Point = readonly [number, number];
interface Spot {
	place: Place;
	structures: number;
	x: number;
	y: number;
}

const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Mercator, in degrees of longitude. */
const mercator = (lat: number): number =>
	(180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Outlines as paths; those that end outside the frame on one side are left out. */
function outlines(
	lines: readonly Line[],
	to: (lon: number, lat: number) => Point,
	close: boolean
): string {
	return lines
		.map((line) => {
			const points = line.map(([lon = 0, lat = 0]) => to(lon, lat));
			const outside = [
				points.every(([x]) => x < 0),
				points.every(([x]) => x > WIDTH),
				points.every(([, y]) => y < 0),
				points.every(([, y]) => y > HEIGHT)
			];
			if (outside.some(Boolean)) return '';
			return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${close ? 'Z' : ''}`;
		})
		.join('');
}

type Line = readonly (readonly number[])[];
interface Ground {
	land: { features: { properties: { kind: string }; geometry: { coordinates: unknown } }[] };
}

/** Every line of points in nested lists of coordinates. */
function linesIn(coordinates: unknown): Line[] {
	if (!Array.isArray(coordinates)) return [];
	const isLine = Array.isArray(coordinates[0]) && typeof coordinates[0][0] === 'number';
	return isLine ? [coordinates] : coordinates.flatMap(linesIn);
}

/** The bundled ground, read once, when a first map is drawn. */
let read: { land: Line[]; borders: Line[] } | undefined;
function groundLines(): { land: Line[]; borders: Line[] } {
	if (read) return read;
	const { land }: Ground = JSON.parse(groundText);
	const linesOf = (isBorder: boolean): Line[] =>
		land.features
			.filter(({ properties }) => (properties.kind === 'border') === isBorder)
			.flatMap(({ geometry }) => linesIn(geometry.coordinates));
	return (read = { land: linesOf(false), borders: linesOf(true) });
}

/** A bar of a round number of kilometres, at the map's middle. */
function scaleBar(pixelsPerDegree: number, lat: number): string {
	const perKilometre = pixelsPerDegree / (111.32 * Math.cos((lat * Math.PI) / 180));
	const length = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((km) => km * perKilometre > 70) ?? 500;
	const [x, y] = [MARGIN, HEIGHT - MARGIN];
	return `<path d="M${x} ${y - 6}v6h${n(length * perKilometre)}v-6" fill="none" stroke="${paperColour('ink')}" stroke-width="1.5"/>${words(m.dossier_map_scale({ km: length }), x + 4, y - 10, { size: 14 })}`;
}

/** Names of communes that do not meet, the fullest first. */
function names(spots: readonly Spot[]): string[] {
	const taken = spots.map(({ x, y }) => [x - 12, y - 12, x + 12, y + 12] as const);
	const drawn: string[] = [];
	for (const { x, y, place } of spots) {
		if (!place.commune) continue;
		const width = place.commune.length * 8.2;
		for (const side of [1, -1]) {
			const left = side > 0 ? x + 16 : x - 16 - width;
			const box = [left, y - 9, left + width, y + 9] as const;
			const meets = taken.some(
				(other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]
			);
			if (meets || box[0] < 4 || box[2] > WIDTH - 4) continue;
			taken.push(box);
			drawn.push(words(place.commune, left, y + 5, { size: 15 }));
			break;
		}
	}
	return drawn;
}

/** Where the structures of a project are, as precisely as is known; who is left out, and why, beside it. */
export function mapFigure(
	network: Pick<Network, 'nodes'>,
	{ places }: NetworkPlaces
): { figure: Figure; shown: number; far: number } | undefined {
	const members = new Set(
		network.nodes
			.filter(({ member, label }) => member && (label === 'Actor' || label === 'Funder'))
			.map(({ id }) => id)
	);
	// One mark a point of the map, however well each of those who stand there is known.
	const points = new Map<string, { place: Place; structures: number }>();
	for (const place of places) {
		const structures = place.nodes.filter((id) => members.has(id)).length;
		if (structures === 0 || place.precision === 'fictional') continue;
		const key = `${place.lat} ${place.lon}`;
		const known = points.get(key);
		points.set(key, { place, structures: structures + (known?.structures ?? 0) });
	}
	const all = [...points.values()];
	const centre = {
		lat: median(all.map(({ place }) => place.lat)),
		lon: median(all.map(({ place }) => place.lon))
	};
	const near = all.filter(
		({ place }) => Math.hypot(place.lat - centre.lat, place.lon - centre.lon) < FARTHEST
	);
	if (near.length === 0) return undefined;
	const count = (some: typeof all): number =>
		some.reduce((sum, { structures }) => sum + structures, 0);

	const lons = near.map(({ place }) => place.lon);
	const lats = near.map(({ place }) => mercator(place.lat));
	const [west, east] = [Math.min(...lons), Math.max(...lons)];
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const scale = Math.min(
		(WIDTH - 8 * MARGIN) / Math.max(east - west, LEAST),
		(HEIGHT - 5 * MARGIN) / Math.max(north - south, LEAST)
	);
	const to = (lon: number, lat: number): Point => [
		WIDTH / 2 + (lon - (west + east) / 2) * scale,
		HEIGHT / 2 - (mercator(lat) - (south + north) / 2) * scale
	];
	const spots = near
		.map(({ place, structures }) => {
			const [x, y] = to(place.lon, place.lat);
			return { place, structures, x, y };
		})
		.sort((a, b) => b.structures - a.structures);
	const dots = spots.map(({ x, y, structures }) => {
		const radius = structures > 1 ? 12 : 8;
		const number =
			structures > 1
				? words(String(structures), x, y + 5, {
						size: 13,
						anchor: 'middle',
						weight: 700,
						colour: '#ffffff'
					})
				: '';
		return `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" fill="${paperColour('accent')}" stroke="#ffffff" stroke-width="1.5"/>${number}`;
	});
	const { land, borders } = groundLines();
	const figure = sheet(HEIGHT, [
		`<clipPath id="frame"><rect width="${WIDTH}" height="${HEIGHT}"/></clipPath>`,
		`<g clip-path="url(#frame)"><rect width="${WIDTH}" height="${HEIGHT}" fill="#eef2f4"/>`,
		`<path d="${outlines(land, to, true)}" fill="${paperColour('hull')}" stroke="${paperColour('line')}"/>`,
		`<path d="${outlines(borders, to, false)}" fill="none" stroke="#b9b0a2" stroke-width="1.2"/></g>`,
		...dots,
		...names(spots),
		scaleBar(scale, centre.lat)
	]);
	return { figure, shown: count(near), far: count(all) - count(near) };
}

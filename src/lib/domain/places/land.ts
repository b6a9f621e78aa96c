import cells from './land-cells.json';

/** A part of the world the ground of the map shows, and which of its cells are land or near it. */
interface Frame {
	west: number;
	south: number;
	east: number;
	north: number;
	/** Row by row from the south: where sea turns to land and land to sea, in cells from the west. */
	rows: readonly (readonly number[])[];
}

/** Degrees; the file was made with it. */
const CELL = 0.05;

/** Parts of France the ground does not show: taken as they are. West, south, east, north. */
const BEYOND: readonly (readonly [number, number, number, number])[] = [
	[-57, 46.5, -56, 47.3],
	[-179, -15, -175.5, -12.5],
	[-155, -28, -134, -7],
	[158, -23.5, 173, -18]
];

let ready: readonly Frame[] | undefined;

const frames = (): readonly Frame[] =>
	(ready ??= cells.map(({ frame, rows }) => {
		const [west = 0, south = 0, east = 0, north = 0] = frame;
		const turns = rows.split(',').map((row) => {
			let at = 0;
			return row.split(' ').map((run) => (at += Number.parseInt(run, 36)));
		});
		return { west, south, east, north, rows: turns };
	}));

/** Where a point is: on land or within some ten kilometres of it, at sea, or nowhere near France. */
export function groundAt(lat: number, lon: number): 'land' | 'sea' | 'far' {
	for (const { west, south, east, north, rows } of frames()) {
		if (lon < west || lon >= east || lat < south || lat >= north) continue;
		const turns = rows[Math.floor((lat - south) / CELL)] ?? [];
		const cell = Math.floor((lon - west) / CELL);
		const passed = turns.findIndex((turn) => cell < turn);
		return passed % 2 === 1 ? 'land' : 'sea';
	}
	const isBeyond = BEYOND.some(
		([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north
	);
	return isBeyond ? 'land' : 'far';
}

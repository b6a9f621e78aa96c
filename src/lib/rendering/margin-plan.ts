/**
 * Where those apart stand on screen: a list beside the network, or under it where the screen is
 * narrow. Their place says nothing about their ties, so the room there is decides, not the layout.
 * Pure, in pixels.
 */

/** A node of the margin, where the layout put it, with the size of its name. */
export interface MarginItem {
	id: string;
	/** False for what a structure of the margin alone holds: it follows its holder. */
	apart: boolean;
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface MarginRoom {
	side: 'beside' | 'under';
	/** Most the margin may take. */
	width: number;
	height: number;
}

export interface MarginPlan {
	side: MarginRoom['side'];
	width: number;
	height: number;
	/** From the top left corner of the margin. */
	seats: { id: string; x: number; y: number }[];
	/** Pixels between two rows. */
	pitch: number;
	/** From the first node up to the title's foot. */
	title: number;
	/** True when every name stands on the right of its node; else names wait for the pointer. */
	named: boolean;
	/** Largest radius a node may have without touching the next. */
	radius: number;
}

/** Above this many, the margin is a block of nodes. */
export const MOST_NAMED = 30;
/** What the title takes above the first row. */
const TITLE = 30;
/** From a column's edge to its names. */
export const NAME_AT = 34;
const DOT = 14;
const INDENT = 14;
const BETWEEN = 16;
/** Least height of a row: a finger, then a node with its ring. */
const ROWS = { roomy: 44, tight: 28 };
const SPACES = [14, 10, 6, 3];
const LARGEST = 9;
/** Pixels from which a margin under the network may have three columns at once. */
const WIDE = 460;

interface Row extends MarginItem {
	/** Extra space above, where another class begins. */
	before: number;
}

/** In the layout's order, with what it put between two classes as a share of a step. */
function inOrder(items: readonly MarginItem[]): Row[] {
	const sorted = [...items].sort((a, b) => a.y - b.y || a.x - b.x);
	const steps = sorted.flatMap((item, i) => {
		const step = item.y - (sorted[i - 1]?.y ?? item.y);
		return step > 0.01 ? [step] : [];
	});
	const least = Math.min(...steps);
	return sorted.map((item, i) => {
		const step = item.y - (sorted[i - 1]?.y ?? item.y);
		return { ...item, before: step > least * 1.1 ? Math.min(step / least - 1, 1) : 0 };
	});
}

/** Structures with what they hold: never parted by a column's end. */
function clumps(rows: readonly Row[]): Row[][] {
	const found: Row[][] = [];
	for (const row of rows) {
		const last = found.at(-1);
		if (row.apart || !last) found.push([row]);
		else last.push(row);
	}
	return found;
}

/** Names in `columns` columns, or nothing when they do not fit. */
function listed(
	rows: readonly Row[],
	columns: number,
	room: MarginRoom,
	space: number,
	least: number
): MarginPlan | undefined {
	const heightOf = (row: Row): number => Math.max(row.height + space, least) + row.before * 24;
	const total = rows.reduce((sum, row) => sum + heightOf(row), 0);
	const filled: Row[][] = [[]];
	let taken = 0;
	for (const clump of clumps(rows)) {
		const tall = clump.reduce((sum, row) => sum + heightOf(row), 0);
		if (filled.length < columns && taken + tall / 2 > (total / columns) * filled.length)
			filled.push([]);
		filled.at(-1)?.push(...clump);
		taken += tall;
	}
	const seats: MarginPlan['seats'] = [];
	let [left, height] = [0, 0];
	let pitch = Infinity;
	let title = 20;
	for (const column of filled) {
		let y = TITLE;
		let wide = 0;
		for (const [i, row] of column.entries()) {
			const tall = heightOf(row) - (i === 0 ? row.before * 24 : 0);
			if (seats.length === 0) title = Math.max(title, row.height / 2 + 9);
			const indent = row.apart ? 0 : INDENT;
			seats.push({
				id: row.id,
				x: left + DOT + indent,
				y: y + tall - heightOf({ ...row, before: 0 }) / 2
			});
			y += tall;
			wide = Math.max(wide, NAME_AT + indent + row.width);
			pitch = Math.min(pitch, tall);
		}
		left += wide + BETWEEN;
		height = Math.max(height, y);
	}
	const width = left - BETWEEN;
	if (width > room.width || height > room.height) return undefined;
	return { side: room.side, width, height, seats, pitch, title, named: true, radius: LARGEST };
}

/** Nodes alone, in rows: each class starts one. */
function massed(rows: readonly Row[], room: MarginRoom): MarginPlan {
	const place = (columns: number, pitch: number): MarginPlan => {
		const seats: MarginPlan['seats'] = [];
		let y = TITLE + pitch / 2;
		let column = 0;
		for (const [i, row] of rows.entries()) {
			const parted = i > 0 && row.before > 0;
			if (parted || column === columns) {
				y += pitch * (parted ? 1 + Math.max(0.3, row.before) * 0.6 : 1);
				column = 0;
			}
			seats.push({ id: row.id, x: pitch * (column + 0.5), y });
			column++;
		}
		const [width, height] = [columns * pitch, y + pitch / 2];
		const radius = Math.max(1.5, pitch / 2 - 4);
		return { side: room.side, width, height, seats, pitch, title: 22, named: false, radius };
	};
	for (let pitch = 20; pitch > 8; pitch--) {
		const most = Math.max(1, Math.floor(room.width / pitch));
		// Beside, tall and narrow; under, wide and flat.
		for (
			let columns = room.side === 'under' ? most : Math.min(3, most);
			columns <= most;
			columns++
		) {
			const plan = place(columns, pitch);
			if (plan.height <= room.height) return plan;
		}
	}
	return place(Math.max(1, Math.floor(room.width / 8)), 8);
}

/** Beside, as tall as it likes; under, as flat as it can, two columns where a third would be cramped. */
const columnsFor = ({ side, width }: MarginRoom): readonly number[] =>
	side === 'beside' ? [1, 2, 3] : width >= WIDE ? [3, 2, 1] : [2, 1, 3];

/** Every item with its place, in as few columns of names as the room allows. */
export function planMargin(items: readonly MarginItem[], room: MarginRoom): MarginPlan | undefined {
	if (items.length === 0) return undefined;
	const rows = inOrder(items);
	if (items.length <= MOST_NAMED)
		for (const columns of columnsFor(room))
			for (const least of [ROWS.roomy, ROWS.tight])
				for (const space of SPACES) {
					const plan = listed(rows, columns, room, space, least);
					if (plan) return plan;
				}
	return massed(rows, { ...room, width: room.side === 'under' ? room.width : room.width * 0.4 });
}

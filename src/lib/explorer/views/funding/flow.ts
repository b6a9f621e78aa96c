/** A small flow: funders on the left, beneficiaries on the right, ribbons as thick as the money. Pure. */
import type { FundingLine } from './funding.ts';

export interface FlowName {
	id: string;
	/** The name, whole, on as many lines as it needs. */
	lines: string[];
	x: number;
	/** Middle of the first line of text. */
	y: number;
	top: number;
	height: number;
}

export interface FlowRibbon {
	id: string;
	/** A filled band; for an unknown amount, a line to be dashed. */
	path: string;
	known: boolean;
}

export interface Flow {
	width: number;
	height: number;
	/** Edges of the two columns of bars. */
	left: number;
	right: number;
	from: FlowName[];
	to: FlowName[];
	ribbons: FlowRibbon[];
	/** Lines left out, the smallest. */
	omitted: number;
}

/** Pixels of the thickest sum, of a line of text, of the narrowest band, of an unknown amount's room. */
const TALLEST = 150;
const LINE = 16;
const THINNEST = 1.5;
const UNKNOWN = 7;
const GAP = 12;
const BAR = 6;
/** More lines than this and nobody can follow one with the eye. */
const MOST = 40;
/** Mean width of a character at the size names are written in. */
const CHARACTER = 6.9;

/** Breaks a name between words, and inside one only when it is longer than a line. */
export function wrapName(name: string, width: number): string[] {
	const most = Math.max(8, Math.floor(width / CHARACTER));
	const lines: string[] = [];
	let line = '';
	for (const word of name.split(/ +/)) {
		let rest = word;
		if (line && line.length + 1 + rest.length > most) {
			lines.push(line);
			line = '';
		}
		while (rest.length > most) {
			lines.push(rest.slice(0, most));
			rest = rest.slice(most);
		}
		line = line ? `${line} ${rest}` : rest;
	}
	return line ? [...lines, line] : lines;
}

/** Pixels for one euro, so that all flows of a page are compared by eye: the greatest sum sets it. */
export const scaleOf = (sums: readonly { eur: number }[]): number => {
	const greatest = Math.max(0, ...sums.map(({ eur }) => eur));
	return greatest > 0 ? TALLEST / greatest : 0;
};

const thickness = ({ amountEur }: FundingLine, scale: number): number =>
	amountEur === undefined ? UNKNOWN : Math.max(THINNEST, amountEur * scale);

interface Side extends FlowName {
	/** Where the next ribbon is fastened. */
	at: number;
}

function stack(
	ends: readonly { id: string; name: string; thick: number }[],
	x: number,
	room: number
): Side[] {
	let top = 0;
	return ends.map(({ id, name, thick }) => {
		const lines = wrapName(name, room);
		const text = lines.length * LINE;
		const height = Math.max(thick, text);
		const side: Side = {
			id,
			lines,
			x,
			y: top + (height - text) / 2 + LINE / 2,
			top: top + (height - thick) / 2,
			height: thick,
			at: top + (height - thick) / 2
		};
		top += height + GAP;
		return side;
	});
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A band between two bars, or the line in the middle of it. */
function ribbonPath(
	{ x1, x2, y1, y2 }: { x1: number; x2: number; y1: number; y2: number },
	thick: number,
	filled: boolean
): string {
	const half = round((x1 + x2) / 2);
	const curve = (to: number, from: number, end: number) =>
		`C${half} ${from} ${half} ${to} ${end} ${to}`;
	if (!filled) {
		const [a, b] = [round(y1 + thick / 2), round(y2 + thick / 2)];
		return `M${x1} ${a}${curve(b, a, x2)}`;
	}
	const [a, b, under1, under2] = [y1, y2, y1 + thick, y2 + thick].map(round);
	if (a === undefined || b === undefined || under1 === undefined || under2 === undefined) return '';
	return `M${x1} ${a}${curve(b, a, x2)}V${under2}${curve(under1, under2, x1)}Z`;
}

/**
 * Lays out one stage's lines in `width` pixels, `scale` being pixels for a euro. Order of funders is
 * that of the lines given; beneficiaries follow them, so that ribbons cross little.
 */
export function flowOf(
	all: readonly FundingLine[],
	{ width, scale }: { width: number; scale: number }
): Flow {
	const ranked = [...all].sort((a, b) => (b.amountEur ?? -1) - (a.amountEur ?? -1));
	const kept = new Set(ranked.slice(0, MOST));
	const lines = all.filter((line) => kept.has(line));
	const ends = (end: 'source' | 'target') => {
		const found = new Map<string, { id: string; name: string; thick: number }>();
		for (const line of lines) {
			const { id, name } = line[end];
			const known = found.get(id) ?? { id, name, thick: 0 };
			known.thick += thickness(line, scale);
			found.set(id, known);
		}
		return [...found.values()];
	};
	const room = Math.round(width * 0.33);
	const left = room + 8;
	const right = width - room - 8;
	const from = stack(ends('source'), left - 8, room);
	const to = stack(ends('target'), right + 8, room);
	const bottom = (sides: readonly Side[]): number =>
		Math.max(
			0,
			...sides.map((s) => Math.max(s.top + s.height, s.y + (s.lines.length - 0.5) * LINE))
		);
	const height = Math.ceil(Math.max(bottom(from), bottom(to)));
	// The shorter side stands in the middle of the longer.
	for (const side of [from, to]) {
		const down = (height - bottom(side)) / 2;
		for (const one of side) {
			one.y += down;
			one.top += down;
			one.at += down;
		}
	}
	// Fastened in the order of the other side, so that ribbons of one bar do not cross each other.
	const place = (sides: readonly Side[]) => new Map(sides.map(({ id }, at) => [id, at]));
	const [startPlaces, stopPlaces] = [place(from), place(to)];
	const fastened = (sides: readonly Side[], own: 'source' | 'target') => {
		const [other, places] =
			own === 'source' ? (['target', stopPlaces] as const) : (['source', startPlaces] as const);
		const at = new Map(sides.map((side) => [side.id, side.at]));
		const ordered = [...lines].sort(
			(a, b) => (places.get(a[other].id) ?? 0) - (places.get(b[other].id) ?? 0)
		);
		return new Map(
			ordered.map((line) => {
				const y = at.get(line[own].id) ?? 0;
				at.set(line[own].id, y + thickness(line, scale));
				return [line.id, y];
			})
		);
	};
	const [starts, stops] = [fastened(from, 'source'), fastened(to, 'target')];
	const [x1, x2] = [left + BAR, right - BAR];
	const ribbons = lines.map((line) => {
		const known = line.amountEur !== undefined;
		const ends = { x1, x2, y1: starts.get(line.id) ?? 0, y2: stops.get(line.id) ?? 0 };
		return { id: line.id, known, path: ribbonPath(ends, thickness(line, scale), known) };
	});
	const name = ({ id, lines: words, x, y, top, height: tall }: Side): FlowName => ({
		id,
		lines: words,
		x,
		y: round(y),
		top: round(top),
		height: round(Math.max(tall, 1))
	});
	return {
		width,
		height,
		left,
		right,
		from: from.map(name),
		to: to.map(name),
		ribbons,
		omitted: all.length - lines.length
	};
}

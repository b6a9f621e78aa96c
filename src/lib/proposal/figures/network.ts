import { isAlive } from '#lib/domain/status.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import { familyLabel, groupLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { xml } from '#lib/export/xml.ts';
import { toPath } from '#lib/network/hull.ts';
import type { Layout, Network, NetworkNode, Position } from '#lib/network/model.ts';
import type { Figure } from '../document.ts';
import { paperColour } from '../palette.ts';
import { MARGIN, n, sheet, WIDTH } from './paper.ts';

const MOST_HIGH = 640;
/** Pixels of a layout unit at most: a few structures are not blown up. */
const LARGEST = 40;
const LARGEST_RADIUS = 17;
const LEGEND_ROW = 28;
/** Of a drawing that will be half a page wide. */
const NARROW = 560;
const DRAWN: readonly Family[] = ['funding', 'cooperation', 'sharing'];
const DASHES: Partial<Record<Family, string>> = { funding: '2 5' };
/** Ties announced and not yet there. */
const PLANNED = '9 6';

const token = (name: string): string => name.replaceAll('_', '-');

interface Drawing {
	network: Network;
	layout: Layout;
}

interface Drawn {
	node: NetworkNode;
	x: number;
	y: number;
}

const placedIn = ({ network, layout }: Drawing): Drawn[] =>
	network.nodes.flatMap((node) => {
		const at: Position | undefined = layout.positions.get(node.id);
		const hidden = !node.member || node.group === 'ars' || node.group === 'project';
		return at && !hidden ? [{ node, x: at.x, y: at.y }] : [];
	});

function shape({ node, x, y }: Drawn, radius: number): string {
	const fill = `fill="${paperColour(`group-${token(node.group)}`)}"`;
	if (node.label === 'SharedResource')
		return `<rect x="${n(x - radius)}" y="${n(y - radius)}" width="${n(2 * radius)}" height="${n(2 * radius)}" rx="${n(radius / 4)}" ${fill}/>`;
	if (node.label === 'Funder') {
		const r = radius * 1.25;
		return `<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" ${fill}/>`;
	}
	return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${fill}/>`;
}

const line = (family: Family, d: string, dash: string | undefined): string =>
	`<path d="${d}" fill="none" stroke="${paperColour(`family-${family}`)}" stroke-width="2.5"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;

/** What the shapes and lines of this figure mean, in rows of three. */
function legend(
	drawn: readonly Drawn[],
	edges: ReadonlySet<string>,
	ring: boolean,
	top: number,
	width: number
) {
	const groups = new Map(drawn.map((one) => [one.node.group, one]));
	const marks: { mark: (x: number, y: number) => string; text: string }[] = [
		...[...groups.values()].map((one) => ({
			mark: (x: number, y: number) => shape({ ...one, x, y }, 8),
			text: groupLabel(one.node.group)
		})),
		...DRAWN.filter((family) => edges.has(family)).map((family) => ({
			mark: (x: number, y: number) => line(family, `M${n(x - 14)} ${n(y)}h28`, DASHES[family]),
			text: familyLabel(family)
		})),
		...(edges.has('planned')
			? [
					{
						mark: (x: number, y: number) =>
							line('cooperation', `M${n(x - 14)} ${n(y)}h28`, PLANNED),
						text: m.proposal_legend_planned()
					}
				]
			: []),
		...(edges.has('planned-node')
			? [
					{
						mark: (x: number, y: number) => plannedRing(x, y, 7),
						text: m.dossier_legend_planned_node()
					}
				]
			: []),
		...(ring
			? [{ mark: (x: number, y: number) => apartRing(x, y, 8), text: m.proposal_legend_apart() }]
			: [])
	];
	const columns = width < WIDTH ? 2 : 3;
	const column = (width - 2 * MARGIN) / columns;
	const parts = marks.map(({ mark, text }, index) => {
		const x = MARGIN + (index % columns) * column;
		const y = top + LEGEND_ROW * (Math.floor(index / columns) + 0.5);
		return `${mark(x + 16, y)}<text x="${n(x + 40)}" y="${n(y + 6)}" font-size="${width < WIDTH ? 15 : 17}" fill="${paperColour('ink')}">${xml(text)}</text>`;
	});
	return {
		svg: parts.join(''),
		height: LEGEND_ROW * Math.ceil(marks.length / columns)
	};
}

/** Around a structure or a resource that is not there yet. */
const plannedRing = (x: number, y: number, radius: number): string =>
	`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius * 1.35)}" fill="none" stroke="${paperColour('ink')}" stroke-width="2" stroke-dasharray="4 3"/>`;

const apartRing = (x: number, y: number, radius: number): string =>
	`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius * 1.45)}" fill="none" stroke="${paperColour('coral')}" stroke-width="2.5"/>`;

interface Shown {
	/** What each structure bears: its number in the table. */
	numbers: ReadonlyMap<string, number>;
	apart: ReadonlySet<string>;
	/** Ids of nodes and ties that are not there yet. */
	planned?: ReadonlySet<string>;
	/** Another picture of the same network, drawn in the same places: both take the frame of the two. */
	beside?: Drawing | undefined;
	/** Half as wide. */
	isNarrow?: boolean | undefined;
}

/**
 * A project's network for paper: its members where the drawing has them, each with the number it bears
 * in the table of participants, ties alive and planned, a ring around those apart, and a legend. An SVG
 * 900 wide. Linear in nodes and ties, but for the search of the nearest two.
 */
export function networkFigure(
	network: Network,
	layout: Layout,
	{ numbers, apart, planned = new Set(), beside, isNarrow = false }: Shown
): Figure {
	const width = isNarrow ? NARROW : WIDTH;
	const placed = placedIn({ network, layout });
	const others = beside ? placedIn(beside) : [];
	const framed = [...new Map([...others, ...placed].map((one) => [one.node.id, one])).values()];
	const xs = framed.map(({ x }) => x);
	const ys = framed.map(({ y }) => y);
	const [left, right] = framed.length > 0 ? [extreme(xs, Math.min), extreme(xs, Math.max)] : [0, 1];
	const [low, high] = framed.length > 0 ? [extreme(ys, Math.min), extreme(ys, Math.max)] : [0, 1];
	const scale = Math.min(
		(width - 2 * MARGIN) / (right - left + 2),
		(MOST_HIGH - 2 * MARGIN) / (high - low + 2),
		LARGEST
	);
	const height = (high - low + 2) * scale + 2 * MARGIN;
	const toX = (x: number): number => (x - (left + right) / 2) * scale + width / 2;
	const toY = (y: number): number => (y - low + 1) * scale + MARGIN;
	const onPaper = ({ node, x, y }: Drawn): Drawn => ({ node, x: toX(x), y: toY(y) });
	const drawn = placed.map(onPaper);
	const radius = Math.min(LARGEST_RADIUS, 0.42 * leastDistance(framed.map(onPaper), scale));
	const at = new Map(drawn.map((one) => [one.node.id, one]));

	const kinds = new Set<string>();
	const lines = DRAWN.flatMap((family) =>
		[true, false].flatMap((alive) => {
			const d = network.edges
				.filter((edge) => edge.family === family)
				.filter(({ id, status }) => {
					const isPlanned = status === 'planned' || planned.has(id);
					return alive ? isAlive(status) && !isPlanned : isPlanned;
				})
				.map(({ source, target }) => [at.get(source), at.get(target)] as const)
				.map(([a, b]) => (a && b ? `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}` : ''))
				.join('');
			if (d === '') return [];
			kinds.add(alive ? family : 'planned');
			return [line(family, d, alive ? DASHES[family] : PLANNED)];
		})
	);
	const size = radius * 1.05;
	const nodes = drawn.map((one) => {
		const number = numbers.get(one.node.id);
		const mark = apart.has(one.node.id) ? apartRing(one.x, one.y, radius) : '';
		const text =
			number === undefined
				? ''
				: `<text x="${n(one.x)}" y="${n(one.y + size * 0.36)}" font-size="${n(size)}" font-weight="700" text-anchor="middle" fill="#ffffff">${number}</text>`;
		const outline = planned.has(one.node.id) ? plannedRing(one.x, one.y, radius) : '';
		return mark + outline + shape(one, radius) + text;
	});
	const ground = layout.hulls.map(
		(polygon) =>
			`<path d="${toPath(polygon.map(([x, y]) => [toX(x), toY(y)]))}" fill="${paperColour('hull')}"/>`
	);
	if (drawn.some(({ node }) => planned.has(node.id))) kinds.add('planned-node');
	const ringed = drawn.some(({ node }) => apart.has(node.id));
	const key = legend(drawn, kinds, ringed, height, width);
	return sheet(height + key.height + MARGIN / 2, [...ground, ...lines, ...nodes, key.svg], width);
}

/** Between the two nearest nodes, or `otherwise` when there are not two. By a sweep: n log n. */
function leastDistance(drawn: readonly Drawn[], otherwise: number): number {
	const sorted = [...drawn].sort((a, b) => a.x - b.x);
	let least = Infinity;
	for (const [index, a] of sorted.entries())
		for (let next = index + 1; next < sorted.length; next++) {
			const b = sorted[next];
			if (!b || b.x - a.x >= least) break;
			least = Math.min(least, Math.hypot(b.x - a.x, b.y - a.y));
		}
	return least === Infinity ? otherwise : least;
}

/** The least or the greatest; `Math.min(...values)` overflows the stack on a crowd. */
const extreme = (values: readonly number[], pick: (a: number, b: number) => number): number =>
	values.reduce((a, b) => pick(a, b));

import * as v from 'valibot';
import type { Layout, Polygon, Position, Zone } from '../model.ts';

const ZONES = ['network', 'margin', 'unattached'] as const satisfies readonly Zone[];
const number = v.pipe(v.number(), v.finite());
const ints = v.array(v.pipe(v.number(), v.integer()));
const schema = v.object({
	v: number,
	ids: v.array(v.string()),
	/** Thousandths of a node diameter. */
	x: ints,
	y: ints,
	z: v.string(),
	m: v.optional(number),
	b: v.tuple([number, number, number, number]),
	/** Outlines of the ground, x and y in turn, in thousandths. */
	h: v.array(ints)
});

/** A layout as compact text; `decodeLayout` gives it back exactly. */
export function encodeLayout(layout: Layout): string {
	const all = [...layout.positions];
	const { minX, minY, maxX, maxY } = layout.bounds;
	return JSON.stringify({
		v: layout.version,
		ids: all.map(([id]) => id),
		x: all.map(([, p]) => Math.round(p.x * 1000)),
		y: all.map(([, p]) => Math.round(p.y * 1000)),
		z: all.map(([, p]) => ZONES.indexOf(p.zone)).join(''),
		m: layout.marginX,
		b: [minX, minY, maxX, maxY],
		h: layout.hulls.map((hull) => hull.flat().map((value) => Math.round(value * 1000)))
	} satisfies v.InferInput<typeof schema>);
}

/** A layout from its text; `undefined` when the text is not a whole layout: it is then computed again. */
export function decodeLayout(text: string): Layout | undefined {
	const data = parse(text);
	if (!data) return undefined;
	const positions = new Map<string, Position>();
	for (const [i, id] of data.ids.entries()) {
		const x = data.x[i];
		const y = data.y[i];
		const zone = ZONES[Number(data.z[i])];
		if (x === undefined || y === undefined || zone === undefined) return undefined;
		positions.set(id, { x: x / 1000, y: y / 1000, zone });
	}
	const [minX, minY, maxX, maxY] = data.b;
	return {
		version: data.v,
		positions,
		marginX: data.m,
		bounds: { minX, minY, maxX, maxY },
		hulls: data.h.map((flat) => pointsOf(flat))
	};
}

function pointsOf(flat: readonly number[]): Polygon {
	const points: [number, number][] = [];
	for (let k = 0; k + 1 < flat.length; k += 2)
		points.push([(flat[k] ?? 0) / 1000, (flat[k + 1] ?? 0) / 1000]);
	return points;
}

function parse(text: string): v.InferOutput<typeof schema> | undefined {
	try {
		const result = v.safeParse(schema, JSON.parse(text));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

import type { Layout, Network } from '../model.ts';
import { components, drawnGraph, shapingEdges } from './drawn.ts';
import { AT_REST, budgetFor, ForceSimulation } from './forces.ts';
import { removeOverlaps, roomFor } from './overlaps.ts';

/** What a live run needs: places and ties by index, in columns that cross to a worker cheaply. */
export interface LiveInput {
	/** x and y alternating, in node diameters. */
	positions: Float64Array;
	/** Two indices per tie. */
	pairs: Uint32Array;
}

/** The part of a laid out network that moves, and the ids its indices stand for. */
export function liveInput(network: Network, layout: Layout): { ids: string[]; input: LiveInput } {
	const nodes = network.nodes.filter(
		(n) =>
			layout.positions.get(n.id)?.zone === 'network' && n.group !== 'ars' && n.group !== 'project'
	);
	const { pairs } = drawnGraph(nodes, shapingEdges(network));
	const points = nodes.map((n) => layout.positions.get(n.id) ?? { x: 0, y: 0 });
	return {
		ids: nodes.map((n) => n.id),
		input: {
			positions: Float64Array.from(points.flatMap(({ x, y }) => [x, y])),
			pairs: Uint32Array.from(pairs.flat())
		}
	};
}

interface Part {
	list: readonly number[];
	simulation: ForceSimulation;
	/** Where its first positions were centred: forces pull toward 0, 0, the group stays where it is. */
	x: number;
	y: number;
	resting: boolean;
}

/** The same forces as the stored layout, a few iterations at a time, from the positions given. */
export class LiveLayout {
	readonly positions: Float64Array;
	readonly #parts: Part[];
	readonly #places: Map<number, { part: Part; index: number }>;
	readonly #pinned = new Set<number>();

	constructor({ positions, pairs }: LiveInput) {
		this.positions = positions.slice();
		const order = positions.length / 2;
		const list: (readonly [number, number])[] = [];
		for (let k = 0; k < pairs.length; k += 2) list.push([pairs[k] ?? 0, pairs[k + 1] ?? 0]);
		const local = new Map<number, number>();
		const groups = components({ nodes: { length: order }, pairs: list }).filter(
			(g) => g.length > 1
		);
		this.#places = new Map();
		this.#parts = groups.map((group) => {
			local.clear();
			group.forEach((i, k) => local.set(i, k));
			const x = group.reduce((sum, i) => sum + (positions[2 * i] ?? 0), 0) / group.length;
			const y = group.reduce((sum, i) => sum + (positions[2 * i + 1] ?? 0), 0) / group.length;
			const own = group.flatMap((i) => [
				(positions[2 * i] ?? 0) - x,
				(positions[2 * i + 1] ?? 0) - y
			]);
			const ties = list.flatMap(([a, b]) => {
				const from = local.get(a);
				const to = local.get(b);
				return from === undefined || to === undefined ? [] : [[from, to] as const];
			});
			const part = {
				list: group,
				simulation: new ForceSimulation(own, ties),
				x,
				y,
				resting: false
			};
			group.forEach((i, index) => this.#places.set(i, { part, index }));
			return part;
		});
	}

	/** Runs `count` iterations of what still moves; true when everything rests or its budget is spent. */
	step(count: number): boolean {
		for (const part of this.#parts) {
			if (part.resting) continue;
			const { simulation } = part;
			const moved = simulation.step(count);
			part.resting = moved < AT_REST || simulation.iterations >= budgetFor(simulation.order);
			const own = simulation.positions();
			part.list.forEach((i, k) => {
				this.positions[2 * i] = part.x + (own[2 * k] ?? 0);
				this.positions[2 * i + 1] = part.y + (own[2 * k + 1] ?? 0);
			});
		}
		return this.#parts.every((part) => part.resting);
	}

	/** Holds a node at a place, or lets it go with `null`; its group moves again. */
	pin(index: number, at: { x: number; y: number } | null): void {
		if (at) {
			this.#pinned.add(index);
			this.positions.set([at.x, at.y], 2 * index);
		} else this.#pinned.delete(index);
		const place = this.#places.get(index);
		if (!place) return;
		const { part } = place;
		part.simulation.pin(place.index, at && { x: at.x - part.x, y: at.y - part.y });
		part.simulation.iterations = 0;
		part.resting = false;
	}

	/** The last pass: no overlap, unless somebody pinned nodes, whose places are theirs. */
	finish(): void {
		if (this.#pinned.size === 0) removeOverlaps(this.positions, roomFor(this.positions.length / 2));
	}
}

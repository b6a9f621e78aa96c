import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

/** Length a lone tie settles at, in node diameters. */
export const TIE_LENGTH = 3.2;
/** Beyond this many nodes forces are approximated (Barnes–Hut). */
const EXACT_LIMIT = 500;
/** From this many nodes on, a group is drawn together in proportion to its size. */
const COMPACT_FROM = 50;

/** Width of the records graphology's `iterate` reads: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed. */
const NODE = 10;
const EDGE = 3;

/** Iterations a layout may spend: small graphs settle long before, large ones start close to their shape. */
export function budgetFor(order: number): number {
	if (order <= 1) return 0;
	return Math.round(Math.min(600, 60 + 360_000 / order));
}

/**
 * ForceAtlas2 settings for a connected graph of `order` nodes. Repulsion is set so that a lone tie has
 * `TIE_LENGTH`.
 */
export function settingsFor(order: number): Required<ForceAtlas2Settings> {
	return {
		linLogMode: false,
		outboundAttractionDistribution: false,
		adjustSizes: false,
		edgeWeightInfluence: 1,
		scalingRatio: TIE_LENGTH ** 2,
		// A weak pull keeps the branches of a small tree from straying; a large one would fill a screen with void.
		strongGravityMode: order > COMPACT_FROM,
		gravity: order > EXACT_LIMIT ? 0.6 : order > COMPACT_FROM ? 0.3 : 1,
		slowDown: 1 + Math.log(order) / 4,
		barnesHutOptimize: order > EXACT_LIMIT,
		barnesHutTheta: order > 5000 ? 0.9 : 0.6
	};
}

/**
 * ForceAtlas2 (Jacomy et al., 2014, doi:10.1371/journal.pone.0098679) on one graph, a few iterations
 * at a time; the iterations are graphology's. A hub weighs little more than a leaf: with the
 * full degree a star of thirty would need a screen of its own.
 */
export class ForceSimulation {
	readonly order: number;
	readonly #nodes: Float32Array;
	readonly #edges: Float32Array;
	readonly #settings: Required<ForceAtlas2Settings>;
	readonly #before: Float32Array;
	iterations = 0;

	constructor(
		positions: ArrayLike<number>,
		pairs: readonly (readonly [number, number])[],
		settings = settingsFor(positions.length / 2)
	) {
		this.order = positions.length / 2;
		this.#settings = settings;
		this.#nodes = new Float32Array(this.order * NODE);
		this.#edges = new Float32Array(pairs.length * EDGE);
		this.#before = new Float32Array(this.order * 2);
		const degree = new Float64Array(this.order);
		pairs.forEach(([a, b], k) => {
			this.#edges.set([a * NODE, b * NODE, 1], k * EDGE);
			degree[a] = (degree[a] ?? 0) + 1;
			degree[b] = (degree[b] ?? 0) + 1;
		});
		for (let i = 0; i < this.order; i++) {
			const mass = Math.max(1, degree[i] ?? 0) ** 0.3;
			this.#nodes.set([positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0], i * NODE);
			this.#nodes.set([mass, 1, 1, 0], i * NODE + 6);
		}
	}

	/** Runs `count` iterations; answers the mean movement of a node in one iteration. */
	step(count: number): number {
		this.#read(this.#before);
		for (let k = 0; k < count; k++) iterate(this.#settings, this.#nodes, this.#edges);
		this.iterations += count;
		let moved = 0;
		for (let i = 0; i < this.order; i++)
			moved += Math.hypot(
				(this.#nodes[i * NODE] ?? 0) - (this.#before[2 * i] ?? 0),
				(this.#nodes[i * NODE + 1] ?? 0) - (this.#before[2 * i + 1] ?? 0)
			);
		return this.order === 0 ? 0 : moved / this.order / count;
	}

	/** Holds a node where it is put, or lets it go. */
	pin(index: number, at: { x: number; y: number } | null): void {
		if (at) this.#nodes.set([at.x, at.y], index * NODE);
		this.#nodes[index * NODE + 9] = at ? 1 : 0;
	}

	/** x and y alternating. */
	positions(): Float32Array {
		const out = new Float32Array(this.order * 2);
		this.#read(out);
		return out;
	}

	#read(into: Float32Array): void {
		for (let i = 0; i < this.order; i++) {
			into[2 * i] = this.#nodes[i * NODE] ?? 0;
			into[2 * i + 1] = this.#nodes[i * NODE + 1] ?? 0;
		}
	}
}

/** Mean movement per iteration under which a picture is at rest, in node diameters. */
export const AT_REST = 0.004;

/** Runs a simulation until it rests or its budget is spent. */
export function settle(simulation: ForceSimulation): Float32Array {
	const budget = budgetFor(simulation.order);
	while (simulation.iterations < budget) if (simulation.step(10) < AT_REST) break;
	return simulation.positions();
}

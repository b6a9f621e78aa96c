import { buildNetwork } from '#lib/network/build.ts';
import { horizontalTies, partnersOf } from '#lib/network/ties.ts';
import { sliceOf } from './change-set.ts';
import type { FictionalGraph } from './graph.ts';

/** What can be told of any network of collaboration, as a simple undirected graph. */
export interface Shape {
	/** Ties per node, times two. */
	meanDegree: number;
	/** Largest degree over the mean. */
	hub: number;
	/** Standard deviation of the degrees over their mean. */
	spread: number;
	/** Local clustering (Watts–Strogatz), mean over the nodes with at least two neighbours. */
	clustering: number;
	/** Closed triples over triples. */
	transitivity: number;
	/** Shares of all nodes, from 0 to 1. */
	isolates: number;
	oneTie: number;
	inGroupsOfTwoOrThree: number;
	largestGroup: number;
}

/**
 * Ranges measured in real networks of collaboration between organisations or teams, ties of at least
 * the grade where they are graded:
 * - `tabac_indiana` (25 public-health bodies, contact and collaboration, grades 2 to 4; UserNetR),
 * - `dhhs_collaboration` (54 teams of health agencies, grades 1 to 4; UserNetR),
 * - `icts_recherche_clinique` (493 members of clinical-research teams; UserNetR).
 * Lower and upper bounds are the extremes over these eleven graphs. `monchique` (5 to 8 nodes, 3
 * ties) is too small to set a bound; its two thirds of isolates say that small collections are thin.
 */
export const MEASURED: Readonly<Record<keyof Shape, readonly [least: number, most: number]>> = {
	meanDegree: [2.24, 16.56],
	hub: [1.7, 7.1],
	spread: [0.34, 1.25],
	clustering: [0.17, 0.73],
	transitivity: [0.1, 0.69],
	isolates: [0, 0.37],
	oneTie: [0, 0.32],
	inGroupsOfTwoOrThree: [0, 0.08],
	largestGroup: [0.59, 1]
};

/** Who works with whom on `day`, directly or through a resource, of all structures. */
export function partnersOn(graph: FictionalGraph, day: string): Map<string, ReadonlySet<string>> {
	const network = buildNetwork(sliceOf(graph), { kind: 'all' }, day);
	const partners = partnersOf(horizontalTies(network));
	const none: ReadonlySet<string> = new Set();
	return new Map(
		graph.nodes.flatMap(({ id, label }) =>
			label === 'Actor' ? [[id, partners.get(id) ?? none] as const] : []
		)
	);
}

/** Sizes of the connected groups, isolates included. */
function groupSizes(neighbours: ReadonlyMap<string, ReadonlySet<string>>): number[] {
	const seen = new Set<string>();
	return [...neighbours.keys()].flatMap((start) => {
		if (seen.has(start)) return [];
		const group = [start];
		seen.add(start);
		for (const at of group)
			for (const next of neighbours.get(at) ?? [])
				if (!seen.has(next)) {
					seen.add(next);
					group.push(next);
				}
		return [group.length];
	});
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

export function shapeOf(neighbours: ReadonlyMap<string, ReadonlySet<string>>): Shape {
	const degrees = [...neighbours.values()].map((n) => n.size);
	const average = mean(degrees);
	const local: number[] = [];
	let closed = 0;
	let triples = 0;
	for (const around of neighbours.values()) {
		if (around.size < 2) continue;
		const list = [...around];
		const linked = list.reduce(
			(sum, a, i) => sum + list.slice(i + 1).filter((b) => neighbours.get(a)?.has(b)).length,
			0
		);
		const pairs = (around.size * (around.size - 1)) / 2;
		local.push(linked / pairs);
		closed += linked;
		triples += pairs;
	}
	const sizes = groupSizes(neighbours);
	const share = (count: number): number => count / degrees.length;
	return {
		meanDegree: average,
		hub: Math.max(...degrees) / average,
		spread: Math.sqrt(mean(degrees.map((d) => (d - average) ** 2))) / average,
		clustering: mean(local),
		transitivity: closed / triples,
		isolates: share(degrees.filter((d) => d === 0).length),
		oneTie: share(degrees.filter((d) => d === 1).length),
		inGroupsOfTwoOrThree: share(
			sizes.filter((s) => s === 2 || s === 3).reduce((sum, s) => sum + s, 0)
		),
		largestGroup: share(Math.max(...sizes))
	};
}

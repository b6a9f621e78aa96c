/** What access to care the projects of each structure work on: only projects carry it. Pure. */
import { ACCESS_VALUES, type AccessValue } from '#lib/domain/view-state/state.ts';
import type { Network } from './model.ts';

type Graph = Pick<Network, 'nodes' | 'edges'>;

const UNKNOWN = 1 << ACCESS_VALUES.indexOf('inconnu');

/** A bit for each of these values. */
export function accessBits(values: Iterable<AccessValue>): number {
	let bits = 0;
	for (const value of values) bits |= 1 << ACCESS_VALUES.indexOf(value);
	return bits;
}

const known = new WeakMap<Graph['nodes'], Uint8Array>();

/**
 * For each node, by place, a bit for each dimension worked on by the projects of this network it takes
 * part in: those at an end of its relations, or that these are marked with. A project has its own.
 * Without any, it is `inconnu`. Linear in the network, once for each.
 */
export function accessOf({ nodes, edges }: Graph): Uint8Array {
	const made = known.get(nodes);
	if (made) return made;
	const column = new Uint8Array(nodes.length);
	known.set(nodes, column);
	const projects = new Map<string, number>();
	for (const { id, access } of nodes) if (access) projects.set(id, accessBits(access));
	const found = new Map(projects);
	const add = (id: string, bits: number): void => void found.set(id, (found.get(id) ?? 0) | bits);
	for (const { source, target, projectId, family } of edges) {
		const bits =
			(projects.get(projectId ?? '') ?? 0) |
			(projects.get(source) ?? 0) |
			(projects.get(target) ?? 0);
		if (bits === 0) continue;
		if (!projects.has(source)) add(source, bits);
		// Being under an agency is administrative: it takes no part in the project for that.
		if (!projects.has(target) && family !== 'oversight') add(target, bits);
	}
	nodes.forEach(({ id }, place) => {
		column[place] = found.get(id) ?? UNKNOWN;
	});
	return column;
}

/** False where every node has the same: nothing to choose. */
export function accessDiffers(network: Graph): boolean {
	const column = accessOf(network);
	return column.some((bits) => bits !== column[0]);
}

/** How many nodes have each value, among those that are 1 in `among`: one may be counted several times. */
export function countAccess(network: Graph, among: Uint8Array): Map<AccessValue, number> {
	// By sets of values first, of which there are few: this runs at each press of the legend.
	const sets = new Uint32Array(1 << ACCESS_VALUES.length);
	const column = accessOf(network);
	for (let place = 0; place < column.length; place++)
		if (among[place] === 1) {
			const bits = column[place] ?? 0;
			sets[bits] = (sets[bits] ?? 0) + 1;
		}
	const counts = new Map<AccessValue, number>();
	ACCESS_VALUES.forEach((value, at) => {
		let count = 0;
		sets.forEach((many, bits) => {
			if (bits & (1 << at)) count += many;
		});
		if (count > 0) counts.set(value, count);
	});
	return counts;
}

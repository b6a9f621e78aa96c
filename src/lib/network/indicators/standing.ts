/** Who stands apart and what holds by a thread, as shares and counts. */
import { fragileIn } from '../fragile.ts';
import { isApart } from '../isolation.ts';
import { ISOLATION_CLASSES, type IsolationRow, type Network } from '../model.ts';
import { tiesOf } from '../ties.ts';
import { measured, notKnown, type Figure } from './model.ts';
import { isStructure, relationsOf, type PartnerGraph } from './partners.ts';

/** Ends of the relations of each project of a network, and whether any two of them are tied. */
function documentedMembers(network: Network, graph: PartnerGraph): ReadonlySet<string> {
	const projects = new Set(
		network.nodes.filter(({ label }) => label === 'HealthProject').map(({ id }) => id)
	);
	const members = new Map<string, Set<string>>();
	const add = (project: string | undefined, ...ids: string[]): void => {
		if (project === undefined || !projects.has(project)) return;
		const known = members.get(project) ?? new Set();
		for (const id of ids) known.add(id);
		members.set(project, known);
	};
	for (const { source, target, projectId, family } of network.edges) {
		if (family === 'oversight') continue;
		for (const project of new Set([projectId, source, target])) add(project, source, target);
	}
	const partners = new Map(
		graph.nodes.map(({ id }, i) => {
			const others = graph.next.subarray(graph.first[i], graph.first[i + 1]);
			return [id, Array.from(others, (at) => graph.nodes[at]?.id ?? '')];
		})
	);
	const known = new Set<string>();
	for (const [id, others] of partners) if (others.length > 0) known.add(id);
	for (const ids of members.values()) {
		const tied = [...ids].some((id) => partners.get(id)?.some((other) => ids.has(other)));
		if (tied) for (const id of ids) known.add(id);
	}
	return known;
}

/**
 * Share of the structures judged that stand apart: no cooperation or sharing known in the network. In a
 * network wider than a project, those met only in projects whose cooperations were not collected are not
 * judged, and the range says what they could change. Parts: each class, with those of the last ones, which
 * are tied. Linear.
 */
export function isolatedFigure(
	network: Network,
	isolated: readonly IsolationRow[],
	graph: PartnerGraph
): Figure {
	const judged = network.nodes.filter((node) => isStructure(node) && node.label === 'Actor');
	const base = judged.length;
	if (base === 0) return notKnown('isolated', 'no_structure');
	if (!network.documented) return notKnown('isolated', 'undocumented', base);
	const documented =
		network.scope.kind === 'project'
			? new Set(judged.map(({ id }) => id))
			: documentedMembers(network, graph);
	const known = judged.filter(({ id }) => documented.has(id)).length;
	if (known === 0) return notKnown('isolated', 'undocumented', base);
	const members = new Set(judged.map(({ id }) => id));
	const rows = isolated.filter((row) => documented.has(row.actorId) && members.has(row.actorId));
	const apart = rows.filter(isApart).length;
	const unknown = base - known;
	return measured('isolated', apart / known, {
		base,
		known,
		range:
			unknown > 0
				? { low: apart / base, high: (apart + unknown) / base, kind: 'bounds' }
				: undefined,
		parts: [
			{ key: 'apart', value: apart },
			...ISOLATION_CLASSES.map((key) => ({
				key,
				value: rows.filter((row) => row.class === key).length
			}))
		]
	});
}

/** Structures and resources without which others are no longer linked; with the lone ties. Linear. */
export function fragileFigure(network: Network): Figure {
	const relations = relationsOf(network);
	const base = network.nodes.filter(isStructure).length;
	if (tiesOf(relations).length === 0) return notKnown('fragile', 'undocumented', base);
	const { nodes, ties } = fragileIn({ nodes: network.nodes, edges: relations });
	return measured('fragile', nodes.length, {
		base,
		parts: [{ key: 'ties', value: ties.length }]
	});
}

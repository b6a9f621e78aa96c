import { isApart, isolatedStructures } from '../isolation.ts';
import type { IsolationRow, Network } from '../model.ts';
import { LAYOUT_VERSION } from './compute.ts';
import { drawnGraph, isHub, shapingEdges } from './drawn.ts';
import { hash32 } from './hash.ts';

/**
 * What the picture depends on, as 16 hexadecimal digits: version, nodes and their nature, drawn ties,
 * who stands apart. A name, a date or a source may change without moving anything.
 */
export function layoutFingerprint(
	network: Network,
	isolated: readonly IsolationRow[] = isolatedStructures(network)
): string {
	const free = network.nodes.filter((n) => !isHub(n));
	const graph = drawnGraph(free, shapingEdges(network));
	let a = hash32(`${LAYOUT_VERSION} ${network.documented}`);
	let b = hash32('maillage');
	const feed = (text: string): void => {
		a = hash32(text, a);
		b = hash32(text, b ^ 0x5bd1e995);
	};
	for (const n of network.nodes) feed(`${n.id}|${n.label}|${n.group}|${n.kind}|${n.member}`);
	for (const [s, t] of graph.pairs) feed(`${s}-${t}`);
	for (const row of isolated) if (isApart(row)) feed(`${row.actorId}/${row.class}`);
	return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

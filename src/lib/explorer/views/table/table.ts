/** The network as two tables: the full equivalent of the drawing, for servers, readers and paper. */
import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { TableChoice, ViewGroup } from '#lib/domain/view-state/state.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { Family, RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationClass, NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { byEnds, byName, type RowNode } from '../rows.ts';

export interface TableNode {
	id: string;
	label: NodeLabel;
	kind: string;
	name: string;
	group: ViewGroup;
	commune?: string | undefined;
	departement?: string | undefined;
	ess?: boolean | undefined;
	ties: number;
	apart?: IsolationClass | undefined;
}

export interface TableTie {
	id: string;
	type: RelationType;
	family: Family;
	source: RowNode;
	target: RowNode;
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	detail?: string | undefined;
	since?: string | undefined;
	until?: string | undefined;
	sources: number;
	planned?: boolean | undefined;
}

/** How a table is read, and what happens when that changes. */
export interface TableReading {
	choice: TableChoice;
	onchange: (change: Partial<TableChoice>) => void;
}

export interface NetworkTables {
	nodes: TableNode[];
	ties: TableTie[];
}

const rowNode = ({ id, name, label }: NetworkNode): RowNode => ({ id, name, label });

/** One relation as a row, its ends named. */
export const tableTie = (
	edge: NetworkEdge,
	source: NetworkNode,
	target: NetworkNode
): TableTie => ({
	id: edge.id,
	type: edge.type,
	family: edge.family,
	source: rowNode(source),
	target: rowNode(target),
	status: edge.status,
	certainty: edge.certainty,
	verdict: edge.verdict,
	detail: edge.detail,
	since: edge.since,
	until: edge.until,
	sources: edge.sources.length,
	planned: edge.planned
});

/** Rows of what is given: nodes by name, relations by family then names. */
export function networkTables(
	nodes: readonly NetworkNode[],
	edges: readonly NetworkEdge[],
	apart: ReadonlyMap<string, IsolationClass>
): NetworkTables {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ties = new Map<string, number>();
	const rows: TableTie[] = [];
	for (const edge of edges) {
		const source = byId.get(edge.source);
		const target = byId.get(edge.target);
		if (!source || !target) continue;
		for (const id of [source.id, target.id]) ties.set(id, (ties.get(id) ?? 0) + 1);
		rows.push(tableTie(edge, source, target));
	}
	const places = new Map<Family, number>(DRAWN_FAMILIES.map((family, place) => [family, place]));
	const placeOf = ({ family }: TableTie): number => places.get(family) ?? -1;
	const order = byEnds(nodes);
	rows.sort((a, b) => placeOf(a) - placeOf(b) || order(a, b));
	return {
		nodes: nodes
			.map((node) => ({
				id: node.id,
				label: node.label,
				kind: node.kind,
				name: node.name,
				group: node.group,
				commune: node.commune,
				departement: node.departement,
				ess: node.ess,
				ties: ties.get(node.id) ?? 0,
				apart: apart.get(node.id)
			}))
			.sort(byName),
		ties: rows
	};
}

/** The network as two tables: the full equivalent of the drawing, for servers, readers and paper. */
import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { Family, RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationClass, NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';

export interface TableNode {
	id: string;
	label: NodeLabel;
	kind: string;
	name: string;
	commune?: string | undefined;
	ties: number;
	apart?: IsolationClass | undefined;
}

export interface TableTie {
	id: string;
	type: RelationType;
	family: Family;
	source: { id: string; name: string; label: NodeLabel };
	target: { id: string; name: string; label: NodeLabel };
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	detail?: string | undefined;
	since?: string | undefined;
	until?: string | undefined;
	sources: number;
}

export interface NetworkTables {
	nodes: TableNode[];
	ties: TableTie[];
}

/** What rows do when they are clicked. */
export interface RowChoice {
	/** Chosen row, a node's or a relation's. */
	selected?: string | undefined;
	/** Without it (no JavaScript), names are plain links. */
	onselect?: ((selection: { kind: 'node' | 'edge'; id: string }) => void) | undefined;
}

export interface TieOrder {
	by: 'family' | 'source' | 'target' | 'status';
	down: boolean;
}

const collator = new Intl.Collator('fr');

/** Ties in the order of a column, in French collation; equal ones keep the order they came in. */
export function sortTies(
	ties: readonly TableTie[],
	{ by, down }: TieOrder,
	words: { family(family: Family): string; status(status: RelationStatus): string }
): readonly TableTie[] {
	// As the tables come: the families in the order of the legend, not of the alphabet.
	if (by === 'family' && !down) return ties;
	const text = (tie: TableTie): string =>
		by === 'family'
			? words.family(tie.family)
			: by === 'status'
				? words.status(tie.status)
				: tie[by].name;
	const way = down ? -1 : 1;
	return [...ties].sort((a, b) => way * collator.compare(text(a), text(b)));
}

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
		rows.push({
			id: edge.id,
			type: edge.type,
			family: edge.family,
			source: { id: source.id, name: source.name, label: source.label },
			target: { id: target.id, name: target.name, label: target.label },
			status: edge.status,
			certainty: edge.certainty,
			verdict: edge.verdict,
			detail: edge.detail,
			since: edge.since,
			until: edge.until,
			sources: edge.sources.length
		});
	}
	rows.sort(
		(a, b) =>
			DRAWN_FAMILIES.findIndex((f) => f === a.family) -
				DRAWN_FAMILIES.findIndex((f) => f === b.family) ||
			collator.compare(a.source.name, b.source.name) ||
			collator.compare(a.target.name, b.target.name)
	);
	return {
		nodes: nodes
			.map((node) => ({
				id: node.id,
				label: node.label,
				kind: node.kind,
				name: node.name,
				commune: node.commune,
				ties: ties.get(node.id) ?? 0,
				apart: apart.get(node.id)
			}))
			.sort((a, b) => collator.compare(a.name, b.name)),
		ties: rows
	};
}

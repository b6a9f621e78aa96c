/** Who holds and who uses what: structures by resources, and the sharing that names no resource. Pure. */
import type { RelationStatus } from '#lib/domain/status.ts';
import type { ViewGroup } from '#lib/domain/view-state/state.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { isStructure, type Shown } from '../../data.ts';
import { byName, collator, type RowNode } from '../rows.ts';
import { tableTie, type TableTie } from '../table/table.ts';

export const ROLES = ['holds', 'hosts', 'uses', 'hosted'] as const;
export type Role = (typeof ROLES)[number];

/** What one structure is to one resource, and the relations that say so. */
export interface Mark {
	role: Role;
	ties: string[];
	/** That of all of them; `current` as soon as they differ. */
	status: RelationStatus;
	/** None of them rests on a source that states it. */
	weak: boolean;
}

export interface SharingRow {
	node: RowNode & { group: ViewGroup; kind: string };
	/** Resources it holds, and resources it uses or is hosted in. */
	holds: number;
	uses: number;
	/** By place of the column. */
	cells: Record<number, Mark[]>;
}

export interface SharingColumn {
	node: RowNode & { kind: string };
	holders: number;
	/** Structures that use it or are hosted in it. */
	users: number;
}

export interface SharingModel {
	columns: SharingColumn[];
	/** Kinds of the columns, in order, and how many of each. */
	kinds: { kind: string; count: number }[];
	rows: SharingRow[];
	/** Sharing that no column shows: said in sentences. */
	ties: TableTie[];
	/** Structures shown in no sharing at all; absent where sharing is filtered out. */
	alone: RowNode[] | undefined;
	/** Sharing that the legend keeps out of sight. */
	withheld: number;
}

interface Use {
	actor: NetworkNode;
	resource: NetworkNode;
	role: Role;
}

const isResource = (node: NetworkNode | undefined): node is NetworkNode =>
	node?.label === 'SharedResource';

/** What a relation puts in the matrix; nothing when it names no resource that is shown. */
function usesOf(edge: NetworkEdge, nodes: ReadonlyMap<string, NetworkNode>): Use[] {
	const source = nodes.get(edge.source);
	const target = nodes.get(edge.target);
	if (!source || !target || (isResource(source) && isResource(target))) return [];
	if (isResource(target)) {
		const role = edge.type === 'HOLDS' ? 'holds' : edge.type === 'HOSTS' ? 'hosts' : 'uses';
		return [{ actor: source, resource: target, role }];
	}
	if (isResource(source)) return [{ actor: target, resource: source, role: 'hosted' }];
	const about = edge.resourceId === undefined ? undefined : nodes.get(edge.resourceId);
	if (edge.type !== 'HOSTS' || !isResource(about)) return [];
	return [
		{ actor: source, resource: about, role: 'hosts' },
		{ actor: target, resource: about, role: 'hosted' }
	];
}

const named = ({ id, label, name, kind }: NetworkNode) => ({ id, label, name, kind });

const kindRank = ({ kind }: NetworkNode): number => {
	const rank = RESOURCE_KINDS.findIndex((known) => known === kind);
	return rank < 0 ? RESOURCE_KINDS.length : rank;
};

function addMark(marks: Mark[], role: Role, edge: NetworkEdge): void {
	const weak = edge.certainty !== 'sourced';
	const known = marks.find((mark) => mark.role === role);
	if (!known) {
		marks.push({ role, ties: [edge.id], status: edge.status, weak });
		marks.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
		return;
	}
	known.ties.push(edge.id);
	known.weak &&= weak;
	if (known.status !== edge.status) known.status = 'current';
}

const uses = (marks: readonly Mark[]): boolean =>
	marks.some(({ role }) => role === 'uses' || role === 'hosted');
const holds = (marks: readonly Mark[]): boolean => marks.some(({ role }) => role === 'holds');

/** The matrix of what is shown. Linear, apart from sorting names. */
export function sharingModel(
	shown: Shown,
	{ withheld, isOn }: { withheld: number; isOn: boolean }
): SharingModel {
	const nodes = new Map(shown.nodes.map((node) => [node.id, node]));
	const resources = shown.nodes
		.filter(isResource)
		.sort((a, b) => kindRank(a) - kindRank(b) || collator.compare(a.kind, b.kind) || byName(a, b));
	const places = new Map(resources.map(({ id }, place) => [id, place]));
	const rows = new Map<string, SharingRow>();
	const sharing = new Set<string>();
	const ties: TableTie[] = [];

	for (const edge of shown.edges) {
		if (edge.family !== 'sharing') continue;
		sharing.add(edge.source).add(edge.target);
		const found = usesOf(edge, nodes);
		for (const { actor, resource, role } of found) {
			const place = places.get(resource.id) ?? 0;
			const row = rows.get(actor.id) ?? {
				node: { ...named(actor), group: actor.group },
				holds: 0,
				uses: 0,
				cells: {}
			};
			rows.set(actor.id, row);
			addMark((row.cells[place] ??= []), role, edge);
		}
		const source = nodes.get(edge.source);
		const target = nodes.get(edge.target);
		if (found.length === 0 && source && target) ties.push(tableTie(edge, source, target));
	}

	const columns = resources.map((node) => ({ node: named(node), holders: 0, users: 0 }));
	for (const row of rows.values())
		for (const [place, marks] of Object.entries(row.cells)) {
			const column = columns[Number(place)];
			if (!column) continue;
			if (uses(marks)) {
				row.uses++;
				column.users++;
			}
			if (holds(marks)) {
				row.holds++;
				column.holders++;
			}
		}
	const kinds: SharingModel['kinds'] = [];
	for (const { kind } of resources) {
		const last = kinds.at(-1);
		if (last?.kind === kind) last.count++;
		else kinds.push({ kind, count: 1 });
	}
	return {
		columns,
		kinds,
		rows: [...rows.values()].sort((a, b) => byName(a.node, b.node)),
		ties: ties.sort((a, b) => byName(a.source, b.source) || byName(a.target, b.target)),
		alone: isOn
			? shown.nodes
					.filter((node) => isStructure(node) && !sharing.has(node.id))
					.map(({ id, label, name }) => ({ id, label, name }))
					.sort(byName)
			: undefined,
		withheld
	};
}

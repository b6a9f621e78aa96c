/** A network as a text: what is said first, then who stands with whom, then every tie. Words come later. */
import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import { isAlive, type RelationStatus } from '#lib/domain/status.ts';
import { VIEW_GROUPS, type Filters, type ViewGroup } from '#lib/domain/view-state/state.ts';
import {
	DRAWN_FAMILIES,
	type Family,
	type FundingStage,
	type RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import { componentsOf } from '#lib/network/components.ts';
import { fragileIn } from '#lib/network/fragile.ts';
import {
	ISOLATION_CLASSES,
	type IsolationClass,
	type Network,
	type NetworkEdge,
	type NetworkNode
} from '#lib/network/model.ts';
import { elsewhereIn, standingIn, yearOf, type Apartness } from '#lib/network/isolation-year.ts';
import { compareText } from '#lib/network/order.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { partnersOf, tiesOf } from '#lib/network/ties.ts';
import { changesBetween, spanOf, type YearChange } from '#lib/network/years.ts';
import { isStructure, numberedSources, type ExplorerData, type Shown } from '../../data.ts';
import { inYear } from '../model.ts';
import { byEnds, byName, type RowNode } from '../rows.ts';
import { heldBack, type TextFilters } from './held-back.ts';

export interface TextNode extends RowNode {
	kind: string;
	commune?: string | undefined;
}
export interface TextTie {
	id: string;
	type: RelationType;
	source: RowNode;
	target: RowNode;
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	since?: string | undefined;
	until?: string | undefined;
	amountEur?: number | undefined;
	stage?: FundingStage | undefined;
	detail?: string | undefined;
	/** Places in the list of sources, from 1. */
	sources: number[];
	/** Between the two years compared. */
	change?: YearChange | undefined;
}
/** Who or what others hang by. */
export interface TextRelay {
	node: RowNode;
	/** Organisations that would be cut off, and the names of some. */
	lost: number;
	names: string[];
}
export interface NetworkText {
	documented: boolean;
	/** The year looked at, the later of two; absent: the network's day. */
	year?: number | undefined;
	structures: number;
	resources: number;
	agencies: number;
	projects: number;
	/** Of a scenario, among those shown. */
	planned: { nodes: number; ties: number };
	filters: TextFilters;
	groups: { around: RowNode; nodes: (TextNode & { partners: number })[] }[];
	relays: TextRelay[];
	/** Those with the most partners. */
	most: { node: RowNode; partners: number }[];
	apart: {
		class: IsolationClass;
		rows: { node: TextNode; reasons: Family[]; with: string[]; elsewhere: string[] }[];
	}[];
	/** Shown, and in no group nor apart for want of a tie. */
	loose: { group: ViewGroup; nodes: TextNode[] }[];
	families: { family: Family; ties: TextTie[] }[];
	sources: { id: string; name: string }[];
}

/** The most tied are named, not counted: more would be a list to skip. */
const MOST_NAMED = 5;

const rowNode = ({ id, name, label }: NetworkNode): RowNode => ({ id, name, label });
const textNode = (node: NetworkNode): TextNode => ({
	...rowNode(node),
	kind: node.kind,
	commune: node.commune
});

type TextData = Pick<ExplorerData, 'network' | 'isolated' | 'sourceNames'>;

/**
 * Everything the drawing shows, told in order; in a year looked at, as it was then. Sorting apart,
 * linear in what is shown and in its horizontal ties.
 */
export const networkText = (data: TextData, passing: Shown, filters: Filters): NetworkText =>
	inOneGo(networkTextSteps(data, passing, filters));

/** The same, part by part. */
export function* networkTextSteps(
	{ network, isolated, sourceNames }: TextData,
	passing: Shown,
	filters: Filters
): Generator<void, NetworkText> {
	const shown = inYear(passing, filters.year);
	const byId = new Map(shown.nodes.map((node) => [node.id, node]));
	const { groups, most, grouped } = circles(shown, byId);
	yield;
	const standing = standingIn(network, isolated, filters);
	yield;
	const apart = apartIn(network, standing, { byId, elsewhere: elsewhereIn(network, filters) });
	const told = new Set(grouped);
	for (const { rows } of apart) for (const { node } of rows) told.add(node.id);
	const loose = VIEW_GROUPS.map((group) => ({
		group,
		nodes: shown.nodes
			.filter((node) => node.group === group && !told.has(node.id))
			.map(textNode)
			.sort(byName)
	})).filter(({ nodes }) => nodes.length > 0);
	yield;
	const relays = relaysIn(shown, byId);
	yield;
	const sources = numberedSources(shown.edges).map(({ id }) => id);
	const families = familiesOf(network, shown, filters, { byId, sources });
	yield;
	return {
		documented: standing.documented,
		year: yearOf(filters),
		...countsOf(shown),
		filters: heldBack(network, shown, filters),
		groups,
		relays,
		most,
		apart,
		loose,
		families,
		sources: sources.map((id) => ({ id, name: sourceNames.get(id) ?? id }))
	};
}

type Counts = Pick<NetworkText, 'structures' | 'resources' | 'agencies' | 'projects' | 'planned'>;

function countsOf({ nodes, edges }: Shown): Counts {
	const count = (label: NetworkNode['label']): number =>
		nodes.reduce((sum, node) => sum + Number(node.label === label), 0);
	return {
		structures: nodes.filter(isStructure).length,
		resources: count('SharedResource'),
		agencies: count('ArsRegion'),
		projects: count('HealthProject'),
		planned: {
			nodes: nodes.filter((node) => node.planned).length,
			ties: edges.filter((edge) => edge.planned).length
		}
	};
}

function circles(shown: Shown, byId: ReadonlyMap<string, NetworkNode>) {
	const partners = partnersOf(tiesOf(shown.edges.filter(({ status }) => isAlive(status))));
	const found = componentsOf(
		[...partners.keys()].sort(compareText),
		(id) => partners.get(id) ?? []
	);
	const groups = found.flatMap((ids) => {
		const nodes = ids
			.flatMap((id) => byId.get(id) ?? [])
			.map((node) => ({ ...textNode(node), partners: partners.get(node.id)?.size ?? 0 }))
			.sort(byPartners);
		const [around] = nodes;
		return around ? [{ around, nodes }] : [];
	});
	const most = groups
		.flatMap(({ nodes }) => nodes.slice(0, MOST_NAMED))
		.filter((node) => node.partners > 1)
		.sort(byPartners)
		.slice(0, MOST_NAMED)
		.map(({ id, name, label, partners: count }) => ({
			node: { id, name, label },
			partners: count
		}));
	return { groups, most, grouped: found.flat() };
}

const byPartners = (
	a: { name: string; partners: number },
	b: { name: string; partners: number }
): number => b.partners - a.partners || byName(a, b);

/** The panel of those on their own says the same, of the same ties. */
function relaysIn(shown: Shown, byId: ReadonlyMap<string, NetworkNode>): TextRelay[] {
	return fragileIn(shown).nodes.flatMap(({ id, lost, sides }) => {
		const node = byId.get(id);
		if (!node) return [];
		const names = sides.flatMap(({ named }) => named).flatMap((each) => byId.get(each)?.name ?? []);
		return [{ node: rowNode(node), lost, names }];
	});
}

function apartIn(
	{ nodes, outside = [] }: Network,
	{ documented, rows: isolated }: Apartness,
	{
		byId,
		elsewhere
	}: { byId: ReadonlyMap<string, NetworkNode>; elsewhere: ReturnType<typeof elsewhereIn> }
): NetworkText['apart'] {
	if (!documented) return [];
	// The one it hangs by may be hidden: it is the reason all the same.
	const names = new Map(
		[...outside.map(({ other }) => other), ...nodes].map((n) => [n.id, n.name])
	);
	const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
	return ISOLATION_CLASSES.map((name) => ({
		class: name,
		rows: isolated
			.flatMap((row) => {
				const node = row.class === name && !row.undocumented ? byId.get(row.actorId) : undefined;
				if (!node) return [];
				return [
					{
						node: textNode(node),
						reasons: row.reasons,
						with: named(row.with),
						elsewhere: named(elsewhere(row))
					}
				];
			})
			.sort((a, b) => byName(a.node, b.node))
	})).filter(({ rows }) => rows.length > 0);
}

function familiesOf(
	network: Network,
	shown: Shown,
	filters: Filters,
	{ byId, sources }: { byId: ReadonlyMap<string, NetworkNode>; sources: readonly string[] }
): NetworkText['families'] {
	const numbers = new Map(sources.map((id, at) => [id, at + 1]));
	const changes = changesById(network.edges, filters);
	const families = new Map<Family, TextTie[]>();
	for (const edge of shown.edges) {
		const source = byId.get(edge.source);
		const target = byId.get(edge.target);
		if (!source || !target) continue;
		const { id, type, status, certainty, verdict, since, until, amountEur, stage, detail } = edge;
		const tie: TextTie = {
			...{ id, type, status, certainty, verdict, since, until, amountEur, stage, detail },
			source: rowNode(source),
			target: rowNode(target),
			sources: edge.sources.flatMap((each) => numbers.get(each) ?? []).sort((a, b) => a - b),
			change: changes?.get(id)
		};
		const known = families.get(edge.family);
		if (known) known.push(tie);
		else families.set(edge.family, [tie]);
	}
	const order = byEnds(shown.nodes);
	return DRAWN_FAMILIES.flatMap((family) => {
		const ties = families.get(family);
		return ties ? [{ family, ties: ties.sort(order) }] : [];
	});
}

function changesById(
	edges: readonly NetworkEdge[],
	filters: Filters
): ReadonlyMap<string, YearChange> | undefined {
	const span = spanOf(filters);
	if (!span) return undefined;
	const changes = changesBetween(edges, span.before, span.after);
	return new Map(
		edges.flatMap(({ id }, place) => {
			const change = changes[place];
			return change ? [[id, change] as const] : [];
		})
	);
}

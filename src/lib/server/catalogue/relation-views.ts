import { certaintyOf, verdictOf } from '#lib/domain/claims.ts';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import { inReadingOrder } from '#lib/domain/sheets.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { ClaimView, NodeRef, RelationView, SourceRef } from '#lib/domain/views.ts';
import { familyOf } from '#lib/domain/vocabulary/relation-types.ts';
import type { Repository } from '../repository.ts';

/** Relations and claims with everything they name, read in two queries whatever their number. */
export interface Reading {
	relations: readonly Relation[];
	claimsOf: ReadonlyMap<string, readonly Claim[]>;
	nodes: ReadonlyMap<string, GraphNode>;
}

const idsOfRelation = (r: Relation): string[] =>
	[r.source, r.target, r.projectId, r.resourceId].filter((id) => id !== undefined);
const idsOfClaim = (c: Claim): string[] => (c.sourceId ? [c.by, c.sourceId] : [c.by]);

/** Reads the claims about `relations` and about `alsoAbout`, and every node they all name. */
export async function readAround(
	repository: Repository,
	relations: readonly Relation[],
	alsoAbout: readonly string[] = []
): Promise<Reading> {
	const claims = await repository.claimsAbout([...alsoAbout, ...relations.map((r) => r.id)]);
	const ids = new Set([
		...alsoAbout,
		...relations.flatMap(idsOfRelation),
		...claims.flatMap(idsOfClaim)
	]);
	const nodes = await repository.nodes([...ids]);
	const claimsOf = new Map<string, Claim[]>();
	for (const claim of claims) {
		const known = claimsOf.get(claim.aboutId);
		if (known) known.push(claim);
		else claimsOf.set(claim.aboutId, [claim]);
	}
	return { relations, claimsOf, nodes: new Map(nodes.map((node) => [node.id, node])) };
}

export function nodeRef(node: GraphNode): NodeRef {
	return {
		id: node.id,
		label: node.label,
		...('kind' in node ? { kind: node.kind } : {}),
		name: node.name,
		...('commune' in node && node.commune ? { commune: node.commune } : {})
	};
}

function sourceRef(claim: Claim, nodes: Reading['nodes']): SourceRef | undefined {
	const node = claim.sourceId ? nodes.get(claim.sourceId) : undefined;
	if (node?.label !== 'Source') return undefined;
	const { id, name, publisher, year, url, accessed, replacedBy } = node;
	const section = claim.section ?? node.section;
	return { id, name, publisher, year, url, section, accessed, replacedBy };
}

export function claimView(claim: Claim, nodes: Reading['nodes']): ClaimView {
	const { id, says, how, value, detail, firstSeen, lastSeen, toCheck, property } = claim;
	const speaker = nodes.get(claim.by);
	return {
		...{ id, says, how, value, detail, firstSeen, lastSeen, toCheck, property },
		by: speaker ? { id: speaker.id, name: speaker.name } : { name: claim.by },
		source: sourceRef(claim, nodes)
	};
}

/** The claims about one node or relation. */
export const claimViews = (aboutId: string, reading: Reading): ClaimView[] =>
	(reading.claimsOf.get(aboutId) ?? []).map((claim) => claimView(claim, reading.nodes));

const refOf = (id: string | undefined, nodes: Reading['nodes']): NodeRef | undefined => {
	const node = id === undefined ? undefined : nodes.get(id);
	return node && nodeRef(node);
};

/** The project whose end makes this relation doubtful: the one it is marked with, else one at an end. */
function projectOf(relation: Relation, nodes: Reading['nodes']) {
	for (const id of [relation.projectId, relation.source, relation.target]) {
		const node = id === undefined ? undefined : nodes.get(id);
		if (node?.label === 'HealthProject') return node;
	}
	return undefined;
}

/** One relation with status, certainty and verdict on `day`; `undefined` when an end is missing. */
export function relationView(
	relation: Relation,
	reading: Reading,
	day: string
): RelationView | undefined {
	const { nodes } = reading;
	const source = refOf(relation.source, nodes);
	const target = refOf(relation.target, nodes);
	if (!source || !target) return undefined;
	const claims = reading.claimsOf.get(relation.id) ?? [];
	const { id, type, detail, since, until, intensity, amountEur, amountPeriod, stage } = relation;
	return {
		...{ id, type, family: familyOf(type), source, target },
		project: refOf(relation.projectId, nodes),
		resource: refOf(relation.resourceId, nodes),
		...{ detail, since, until, intensity, amountEur, amountPeriod, stage },
		status: statusOf(relation, day, projectOf(relation, nodes), claims),
		certainty: certaintyOf(claims),
		verdict: verdictOf(relation, claims),
		claims: claimViews(id, reading)
	};
}

/** All relations read, by family, then by the name of the end that is not `of`. */
export function relationViews(reading: Reading, day: string, of?: string): RelationView[] {
	const views = reading.relations.flatMap((relation) => relationView(relation, reading, day) ?? []);
	return inReadingOrder(views, of);
}

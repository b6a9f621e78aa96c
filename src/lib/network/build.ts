import { certaintyOf, sourceIdsOf, verdictOf } from '#lib/domain/claims.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import type { Claim, GraphNode, HealthProject, Relation } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { isAlive, statusOf } from '#lib/domain/status.ts';
import { groupOfActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { familyOf, isHorizontalFamily } from '#lib/domain/vocabulary/relation-types.ts';
import { compareText } from './order.ts';
import { membersOf } from './members.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { tiesOf } from './ties.ts';

/** The colour group of a node: an organisation that is there to pay is a funder, whatever its kind. */
export function groupOf(node: GraphNode): NetworkNode['group'] {
	if (node.label === 'HealthProject') return 'project';
	if (node.label === 'SharedResource') return 'resource';
	if (node.label === 'Funder') return 'funder';
	if (node.label === 'ArsRegion') return 'ars';
	return node.label === 'Actor' ? groupOfActorKind(node.kind) : 'public_bodies';
}

const isHub = (node: GraphNode): boolean =>
	node.label === 'HealthProject' || node.label === 'ArsRegion';

function toNode(node: GraphNode, member: boolean): NetworkNode {
	const base = {
		id: node.id,
		label: node.label,
		kind: 'kind' in node ? node.kind : '',
		name: node.name,
		group: groupOf(node),
		member
	};
	if (isOrganisation(node) || node.label === 'SharedResource') {
		const { commune, departement, region, lat, lon } = node;
		const ess = isOrganisation(node) ? node.ess : undefined;
		return { ...base, commune, departement, region, lat, lon, ess };
	}
	return node.label === 'HealthProject' ? { ...base, region: node.region } : base;
}

function groupClaims(claims: readonly Claim[]): ReadonlyMap<string, Claim[]> {
	const about = new Map<string, Claim[]>();
	for (const claim of claims) {
		const known = about.get(claim.aboutId);
		if (known) known.push(claim);
		else about.set(claim.aboutId, [claim]);
	}
	return about;
}

/**
 * The network of a scope on a day (`YYYY-MM-DD`): members and all relations among them, whatever
 * project these are marked with, plus the projects and agencies they hang on, as hubs to be shown on
 * demand. With `halo`, also what is tied to a member by another relation. Linear in the slice, apart
 * from sorting by id.
 */
export function buildNetwork(
	slice: GraphSlice,
	scope: Scope,
	day: string,
	{ halo = false }: { halo?: boolean | undefined } = {}
): Network {
	const nodes = new Map(slice.nodes.map((node) => [node.id, node]));
	const { members, projects } = membersOf(slice, scope);
	const shown = new Set<string>([...members, ...projects]);
	const inside = (id: string): boolean => members.has(id) || projects.has(id);
	const brought = (id: string): boolean => {
		const node = nodes.get(id);
		return node !== undefined && (node.label === 'ArsRegion' || (halo && !isHub(node)));
	};
	for (const { source, target } of slice.relations) {
		if (inside(source) && brought(target)) shown.add(target);
		if (inside(target) && brought(source)) shown.add(source);
	}

	const claims = groupClaims(slice.claims);
	const project = (id: string | undefined): HealthProject | undefined => {
		const node = id === undefined ? undefined : nodes.get(id);
		return node?.label === 'HealthProject' ? node : undefined;
	};

	function toEdge(relation: Relation, source: GraphNode, target: GraphNode): NetworkEdge {
		const about = claims.get(relation.id) ?? [];
		const family = familyOf(relation.type);
		const frame =
			project(relation.projectId) ?? project(relation.source) ?? project(relation.target);
		return {
			id: relation.id,
			type: relation.type,
			family,
			source: relation.source,
			target: relation.target,
			horizontal: isHorizontalFamily(family) && !isHub(source) && !isHub(target),
			status: statusOf(relation, day, frame, about),
			certainty: certaintyOf(about),
			verdict: verdictOf(relation, about),
			detail: relation.detail,
			since: relation.since,
			until: relation.until,
			projectId: relation.projectId,
			resourceId: relation.resourceId,
			amountEur: relation.amountEur,
			amountPeriod: relation.amountPeriod,
			stage: relation.stage,
			sources: sourceIdsOf(about)
		};
	}

	const edges = slice.relations.flatMap((relation) => {
		if (!shown.has(relation.source) || !shown.has(relation.target)) return [];
		// What the halo does among itself is another network.
		if (!inside(relation.source) && !inside(relation.target)) return [];
		const source = nodes.get(relation.source);
		const target = nodes.get(relation.target);
		return source && target ? [toEdge(relation, source, target)] : [];
	});

	return {
		scope,
		day,
		revision: slice.revision,
		nodes: slice.nodes
			.filter((node) => shown.has(node.id))
			.map((node) => toNode(node, members.has(node.id)))
			.sort((a, b) => compareText(a.id, b.id)),
		edges: edges.sort((a, b) => compareText(a.id, b.id)),
		project: scope.kind === 'project' ? project(scope.id) : undefined,
		// The halo is shown beside the network and documents nothing of it.
		documented:
			tiesOf(
				edges.filter(
					({ status, source, target }) =>
						isAlive(status) && members.has(source) && members.has(target)
				)
			).length > 0
	};
}

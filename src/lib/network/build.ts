import { certaintyOf, claimsByAbout, sourceIdsOf, verdictOf } from '#lib/domain/claims.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import type { GraphNode, HealthProject, Relation } from '#lib/domain/entities.ts';
import { placeOf } from '#lib/domain/places/place.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { isAlive, statusOf } from '#lib/domain/status.ts';
import { groupOfActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { familyOf, isHorizontalFamily } from '#lib/domain/vocabulary/relation-types.ts';
import { compareText } from './order.ts';
import { membersOf } from './members.ts';
import type { Network, NetworkEdge, NetworkNode, OutsideTie } from './model.ts';
import { hasTie } from './ties.ts';

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
	const organisation = isOrganisation(node) ? node : undefined;
	const placed = organisation ?? (node.label === 'SharedResource' ? node : undefined);
	const place = placed && placeOf(placed);
	return {
		id: node.id,
		label: node.label,
		kind: 'kind' in node ? node.kind : '',
		name: node.name,
		group: groupOf(node),
		member,
		commune: placed?.commune,
		departement: placed?.departement,
		region: node.label === 'HealthProject' ? node.region : placed?.region,
		lat: place?.lat,
		lon: place?.lon,
		ess: organisation?.ess,
		access: node.label === 'HealthProject' ? node.accessDimensions : undefined
	};
}

const byEnds = (a: OutsideTie, b: OutsideTie): number =>
	compareText(a.member, b.member) ||
	compareText(a.other.id, b.other.id) ||
	compareText(a.family, b.family) ||
	compareText(a.since ?? '', b.since ?? '') ||
	compareText(a.until ?? '', b.until ?? '');

interface Place {
	node: GraphNode;
	/** A member, or a project of the scope. */
	inside: boolean;
	shown: boolean;
}

/**
 * The network of a scope on a day (`YYYY-MM-DD`): members and all relations among them, whatever
 * project these are marked with, plus the projects and agencies they hang on, as hubs to be shown on
 * demand. With `halo`, also what is tied to a member by another relation; what is `joining` is a member. Linear in the slice, apart
 * from sorting by id.
 */
export function buildNetwork(
	slice: GraphSlice,
	scope: Scope,
	day: string,
	{ halo = false, joining }: { halo?: boolean | undefined; joining?: ReadonlySet<string> } = {}
): Network {
	const { members: found, projects } = membersOf(slice, scope);
	const members = joining ? new Set([...found, ...joining]) : found;
	const places = new Map(
		slice.nodes.map((node): [string, Place] => {
			const inside = members.has(node.id) || projects.has(node.id);
			return [node.id, { node, inside, shown: inside }];
		})
	);
	const brought = ({ node }: Place): boolean =>
		node.label === 'ArsRegion' || (halo && !isHub(node));
	const known: [Relation, Place, Place][] = [];
	for (const relation of slice.relations) {
		const source = places.get(relation.source);
		const target = places.get(relation.target);
		// What the halo does among itself is another network.
		if (!source || !target || !(source.inside || target.inside)) continue;
		if (source.inside && brought(target)) target.shown = true;
		if (target.inside && brought(source)) source.shown = true;
		known.push([relation, source, target]);
	}

	const claims = claimsByAbout(slice.claims);
	const projectOf = (node: GraphNode | undefined): HealthProject | undefined =>
		node?.label === 'HealthProject' ? node : undefined;
	const project = (id: string | undefined): HealthProject | undefined =>
		id === undefined ? undefined : projectOf(places.get(id)?.node);

	function toEdge(relation: Relation, source: GraphNode, target: GraphNode): NetworkEdge {
		const about = claims.get(relation.id) ?? [];
		const family = familyOf(relation.type);
		const marked = project(relation.projectId);
		const frame = marked ?? projectOf(source) ?? projectOf(target);
		return {
			id: relation.id,
			type: relation.type,
			family,
			// The nodes' own ids: the same strings everywhere, compared at a glance by what comes after.
			source: source.id,
			target: target.id,
			horizontal: isHorizontalFamily(family) && !isHub(source) && !isHub(target),
			status: statusOf(relation, day, frame, about),
			certainty: certaintyOf(about),
			verdict: verdictOf(relation, about),
			detail: relation.detail,
			since: relation.since,
			until: relation.until,
			projectId: marked?.id ?? relation.projectId,
			resourceId: relation.resourceId,
			amountEur: relation.amountEur,
			amountPeriod: relation.amountPeriod,
			stage: relation.stage,
			sources: sourceIdsOf(about)
		};
	}

	/** Of a member with what is neither in the network nor an agency over it. */
	function toOutside(relation: Relation, source: Place, target: Place): OutsideTie[] {
		const [inner, outer] = source.inside ? [source.node, target] : [target.node, source];
		if (outer.inside || outer.node.label === 'ArsRegion' || !members.has(inner.id)) return [];
		const edge = toEdge(relation, source.node, target.node);
		const { family, horizontal, status, certainty, since, until } = edge;
		const { id, label, name } = outer.node;
		const other = { id, label, name };
		return [{ member: inner.id, other, family, horizontal, status, certainty, since, until }];
	}

	const edges: NetworkEdge[] = [];
	const outside: OutsideTie[] = [];
	for (const [relation, source, target] of known) {
		if (source.shown && target.shown) edges.push(toEdge(relation, source.node, target.node));
		outside.push(...toOutside(relation, source, target));
	}

	return {
		scope,
		day,
		revision: slice.revision,
		nodes: slice.nodes
			.filter((node) => places.get(node.id)?.shown)
			.map((node) => toNode(node, members.has(node.id)))
			.sort((a, b) => compareText(a.id, b.id)),
		edges: edges.sort((a, b) => compareText(a.id, b.id)),
		...(outside.length > 0 ? { outside: outside.sort(byEnds) } : {}),
		project: scope.kind === 'project' ? project(scope.id) : undefined,
		// The halo is shown beside the network and documents nothing of it.
		documented: hasTie(
			edges,
			({ status, source, target }) => isAlive(status) && members.has(source) && members.has(target)
		)
	};
}

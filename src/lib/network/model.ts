import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { HealthProject, NodeLabel } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { AccessDimension } from '#lib/domain/vocabulary/project-kinds.ts';
import type { Family, FundingStage, RelationType } from '#lib/domain/vocabulary/relation-types.ts';

/** Points of a closed outline, the last joined to the first. */
export type Polygon = readonly (readonly [number, number])[];

export interface NetworkNode {
	id: string;
	label: NodeLabel;
	kind: string;
	name: string;
	group: KindGroup | 'project';
	/** False for the halo: tied to a member, not one. */
	member: boolean;
	commune?: string | undefined;
	departement?: string | undefined;
	region?: string | undefined;
	ess?: boolean | undefined;
	lat?: number | undefined;
	lon?: number | undefined;
	/** Of a project: the access to care it works on. */
	access?: readonly AccessDimension[] | undefined;
	/** Of a scenario open in the explorer: never in a network of facts. */
	planned?: boolean | undefined;
}

export interface NetworkEdge {
	id: string;
	type: RelationType;
	family: Family;
	source: string;
	target: string;
	/** Makes its ends "linked": cooperation or sharing, no project or ARS at an end. */
	horizontal: boolean;
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	detail?: string | undefined;
	since?: string | undefined;
	until?: string | undefined;
	projectId?: string | undefined;
	resourceId?: string | undefined;
	amountEur?: number | undefined;
	amountPeriod?: string | undefined;
	stage?: FundingStage | undefined;
	sources: string[];
	/** Of a scenario open in the explorer: never in a network of facts. */
	planned?: boolean | undefined;
}

/** The network of a scope on a day, every family and status in it: filtering comes after. */
export interface Network {
	scope: Scope;
	/** `YYYY-MM-DD`. */
	day: string;
	revision: number;
	/** By id. */
	nodes: NetworkNode[];
	/** By id. */
	edges: NetworkEdge[];
	/** The project of a project's network. */
	project?: HealthProject | undefined;
	/** Relations of its members with what is outside it; never drawn. Absent when there are none. */
	outside?: readonly OutsideTie[] | undefined;
	/** False when it never had a horizontal tie: its cooperations are not documented, nobody is called isolated. */
	documented: boolean;
}

/** A relation of a member with a structure, a resource or a project that is not in the network. */
export interface OutsideTie extends Pick<
	NetworkEdge,
	'family' | 'horizontal' | 'status' | 'certainty' | 'since' | 'until'
> {
	/** The end that is a member. */
	member: string;
	/** The other end, which is no node of the network. */
	other: { id: string; label: NodeLabel; name: string };
}

/** A horizontal tie between two organisations, direct or through a shared resource. */
export interface Tie {
	a: string;
	b: string;
	/** Relations that make it: one when direct, two through a resource. */
	relations: readonly string[];
	via?: string | undefined;
}

/** From the most alone to the least; `absent` apart, since nothing is judged of who is in no network. */
export const ISOLATION_CLASSES = [
	'no_tie',
	'no_horizontal_tie',
	'outside_only',
	'detached_group',
	'single_bridge',
	'absent'
] as const;
export type IsolationClass = (typeof ISOLATION_CLASSES)[number];

export interface IsolationRow {
	actorId: string;
	class: IsolationClass;
	/** Families of the relations it has. */
	reasons: Family[];
	/** For `single_bridge` the partner, for `detached_group` its group, for `outside_only` who is outside. */
	with: string[];
	/** Somebody states it (`documented`), or nothing but the missing ties says so. */
	certainty: 'documented' | 'in_data_only';
	/** Somebody says the class is wrong: the row stays, and says so. */
	disputed?: true | undefined;
	/** True when the whole network has no horizontal tie: the class says nothing then. */
	undocumented: boolean;
}

/** Where a node stands: in the network, in the margin of the isolated, or on the side bench of unattached members. */
export type Zone = 'network' | 'margin' | 'unattached';

export interface Position {
	x: number;
	y: number;
	zone: Zone;
}

/** Positions of a network's nodes, in units where a node's diameter is about 1. */
export interface Layout {
	version: number;
	positions: ReadonlyMap<string, Position>;
	/** Left edge of the margin, when there is one. */
	marginX?: number | undefined;
	bounds: { minX: number; minY: number; maxX: number; maxY: number };
	/** The ground members stand on: outlines under the drawing, closed, in the layout's units. */
	hulls: readonly Polygon[];
}

/** What pages, sheets and the API show of a thing, ready to read: the one shape all three share. */
import type { PlaceRefusal } from './places/place.ts';
import type { Certainty, Verdict } from './claims.ts';
import type {
	Claim,
	GraphNode,
	HealthProject,
	NodeLabel,
	Organisation,
	SharedResource,
	Source
} from './entities.ts';
import type { RelationStatus } from './status.ts';
import type { Family, FundingStage, Intensity, RelationType } from './vocabulary/relation-types.ts';

export interface NodeRef {
	id: string;
	label: NodeLabel;
	kind?: string | undefined;
	name: string;
	commune?: string | undefined;
}

export interface SourceRef {
	id: string;
	name: string;
	publisher?: string | undefined;
	year?: number | undefined;
	url?: string | undefined;
	section?: string | undefined;
	accessed?: string | undefined;
	/** Its newer issue, which no longer says what still rests on this one. */
	replacedBy?: string | undefined;
}

export interface ClaimView extends Pick<
	Claim,
	'id' | 'says' | 'how' | 'value' | 'detail' | 'firstSeen' | 'lastSeen' | 'toCheck' | 'property'
> {
	by: { id?: string | undefined; name: string };
	source?: SourceRef | undefined;
}

export interface RelationView {
	id: string;
	type: RelationType;
	family: Family;
	source: NodeRef;
	target: NodeRef;
	project?: NodeRef | undefined;
	resource?: NodeRef | undefined;
	detail?: string | undefined;
	since?: string | undefined;
	until?: string | undefined;
	intensity?: Intensity | undefined;
	amountEur?: number | undefined;
	amountPeriod?: string | undefined;
	stage?: FundingStage | undefined;
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	claims: ClaimView[];
}

interface Sheet<N extends GraphNode> {
	node: N;
	/** Relations with this node at an end (for a resource, also those about it), by family then other end's name. */
	relations: RelationView[];
	/** Claims about the node itself and its properties. */
	claims: ClaimView[];
	/** ISO instant of the revision that last changed the node. */
	updatedAt?: string | undefined;
}
export interface OrganisationSheet extends Sheet<Organisation> {
	/** Projects it belongs to the network of. */
	projects: NodeRef[];
	/** What it receives and pays, from `FUNDS`. */
	fundedBy: RelationView[];
	funds: RelationView[];
	/** Resources it holds or uses. */
	holds: NodeRef[];
	uses: NodeRef[];
	/** Why its coordinates are not taken for a place; absent when they are, or when there are none. */
	placeRefused?: PlaceRefusal | undefined;
}
export interface ResourceSheet extends Sheet<SharedResource> {
	holders: NodeRef[];
	users: NodeRef[];
	project?: NodeRef | undefined;
}
export interface ProjectSheet extends Sheet<HealthProject> {
	leads: NodeRef[];
}
export interface SourceSheet {
	node: Source;
	/** Everything that rests on it. */
	relations: RelationView[];
	nodes: NodeRef[];
	updatedAt?: string | undefined;
}

/** Everything a network's sheets are made of: full records, relations, and what each rests on. */
export interface NetworkProofs {
	/** The day statuses are of. */
	day: string;
	revision: number;
	organisations: Organisation[];
	resources: SharedResource[];
	projects: HealthProject[];
	relations: RelationView[];
	/** Claims about the records themselves. */
	claims: { about: string; claims: ClaimView[] }[];
}

/** One card of the gallery, one row of `/api/v1/projects`. */
export interface ProjectCard {
	id: string;
	name: string;
	kind: string;
	status: HealthProject['status'];
	region?: string | undefined;
	coverage: HealthProject['coverage'];
	accessDimensions: string[];
	startYear?: number | undefined;
	endYear?: number | undefined;
	territoryText?: string | undefined;
	/** Organisations in the network, ARS left out. */
	structures: number;
	/** Horizontal relations alive on the day the page opens. */
	cooperations: number;
	resources: number;
	/** Structures of the margin: `no_tie` and `no_horizontal_tie`; 0 when undocumented. */
	apart: number;
	documented: boolean;
}

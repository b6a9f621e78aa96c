import type { PartialDate } from './dates.ts';
import type { ActorKind } from './vocabulary/actor-kinds.ts';
import type {
	AccessDimension,
	Coverage,
	EconomicModel,
	ProjectKind,
	ProjectStatus,
	Public,
	Service
} from './vocabulary/project-kinds.ts';
import type { FundingStage, Intensity, RelationType } from './vocabulary/relation-types.ts';
import type { ResourceKind } from './vocabulary/resource-kinds.ts';

/** What can be a node of the graph that people read about. `Claim` is kept apart: it is about the others. */
export const NODE_LABELS = [
	'Actor',
	'Funder',
	'ArsRegion',
	'SharedResource',
	'HealthProject',
	'Territory',
	'Source'
] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

interface Base {
	/** Readable, unique over all labels, never reused; also the slug of pages and API. */
	id: string;
	name: string;
	description?: string | undefined;
}

/** `commune`: the point is the centre of the commune, never an address. */
export type PlacePrecision = 'address' | 'commune';

interface Place {
	commune?: string | undefined;
	codeInsee?: string | undefined;
	postalCode?: string | undefined;
	departement?: string | undefined;
	/** INSEE code of the region; absent means national. */
	region?: string | undefined;
	/** Degrees, WGS 84. */
	lat?: number | undefined;
	lon?: number | undefined;
	placePrecision?: PlacePrecision | undefined;
}

interface OrganisationBase extends Base, Place {
	kind: ActorKind;
	legalForm?: string | undefined;
	/** Social and solidarity economy; absent when the legal form is not established. */
	ess?: boolean | undefined;
	siren?: string | undefined;
	siret?: string | undefined;
	finess?: string | undefined;
	rna?: string | undefined;
	foundedYear?: number | undefined;
	website?: string | undefined;
	services?: string[] | undefined;
	publics?: string[] | undefined;
	/** What the collection itself says of its limits for this organisation. */
	collectionNote?: 'seat_to_check' | 'few_ties' | 'ties_not_collected' | undefined;
}

export interface Actor extends OrganisationBase {
	label: 'Actor';
}
/** An organisation that is there to pay. Any actor may also fund: what counts is the `FUNDS` relation. */
export interface Funder extends OrganisationBase {
	label: 'Funder';
}
export interface ArsRegion extends OrganisationBase {
	label: 'ArsRegion';
	/** INSEE code of its region. */
	code: string;
}
export type Organisation = Actor | Funder | ArsRegion;

export interface SharedResource extends Base, Place {
	label: 'SharedResource';
	kind: ResourceKind;
	capacity?: string | undefined;
	projectId?: string | undefined;
}

export interface HealthProject extends Base {
	label: 'HealthProject';
	kind: ProjectKind;
	territoryText?: string | undefined;
	communes?: string[] | undefined;
	codesInsee?: string[] | undefined;
	region?: string | undefined;
	startYear?: number | undefined;
	endYear?: number | undefined;
	status: ProjectStatus;
	objectives?: string | undefined;
	accessDimensions?: AccessDimension[] | undefined;
	services?: Service[] | undefined;
	publics?: Public[] | undefined;
	economicModel?: EconomicModel[] | undefined;
	evaluation?: string | undefined;
	/** Published figures as `key@year=value`, or `key=value` when the source gives no year. */
	figures?: string[] | undefined;
	coverage: Coverage;
}

export interface Territory extends Base {
	label: 'Territory';
	level: 'commune' | 'epci' | 'departement' | 'region';
	code: string;
	population?: number | undefined;
	lat?: number | undefined;
	lon?: number | undefined;
}

export interface Source extends Base {
	label: 'Source';
	/** `name` is the title. */
	publisher?: string | undefined;
	/** Set when the publisher is itself a structure of the graph: it then speaks for itself. */
	publisherId?: string | undefined;
	year?: number | undefined;
	url?: string | undefined;
	/** What was really read. */
	section?: string | undefined;
	/** Day it was read, `YYYY-MM-DD`. */
	accessed?: PartialDate | undefined;
	/** The source's own date. */
	date?: PartialDate | undefined;
	/** The newer issue of the same file: what still rests on this one is no longer mentioned there. */
	replacedBy?: string | undefined;
}

export type GraphNode =
	Actor | Funder | ArsRegion | SharedResource | HealthProject | Territory | Source;

export interface Relation {
	id: string;
	type: RelationType;
	source: string;
	target: string;
	detail?: string | undefined;
	since?: PartialDate | undefined;
	until?: PartialDate | undefined;
	intensity?: Intensity | undefined;
	/** The project this relation is marked with. */
	projectId?: string | undefined;
	/** The resource it is about; only `HOLDS`, `USES` and `HOSTS` make a tie through it. */
	resourceId?: string | undefined;
	amountEur?: number | undefined;
	/** Years the amount covers, as the source says: `2022` or `2022-2024`. */
	amountPeriod?: string | undefined;
	stage?: FundingStage | undefined;
}

/** Who says what about a relation, a node or one of its properties, and where it was read. */
export interface Claim {
	id: string;
	/** Id of the node or relation it is about. */
	aboutId: string;
	/** The property it is about; absent when it is about the existence of the thing. */
	property?: string | undefined;
	/** Id of a structure of the graph, else the publisher's or contributor's name. */
	by: string;
	says: 'exists' | 'ended' | 'denies' | 'value';
	/** What `says: 'value'` states, as JSON text. */
	value?: string | undefined;
	how: 'stated' | 'inferred';
	detail?: string | undefined;
	/** The source's own date, not the day of an import. */
	firstSeen?: PartialDate | undefined;
	lastSeen?: PartialDate | undefined;
	/** Set when the fact changed after this claim was made: it supported the old one. */
	toCheck?: boolean | undefined;
	sourceId?: string | undefined;
	section?: string | undefined;
}

export const isOrganisation = (node: GraphNode): node is Organisation =>
	node.label === 'Actor' || node.label === 'Funder' || node.label === 'ArsRegion';

import type { Territory } from '#lib/domain/entities.ts';
import type {
	NetworkProofs,
	OrganisationSheet,
	ProjectCard,
	ProjectSheet,
	RelationView,
	ResourceSheet,
	SourceRef,
	SourceSheet
} from '#lib/domain/views.ts';
import type { Scenario } from '#lib/domain/scenario/scenario.ts';
import type { IsolationStatement } from '#lib/domain/isolation-statements.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { IsolationRow, Layout, Network, NetworkNode } from '#lib/network/model.ts';
import type { DepartureOf } from './catalogue/departures.ts';
import type { NetworkFigures } from './catalogue/indicators.ts';
import type { JudgedIn } from './catalogue/isolated.ts';
import type { Around } from './catalogue/standing-apart.ts';
import type { ChangesBetween, PictureAsked } from './catalogue/tie-changes.ts';
import type { ScenarioPicture } from './catalogue/scenarios.ts';
import type { SuggestedPartners } from './catalogue/suggestions.ts';
import type { WaysBetween } from './catalogue/ways.ts';
import type { Overview } from '#lib/network/overview.ts';
import type { NetworkPlaces } from '#lib/network/places.ts';
import type { Repository } from './repository.ts';

/** A network built, its isolated found: what is computed on it waits for no drawing. Kept by revision and day. */
export interface JudgedNetwork {
	network: Network;
	isolated: IsolationRow[];
}

/** A network ready to show: its positions known too. */
export interface PreparedNetwork extends JudgedNetwork {
	layout: Layout;
}

/** A row of the isolated, with where it was judged: in a project's network, else in its département. */
export interface IsolatedStructure extends IsolationRow {
	/** Names of `with`, in its order. */
	withNames: string[];
	/** Names of its partners outside the network it was judged in; absent when none is known. */
	elsewhereNames?: string[] | undefined;
	name: string;
	kind: string;
	projectId?: string | undefined;
	region?: string | undefined;
	departement?: string | undefined;
	/** Its last tie here ended then, as precise as its source; absent when it had none or a date is unknown. */
	since?: string | undefined;
	/** What people say of it there, the oldest first; absent when nobody does. */
	statements?: readonly (IsolationStatement & { byName: string })[] | undefined;
}

/** A structure tied since a known date, and known before without a tie. */
export interface RejoinedStructure {
	actorId: string;
	name: string;
	kind: string;
	since: string;
	with: string[];
	withNames: string[];
	projectId?: string | undefined;
	region?: string | undefined;
	departement?: string | undefined;
}

export interface IsolatedAsked {
	day?: string | undefined;
	/** Over which network each is judged: its projects', else its département's, by default. */
	over?: JudgedIn | undefined;
}

/** A network encoded for the browser, with what HTTP needs to avoid sending it twice. */
export interface EncodedNetwork {
	/** Strong, quoted: revision, layout version, day. */
	etag: string;
	mediaType: string;
	body: Uint8Array;
	encoding: 'gzip' | 'br' | 'identity';
}

/**
 * Reading services over one repository: what pages and API both ask. The real set and the
 * demonstration are two catalogues, so the fictional can never leak into the real.
 * Missing things answer `undefined`; the repository's errors pass through.
 */
export interface Catalogue {
	readonly repository: Repository;
	/** True for the demonstration and for databases seeded with a fictional territory. */
	readonly fictional: boolean;
	cards(): Promise<ProjectCard[]>;
	/** Every structure that stands alone, by project; those in no project, judged in their département, last. */
	isolated(asked?: IsolatedAsked): Promise<IsolatedStructure[]>;
	/** Who no longer does, in the same order. */
	rejoined(asked?: IsolatedAsked): Promise<RejoinedStructure[]>;
	/** Structures a register lists and that are in no relation of a project, or of anything when none is named. */
	absent(projectId?: string): Promise<IsolatedStructure[]>;
	/** The intermunicipality of each commune the data say it of, by INSEE code of the commune. */
	epcis(): Promise<ReadonlyMap<string, Territory>>;
	/** What is around structures that stand apart, by id; `given` are those of them that are in no network. */
	around(
		ids: readonly string[],
		given?: ReadonlyMap<string, NetworkNode>
	): Promise<ReadonlyMap<string, Around>>;
	network(
		scope: Scope,
		options?: { day?: string | undefined; halo?: boolean | undefined }
	): Promise<PreparedNetwork | undefined>;
	/** Titles of the sources a network cites, by id: as many as its compact form carries. */
	sourceNames(network: Network): Promise<ReadonlyMap<string, string>>;
	encodedNetwork(
		scope: Scope,
		options: { day?: string | undefined; halo?: boolean | undefined; acceptEncoding: string }
	): Promise<EncodedNetwork | undefined>;
	/** The sources a network cites, by id, whatever their number. */
	sources(
		scope: Scope,
		options?: { day?: string | undefined; halo?: boolean | undefined }
	): Promise<SourceRef[] | undefined>;
	/** Up to five partners a structure might find, among everything or the members of one project. */
	suggestions(actorId: string, projectId?: string): Promise<SuggestedPartners | undefined>;
	/** What changed in a project's network between two pictures of it; `undefined` when there is no such picture. */
	changes(
		projectId: string,
		before: PictureAsked,
		after: PictureAsked
	): Promise<ChangesBetween | undefined>;
	/** A scenario over the facts of now: the network before and after; `undefined` when its base is gone. */
	scenarioPicture(
		scenario: Pick<Scenario, 'base' | 'edits' | 'done'>
	): Promise<ScenarioPicture | undefined>;
	/** The shortest ways between two nodes, in everything or in one project's network; or the id that is not there. */
	ways(
		from: string,
		to: string,
		asked?: { projectId?: string | undefined; day?: string | undefined }
	): Promise<WaysBetween | { missing: string }>;
	/** What would be lost if a structure, funder or resource left, in everything or in one project's network. */
	departure(
		id: string,
		asked?: { projectId?: string | undefined; day?: string | undefined }
	): Promise<DepartureOf | undefined>;
	/** Every figure of a network, with how well it was documented. */
	indicators(
		scope: Scope,
		options?: { day?: string | undefined }
	): Promise<NetworkFigures | undefined>;
	/** Legal forms, services, publics… of a network, each value with what has it. */
	overview(scope: Scope): Promise<Overview | undefined>;
	/** What the sheets of a network are made of, all at once. */
	proofs(
		scope: Scope,
		options?: { day?: string | undefined; halo?: boolean | undefined }
	): Promise<NetworkProofs | undefined>;
	/** Where the nodes of a network are, for its map. */
	places(
		scope: Scope,
		options?: { day?: string | undefined; halo?: boolean | undefined }
	): Promise<NetworkPlaces | undefined>;
	organisation(id: string, day?: string): Promise<OrganisationSheet | undefined>;
	resource(id: string, day?: string): Promise<ResourceSheet | undefined>;
	project(id: string, day?: string): Promise<ProjectSheet | undefined>;
	source(id: string, day?: string): Promise<SourceSheet | undefined>;
	relation(id: string, day?: string): Promise<RelationView | undefined>;
}

import type { Change, ChangeSet, Revision, StoredLabel } from '#lib/domain/changes.ts';
import type { Claim, GraphNode, NodeLabel, Relation } from '#lib/domain/entities.ts';
import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import type { PassageVersion, StoredPassage } from '#lib/domain/passages.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';

export interface Page<T> {
	items: T[];
	/** Opaque; absent on the last page. */
	nextCursor?: string | undefined;
}

export interface ListFilter {
	labels: readonly NodeLabel[];
	kinds?: readonly string[] | undefined;
	region?: string | undefined;
	departement?: string | undefined;
	ess?: boolean | undefined;
	/** Words searched in the name, folded; all must be prefixes of words of the name. */
	text?: string | undefined;
}

export interface SearchHit {
	id: string;
	label: NodeLabel;
	kind?: string | undefined;
	name: string;
	commune?: string | undefined;
	region?: string | undefined;
}

/** Positions of one network, kept beside the graph, not part of its revisions. */
export interface StoredLayout {
	key: string;
	/** Version of the layout algorithm that made it. */
	version: number;
	/** Data revision it was computed for. */
	revision: number;
	/** What it depends on: the same fingerprint means the same picture. */
	fingerprint: string;
	/** The layout itself, as `network/layout` encodes it. */
	data: string;
}

/** A scenario with the number of times it was written: two windows never overwrite one another unknowingly. */
export interface StoredScenario {
	scenario: Scenario;
	version: number;
}

/** One line in the history of one node or relation. */
export interface HistoryEntry {
	revision: Revision;
	change: Change;
}

/** Any stored record, for whole-graph reading (check, export, comparison). */
export type StoredRecord =
	| {
			entity: 'node';
			label: StoredLabel;
			id: string;
			properties: Readonly<Record<string, unknown>>;
	  }
	| {
			entity: 'relation';
			type: string;
			id: string;
			source: string;
			target: string;
			properties: Readonly<Record<string, unknown>>;
	  };

/**
 * What the program asks of a graph database. SQLite and Neo4j both answer it, alike to the byte: one
 * contract suite runs on both. Every list has a stable order (by id unless said otherwise).
 *
 * Errors: `DatabaseUnavailableError` when it cannot be reached or stays locked,
 * `DatabaseUnusableError` when it is damaged, newer than this program or not ours,
 * `ConflictError` when a `before` no longer holds, `InvalidChangeError` when a change set is not valid.
 */
export interface Repository {
	readonly kind: 'sqlite' | 'neo4j';

	/** Creates or upgrades constraints and indexes; refuses what is not ours or newer. Idempotent. */
	migrate(): Promise<void>;
	/** Resolves when the database answers. */
	ping(): Promise<void>;
	close(): Promise<void>;

	/**
	 * Applies a change set in one transaction, all or nothing, and keeps it as a revision.
	 * Writers queue. An empty change set writes nothing and answers `null`.
	 */
	apply(changeSet: ChangeSet): Promise<Revision | null>;
	/**
	 * The same for what is too much to be held at once: parts are checked, compared and written as they
	 * come, all in one transaction and one revision. A part names what stands in it, in those before or
	 * in the database; no record changes in two of them. No other writer comes between the first step of
	 * `parts` and the end; what it throws takes everything back. It is asked for again when the database
	 * wants another try. `about` is asked once all is read.
	 */
	applyParts(
		parts: () => AsyncIterable<readonly Change[]>,
		about: () => Omit<ChangeSet, 'changes'>
	): Promise<Revision | null>;
	/** Ids of what was removed, in no order: none is given again. */
	removedIds(): AsyncIterable<string>;
	/** Number of the newest revision, 0 when nothing was ever written. */
	dataRevision(): Promise<number>;
	/** Newest first. */
	revisions(options: { limit: number; before?: number | undefined }): Promise<Revision[]>;
	revision(number: number): Promise<Revision | undefined>;
	/** The changes of one revision, by id; `undefined` when there is no such revision. */
	changesOf(number: number): Promise<Change[] | undefined>;
	/** Newest first, without reading whole revisions; also for what was removed. */
	historyOf(id: string): Promise<HistoryEntry[]>;

	/** In the order of `ids`, missing ones left out. */
	nodes(ids: readonly string[]): Promise<GraphNode[]>;
	/** In the order of `ids`, missing ones left out. */
	relations(ids: readonly string[]): Promise<Relation[]>;
	/** Relations with this node at an end or as `resourceId`, or marked with it as project. */
	relationsOf(id: string): Promise<Relation[]>;
	/** Claims about these nodes and relations. */
	claimsAbout(ids: readonly string[]): Promise<Claim[]>;
	/** Claims that rest on this source. */
	claimsFrom(sourceId: string): Promise<Claim[]>;
	/** By folded name, then id. */
	list(
		filter: ListFilter,
		page: { limit: number; cursor?: string | undefined }
	): Promise<Page<GraphNode>>;
	/** How many nodes a filter finds, in all and by kind, region and label. */
	count(filter: ListFilter): Promise<{
		total: number;
		byLabel: Record<string, number>;
		byKind: Record<string, number>;
		byRegion: Record<string, number>;
	}>;
	/**
	 * What a network of this scope is built from:
	 * - `project`: the project, its members (ends of relations marked with it or touching it, resources
	 *   marked with it), the other ends of the members' relations, and all relations with a member at an end;
	 * - `region`, `departement`: the same for all its projects (region only), for organisations placed there
	 *   and for resources placed there;
	 * - `funder`: the same for the payer and the ends of its `FUNDS` relations, and for the projects among them;
	 * - `all`: everything.
	 * The projects these relations are marked with come too: a relation's status depends on its project's.
	 */
	slice(scope: Scope): Promise<GraphSlice>;
	/**
	 * Organisations, resources, projects and sources whose name (or commune) has a word starting with
	 * each word of the query; case, accents and elisions folded. Ranked by `rankHits` of this folder.
	 */
	search(query: string, limit: number): Promise<SearchHit[]>;

	layout(key: string): Promise<StoredLayout | undefined>;
	layouts(): Promise<Pick<StoredLayout, 'key' | 'version' | 'revision' | 'fingerprint'>[]>;
	saveLayout(layout: StoredLayout): Promise<void>;

	/**
	 * What is planned from a base, or from any: by id, archived and deleted ones included. Scenarios are no
	 * part of the graph: nothing else here answers them, and writing one makes no revision.
	 */
	scenarios(base?: Base): Promise<StoredScenario[]>;
	scenario(id: string): Promise<StoredScenario | undefined>;
	/**
	 * Keeps a scenario in whole and answers its new version. `expected` is the version it was read at, 0 for
	 * a new one; a `ConflictError` says that it was written meanwhile.
	 */
	saveScenario(scenario: Scenario, expected: number): Promise<number>;

	/** Newest version of each passage written in a dossier, by passage. Beside the graph: in no revision, no record. */
	passages(dossier: string): Promise<StoredPassage[]>;
	/** Newest first. */
	passageVersions(dossier: string, passage: string): Promise<PassageVersion[]>;
	passageVersion(
		dossier: string,
		passage: string,
		version: number
	): Promise<StoredPassage | undefined>;
	/** Keeps it as the next version; false, and nothing written, unless it follows the newest. */
	savePassage(passage: StoredPassage): Promise<boolean>;

	/** Every node (claims included), then every relation, each by id: the whole graph as stored. */
	records(): AsyncIterable<StoredRecord>;
}

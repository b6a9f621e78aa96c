import type { NodeLabel } from './entities.ts';
import type { RelationType } from './vocabulary/relation-types.ts';

/** A property value as both databases can hold it. */
export type PropertyValue = string | number | boolean | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;
/** Properties of an update; `null` is an absent property. */
export type PartialProperties = Readonly<Record<string, PropertyValue | null>>;

export type StoredLabel = NodeLabel | 'Claim';

/** Which record a change is about. `ends` are fixed for the life of a relation. */
export type Subject =
	| { entity: 'node'; id: string; label: StoredLabel }
	| { entity: 'relation'; id: string; type: RelationType; source: string; target: string };

/** One invertible change: `before` and `after` hold what changes and nothing else. */
export type Change = Subject &
	(
		| { op: 'create'; after: Properties }
		| { op: 'update'; before: PartialProperties; after: PartialProperties }
		| { op: 'remove'; before: Properties }
	);

/** From what a change set came: a file and its checksum, a page, a scenario, the seed, an undo. */
export interface Origin {
	kind: 'seed' | 'import' | 'page' | 'scenario' | 'undo' | 'fictional';
	name?: string | undefined;
	checksum?: string | undefined;
	/** The revision undone. */
	revision?: number | undefined;
	/** Of an import, as JSON: how the file was read and what became of its rows. */
	details?: string | undefined;
}

/** What is handed to the repository, the one way to write. At most one change per record. */
export interface ChangeSet {
	who: string;
	why: string;
	/** ISO instant. */
	at: string;
	origin: Origin;
	changes: readonly Change[];
}

/** A change set once applied, numbered and chained to the one before. */
export interface Revision {
	number: number;
	previous: number | null;
	who: string;
	why: string;
	at: string;
	origin: Origin;
	created: number;
	updated: number;
	removed: number;
}

/** The change that takes `change` back. */
export function invertChange(change: Change): Change {
	switch (change.op) {
		case 'create': {
			const { after, ...subject } = change;
			return { ...subject, op: 'remove', before: after };
		}
		case 'remove': {
			const { before, ...subject } = change;
			return { ...subject, op: 'create', after: before };
		}
		case 'update': {
			const { before, after, ...subject } = change;
			return { ...subject, op: 'update', before: after, after: before };
		}
	}
}

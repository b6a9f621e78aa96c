import type { Properties, Revision, StoredLabel } from '#lib/domain/changes.ts';
import type { StoredPassage } from '#lib/domain/passages.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { StoredLayout } from './repository.ts';

/** One thing a database keeps, with all it keeps of it. */
export type ArchivedItem =
	| { kind: 'revision'; revision: Revision }
	/** Part of a revision's changes, as `changes/chunks` encodes them. */
	| {
			kind: 'chunk';
			revision: number;
			index: number;
			firstId: string;
			lastId: string;
			data: Uint8Array;
	  }
	| { kind: 'node'; id: string; label: StoredLabel; revision: number; properties: Properties }
	| {
			kind: 'relation';
			id: string;
			type: RelationType;
			source: string;
			target: string;
			revision: number;
			properties: Properties;
	  }
	/** An id that was removed, and may never be given again. */
	| { kind: 'removed'; id: string; revision: number }
	| { kind: 'layout'; layout: StoredLayout }
	/** What is planned, as `changes/scenario-rows` writes it. */
	| { kind: 'scenario'; id: string; base: string; version: number; body: string }
	/** A version of what a team wrote in a dossier. */
	| { kind: 'passage'; passage: StoredPassage };

/** What is asked of a database as a whole, beside the port: whether it is there, all it holds, out and in. */
export interface Archive {
	/** False where nothing of ours was ever made; asking leaves it so, where `migrate` would make it. */
	prepared(): Promise<boolean>;
	/**
	 * Everything stored, kind by kind in the order of `ArchivedItem`, each by number, id or key; alike to
	 * the byte from both databases. Read in parts: ask `dataRevision` before and after to know whether
	 * somebody wrote meanwhile.
	 */
	dump(): AsyncIterable<ArchivedItem>;
	/**
	 * Writes a whole dump in one transaction, all or nothing. Nothing else is asked of this repository
	 * meanwhile. `items` may be called more than once.
	 * @param options.replace false to refuse a database that holds anything
	 * @throws {DatabaseNotEmptyError}
	 */
	load(items: () => AsyncIterable<ArchivedItem>, options: { replace: boolean }): Promise<void>;
}

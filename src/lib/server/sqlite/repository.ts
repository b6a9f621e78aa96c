import { existsSync } from 'node:fs';
import type { Archive } from '../archive.ts';
import type { Repository } from '../repository.ts';
import { dump, load } from './archive.ts';
import { Connection } from './connection.ts';
import {
	changesOfRevision,
	historyOfRecord,
	listRevisions,
	newestRevision,
	readRevision
} from './history.ts';
import { listLayouts, readLayout, writeLayout } from './layouts.ts';
import { countNodes, listNodes, searchNodes } from './list.ts';
import { listPassages, listVersions, readPassage, writePassage } from './passages.ts';
import {
	readClaimsAbout,
	readClaimsFrom,
	readNodes,
	readRecords,
	readRelations,
	readRelationsOf,
	readRemovedIds
} from './read.ts';
import { listScenarios, readScenario, writeScenario } from './scenarios.ts';
import { readSlice } from './slice.ts';
import { applyChangeSet, applyInParts } from './write.ts';

export interface SqliteOptions {
	/** The database file, created with its folder when missing, or `:memory:`. */
	path: string;
	/** How long to wait for another process's write, in milliseconds. */
	busyTimeoutMs?: number | undefined;
	/** Called once for each wait for another process. */
	onWait?: (() => void) | undefined;
	/** Ends such a wait, with its reason. */
	signal?: AbortSignal | undefined;
}

const BUSY_TIMEOUT_MS = 5_000;

/**
 * The graph in one SQLite file. Nothing is opened before the first call, which should be `migrate`;
 * a file that is damaged, newer or not ours is refused before anything is written to it.
 */
export function openSqlite({
	path,
	busyTimeoutMs = BUSY_TIMEOUT_MS,
	onWait,
	signal
}: SqliteOptions): Repository & Archive {
	const connection = new Connection(path, busyTimeoutMs, { onWait, signal });
	return {
		kind: 'sqlite',
		migrate: () => connection.migrate(),
		ping: async () => void newestRevision(connection),
		close: () => connection.close(),
		apply: (changeSet) => applyChangeSet(connection, changeSet),
		applyParts: (parts, about) => applyInParts(connection, parts, about),
		removedIds: () => readRemovedIds(connection),
		dataRevision: async () => newestRevision(connection),
		revisions: async (options) => listRevisions(connection, options),
		revision: async (number) => readRevision(connection, number),
		changesOf: async (number) => connection.read(() => changesOfRevision(connection, number)),
		historyOf: async (id) => connection.read(() => historyOfRecord(connection, id)),
		nodes: async (ids) => readNodes(connection, ids),
		relations: async (ids) => readRelations(connection, ids),
		relationsOf: async (id) => readRelationsOf(connection, id),
		claimsAbout: async (ids) => readClaimsAbout(connection, ids),
		claimsFrom: async (sourceId) => readClaimsFrom(connection, sourceId),
		list: async (filter, page) => listNodes(connection, filter, page),
		count: async (filter) => countNodes(connection, filter),
		slice: async (scope) => readSlice(connection, scope),
		search: async (query, limit) => searchNodes(connection, query, limit),
		layout: async (key) => readLayout(connection, key),
		layouts: async () => listLayouts(connection),
		saveLayout: (layout) => writeLayout(connection, layout),
		scenarios: async (base) => listScenarios(connection, base),
		scenario: async (id) => readScenario(connection, id),
		saveScenario: (scenario, expected) => writeScenario(connection, scenario, expected),
		passages: async (dossier) => listPassages(connection, dossier),
		passageVersions: async (dossier, passage) => listVersions(connection, dossier, passage),
		passageVersion: async (dossier, passage, version) =>
			readPassage(connection, dossier, passage, version),
		savePassage: (passage) => writePassage(connection, passage),
		records: () => readRecords(connection),

		prepared: async () => existsSync(path),
		dump: () => dump(connection),
		load: (items, options) => load(connection, items, options)
	};
}

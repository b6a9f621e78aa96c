import type { Archive } from '../archive.ts';
import type { Repository } from '../repository.ts';
import { dump, load } from './archive.ts';
import { Connection, type Neo4jOptions } from './connection.ts';
import { readChanges, readHistory, readRevision, readRevisions } from './history.ts';
import { readLayout, readLayouts, writeLayout } from './layouts.ts';
import { readCount, readList, searchNodes } from './lists.ts';
import { readPassage, readPassages, readVersions, writePassage } from './passages.ts';
import {
	readClaimsAbout,
	readClaimsFrom,
	readNodes,
	readRelations,
	readRelationsOf,
	streamRecords,
	streamRemovedIds
} from './reading.ts';
import { readScenario, readScenarios, writeScenario } from './scenarios.ts';
import { isPrepared, migrate, readDataRevision } from './schema.ts';
import { readSlice } from './slice.ts';
import { applyChanges, applyInParts } from './writing.ts';

export type { Neo4jOptions } from './connection.ts';

/**
 * A repository on a Neo4j server (5.26 or newer). Nothing is asked of the server yet; while it is away
 * each call fails within `timeoutMs`, and works again once it is back.
 */
export function openNeo4jRepository(options: Neo4jOptions): Repository & Archive {
	const connection = new Connection(options);
	// Writers of this process queue here, those of other processes on the server's lock: only the
	// one in front has to fear that lock's time limit.
	let queue: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = queue.then(work);
		queue = turn.catch(() => undefined);
		return turn;
	};
	return {
		kind: 'neo4j',
		migrate: () => migrate(connection),
		ping: () => connection.ping(),
		close: () => connection.close(),

		apply: (changeSet) => inTurn(() => applyChanges(connection, changeSet)),
		applyParts: (parts, about) => inTurn(() => applyInParts(connection, parts, about)),
		removedIds: () => streamRemovedIds(connection),
		dataRevision: () => connection.read(readDataRevision),
		revisions: (options) => connection.read((query) => readRevisions(query, options)),
		revision: (number) => connection.read((query) => readRevision(query, number)),
		changesOf: (number) => connection.read((query) => readChanges(query, number)),
		historyOf: (id) => connection.read((query) => readHistory(query, id)),

		nodes: (ids) => connection.read((query) => readNodes(query, ids)),
		relations: (ids) => connection.read((query) => readRelations(query, ids)),
		relationsOf: (id) => connection.read((query) => readRelationsOf(query, id)),
		claimsAbout: (ids) => connection.read((query) => readClaimsAbout(query, ids)),
		claimsFrom: (sourceId) => connection.read((query) => readClaimsFrom(query, sourceId)),
		list: (filter, page) => connection.read((query) => readList(query, filter, page)),
		count: (filter) => connection.read((query) => readCount(query, filter)),
		slice: (scope) => connection.read((query) => readSlice(query, scope)),
		search: (text, limit) => connection.read((query) => searchNodes(query, text, limit)),

		layout: (key) => connection.read((query) => readLayout(query, key)),
		layouts: () => connection.read(readLayouts),
		saveLayout: (layout) => connection.write(({ query }) => writeLayout(query, layout)),

		scenarios: (base) => connection.read((query) => readScenarios(query, base)),
		scenario: (id) => connection.read((query) => readScenario(query, id)),
		saveScenario: (scenario, expected) =>
			inTurn(() => writeScenario(connection, scenario, expected)),

		passages: (dossier) => connection.read((query) => readPassages(query, dossier)),
		passageVersions: (dossier, passage) =>
			connection.read((query) => readVersions(query, dossier, passage)),
		passageVersion: (dossier, passage, version) =>
			connection.read((query) => readPassage(query, dossier, passage, version)),
		savePassage: (passage) =>
			inTurn(() => connection.write((writing) => writePassage(writing, connection.where, passage))),

		records: () => streamRecords(connection),

		prepared: () => isPrepared(connection),
		dump: () => dump(connection),
		load: (items, options) => inTurn(() => load(connection, items, options))
	};
}

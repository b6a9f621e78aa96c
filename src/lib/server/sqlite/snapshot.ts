import type { StoredState } from '../changes/codecs.ts';
import type { Needs } from '../changes/normalise.ts';
import type { Snapshot } from '../changes/plan.ts';
import type { Connection, Row } from './connection.ts';
import { nodeState, nodeSubject, relationState, relationSubject } from './rows.ts';

/** Lists go in as one JSON parameter: no limit on their length, one prepared statement for all. */
const LISTED = '(SELECT value FROM json_each(?))';

const NODE_SUBJECTS = `SELECT id, label FROM node WHERE id IN ${LISTED}`;
const RELATION_SUBJECTS = `SELECT id, type, source, target FROM relation WHERE id IN ${LISTED}`;
const NODES = `SELECT body, revision FROM node WHERE id IN ${LISTED}`;
const RELATIONS = `SELECT body, revision FROM relation WHERE id IN ${LISTED}`;
const REMOVED = `SELECT id, revision FROM tombstone WHERE id IN ${LISTED}`;
const CLAIMS = `SELECT body, revision FROM node WHERE about_id IN ${LISTED} ORDER BY id`;
const DEPENDANTS = [
	['node', 'project_id'],
	['node', 'publisher_id'],
	['node', 'about_id'],
	['node', 'source_id'],
	['relation', 'source'],
	['relation', 'target'],
	['relation', 'project_id'],
	['relation', 'resource_id']
].map(([table, column]) => `SELECT id, ${column} FROM ${table} WHERE ${column} IN ${LISTED}`);

const states = (rows: readonly Row[], read: typeof nodeState): StoredState[] =>
	rows.map(([body, revision]) => read(String(body), Number(revision)));

/** What is stored about a change set, read inside the transaction that will write it. */
export function takeSnapshot(connection: Connection, needs: Needs): Snapshot {
	const listed = (sql: string, ids: readonly string[]): Row[] =>
		ids.length === 0 ? [] : connection.rows(sql, JSON.stringify(ids));
	const changed = [...needs.updated, ...needs.removed];
	const records = [
		...states(listed(NODES, changed), nodeState),
		...states(listed(RELATIONS, changed), relationState)
	];
	const subjects = [
		...listed(NODE_SUBJECTS, needs.named).map(nodeSubject),
		...listed(RELATION_SUBJECTS, needs.named).map(relationSubject)
	];
	return {
		records: new Map(records.map((state) => [state.subject.id, state])),
		subjects: new Map(subjects.map((subject) => [subject.id, subject])),
		removedAt: new Map(
			listed(REMOVED, needs.created).map(([id, revision]) => [String(id), Number(revision)])
		),
		claims: states(listed(CLAIMS, needs.updated), nodeState),
		dependants: DEPENDANTS.flatMap((sql) =>
			listed(sql, needs.removed).map(([id, on]) => ({ id: String(id), on: String(on) }))
		)
	};
}

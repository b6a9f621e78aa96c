import neo4j from 'neo4j-driver';
import type { Change, Origin, Revision } from '#lib/domain/changes.ts';
import { changesIn, findKept } from '../changes/chunks.ts';
import type { HistoryEntry } from '../repository.ts';
import type { Query, Row } from './connection.ts';
import { indexed, perType } from './cypher.ts';
import { numberOf, textOf } from './rows.ts';

const ORIGINS: readonly Origin['kind'][] = [
	'seed',
	'import',
	'page',
	'scenario',
	'undo',
	'fictional'
];

function originOf(row: Row): Origin {
	const kind = ORIGINS.find((known) => known === row.originKind);
	if (!kind) throw new TypeError(`an unknown origin ${String(row.originKind)}`);
	return {
		kind,
		...(typeof row.originName === 'string' ? { name: row.originName } : {}),
		...(typeof row.originChecksum === 'string' ? { checksum: row.originChecksum } : {}),
		...(typeof row.originRevision === 'number' ? { revision: row.originRevision } : {}),
		...(typeof row.originDetails === 'string' ? { details: row.originDetails } : {})
	};
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** From a column `revision` that holds the properties of a `Revision` node. */
export function revisionOf({ revision: row }: Row): Revision {
	if (!isRow(row)) throw new TypeError('a revision without properties');
	return {
		number: numberOf(row, 'number'),
		previous: typeof row.previous === 'number' ? row.previous : null,
		who: textOf(row, 'who'),
		why: textOf(row, 'why'),
		at: textOf(row, 'at'),
		origin: originOf(row),
		created: numberOf(row, 'created'),
		updated: numberOf(row, 'updated'),
		removed: numberOf(row, 'removed')
	};
}

const integer = (value: number | null | undefined): unknown =>
	value === null || value === undefined ? null : neo4j.int(value);

/** The properties of a `Revision` node. The token tells a repeated attempt from a second change. */
export const toRevisionNode = (revision: Revision, token: string): Row => ({
	number: integer(revision.number),
	previous: integer(revision.previous),
	who: revision.who,
	why: revision.why,
	at: revision.at,
	originKind: revision.origin.kind,
	originName: revision.origin.name ?? null,
	originChecksum: revision.origin.checksum ?? null,
	originRevision: integer(revision.origin.revision),
	originDetails: revision.origin.details ?? null,
	created: integer(revision.created),
	updated: integer(revision.updated),
	removed: integer(revision.removed),
	token
});

export async function readRevisions(
	query: Query,
	{ limit, before }: { limit: number; before?: number | undefined }
): Promise<Revision[]> {
	const rows = await query(
		`MATCH (r:Revision) WHERE $before IS NULL OR r.number < $before
		RETURN properties(r) AS revision ORDER BY r.number DESC LIMIT $limit`,
		{ before: before ?? null, limit: neo4j.int(limit) }
	);
	return rows.map(revisionOf);
}

export async function readRevision(query: Query, number: number): Promise<Revision | undefined> {
	const [row] = await query(
		'MATCH (r:Revision {number: $number}) RETURN properties(r) AS revision',
		{ number }
	);
	return row && revisionOf(row);
}

/** Compressed bytes travel as the driver's byte array, which is signed. */
export const toBytes = (data: Uint8Array): Int8Array =>
	new Int8Array(data.buffer, data.byteOffset, data.byteLength);

export function bytesOf(row: Row): Uint8Array {
	if (!(row.data instanceof Int8Array)) throw new TypeError('a chunk without bytes');
	return new Uint8Array(row.data.buffer, row.data.byteOffset, row.data.byteLength);
}

export async function readChanges(query: Query, number: number): Promise<Change[] | undefined> {
	const rows = await query(
		`MATCH (r:Revision {number: $number}) OPTIONAL MATCH (r)-[:CHUNK]->(c:RevisionChunk)
		RETURN c.data AS data ORDER BY c.index`,
		{ number }
	);
	if (rows.length === 0) return undefined;
	return changesIn(rows.flatMap((row) => (row.data === null ? [] : bytesOf(row))));
}

const NEWEST_TOUCH = `CALL () {
	MATCH (n:Entity {id: $id}) RETURN n.revision AS revision
	UNION ALL
	MATCH (n:Tombstone {id: $id}) RETURN n.revision AS revision
	UNION ALL
	${perType((type) => `MATCH ${indexed(type, 'id', '$id')} RETURN r.revision AS revision`)}
} RETURN revision LIMIT 1`;

/** Newest first: each kept change names the revision that touched the record before. */
export async function readHistory(query: Query, id: string): Promise<HistoryEntry[]> {
	const entries: HistoryEntry[] = [];
	const [newest] = await query(NEWEST_TOUCH, { id });
	let next = newest ? numberOf(newest, 'revision') : null;
	while (next !== null) {
		const rows = await query(
			`MATCH (c:RevisionChunk {revision: $next}) WHERE c.firstId <= $id AND c.lastId >= $id
			MATCH (r:Revision {number: $next})
			RETURN properties(r) AS revision, c.data AS data`,
			{ next, id }
		);
		const [row] = rows;
		const kept = findKept(rows.map(bytesOf), id);
		if (!row || !kept) break;
		entries.push({ revision: revisionOf(row), change: kept.change });
		next = kept.previous;
	}
	return entries;
}

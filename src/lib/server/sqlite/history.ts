import type { Change, Revision } from '#lib/domain/changes.ts';
import { changesIn, findKept } from '../changes/chunks.ts';
import type { HistoryEntry } from '../repository.ts';
import type { Connection, SqlValue } from './connection.ts';
import { parseBodies } from './rows.ts';

export const newestRevision = (connection: Connection): number =>
	Number(connection.rows('SELECT max(number) FROM revision')[0]?.[0] ?? 0);

export function readRevision(connection: Connection, number: number): Revision | undefined {
	return parseBodies<Revision>(
		connection.rows('SELECT body FROM revision WHERE number = ?', number)
	)[0];
}

export function listRevisions(
	connection: Connection,
	options: { limit: number; before?: number | undefined }
): Revision[] {
	const rows = connection.rows(
		'SELECT body FROM revision WHERE number < ? ORDER BY number DESC LIMIT ?',
		options.before ?? Number.MAX_SAFE_INTEGER,
		options.limit
	);
	return parseBodies<Revision>(rows);
}

export const bytes = (value: SqlValue | undefined): Uint8Array => {
	if (value instanceof Uint8Array) return value;
	throw new TypeError('a revision chunk is not bytes');
};

export function changesOfRevision(connection: Connection, number: number): Change[] | undefined {
	if (!readRevision(connection, number)) return undefined;
	const sql = 'SELECT data FROM revision_chunk WHERE revision = ? ORDER BY position';
	return changesIn(connection.rows(sql, number).map(([data]) => bytes(data)));
}

const LAST_TOUCHED = `
	SELECT revision FROM node WHERE id = ?1
	UNION ALL SELECT revision FROM relation WHERE id = ?1
	UNION ALL SELECT revision FROM tombstone WHERE id = ?1`;
const CHUNKS_OF =
	'SELECT data FROM revision_chunk WHERE revision = ?1 AND first_id <= ?2 AND last_id >= ?2';

/** Follows one record from revision to revision; each kept change names the one before. */
export function historyOfRecord(connection: Connection, id: string): HistoryEntry[] {
	const entries: HistoryEntry[] = [];
	let number: number | null = Number(connection.rows(LAST_TOUCHED, id)[0]?.[0] ?? 0) || null;
	while (number !== null) {
		const revision = readRevision(connection, number);
		const chunks = connection.rows(CHUNKS_OF, number, id).map(([data]) => bytes(data));
		const kept = findKept(chunks, id);
		if (!revision || !kept) throw new Error(`${id}: revision ${number} does not hold its change`);
		entries.push({ revision, change: kept.change });
		number = kept.previous;
	}
	return entries;
}

import type { StoredLayout } from '../repository.ts';
import type { Connection, Row } from './connection.ts';

const outline = ([key, version, revision, fingerprint]: Row): Omit<StoredLayout, 'data'> => ({
	key: String(key),
	version: Number(version),
	revision: Number(revision),
	fingerprint: String(fingerprint)
});

export function readLayout(connection: Connection, key: string): StoredLayout | undefined {
	const sql = 'SELECT key, version, revision, fingerprint, data FROM layout WHERE key = ?';
	const [row] = connection.rows(sql, key);
	return row && { ...outline(row), data: String(row[4]) };
}

export function listLayouts(connection: Connection): Omit<StoredLayout, 'data'>[] {
	const sql = 'SELECT key, version, revision, fingerprint FROM layout ORDER BY key';
	return connection.rows(sql).map(outline);
}

export const SAVE_LAYOUT = `
	INSERT OR REPLACE INTO layout (key, version, revision, fingerprint, data)
	VALUES (?, ?, ?, ?, ?)`;

export async function writeLayout(connection: Connection, layout: StoredLayout): Promise<void> {
	const { key, version, revision, fingerprint, data } = layout;
	await connection.write(() =>
		connection.run(SAVE_LAYOUT, key, version, revision, fingerprint, data)
	);
}

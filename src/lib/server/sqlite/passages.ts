import type { PassageVersion, StoredPassage } from '#lib/domain/passages.ts';
import type { Connection, Row } from './connection.ts';

const COLUMNS = 'dossier, passage, version, text, base, at, who';

const passageOf = ([dossier, passage, version, text, base, at, who]: Row): StoredPassage => ({
	dossier: String(dossier),
	passage: String(passage),
	version: Number(version),
	...(text === null ? {} : { text: String(text) }),
	base: String(base),
	at: String(at),
	who: String(who)
});

export function listPassages(connection: Connection, dossier: string): StoredPassage[] {
	const sql = `SELECT ${COLUMNS} FROM passage AS p WHERE dossier = ? AND version =
		(SELECT max(version) FROM passage WHERE dossier = p.dossier AND passage = p.passage)
		ORDER BY passage`;
	return connection.rows(sql, dossier).map(passageOf);
}

export function listVersions(
	connection: Connection,
	dossier: string,
	passage: string
): PassageVersion[] {
	const sql = `SELECT version, at, who FROM passage WHERE dossier = ? AND passage = ?
		ORDER BY version DESC`;
	return connection.rows(sql, dossier, passage).map(([version, at, who]) => ({
		version: Number(version),
		at: String(at),
		who: String(who)
	}));
}

export function readPassage(
	connection: Connection,
	dossier: string,
	passage: string,
	version: number
): StoredPassage | undefined {
	const sql = `SELECT ${COLUMNS} FROM passage WHERE dossier = ? AND passage = ? AND version = ?`;
	const [row] = connection.rows(sql, dossier, passage, version);
	return row && passageOf(row);
}

const NEWEST = 'SELECT coalesce(max(version), 0) FROM passage WHERE dossier = ? AND passage = ?';
const SAVE = `INSERT INTO passage (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`;

export function insertPassage(
	connection: Connection,
	{ dossier, passage, version, text, base, at, who }: StoredPassage
): void {
	connection.run(SAVE, dossier, passage, version, text ?? null, base, at, who);
}

/** Every version there is, one dossier after the other, a few at a time: each may be long. */
export function* allPassages(connection: Connection): Iterable<StoredPassage> {
	const sql = `SELECT ${COLUMNS} FROM passage WHERE (dossier, passage, version) > (?, ?, ?)
		ORDER BY dossier, passage, version LIMIT 20`;
	let after: [string, string, number] = ['', '', 0];
	for (;;) {
		const page = connection.rows(sql, ...after).map(passageOf);
		yield* page;
		const last = page.at(-1);
		if (!last) return;
		after = [last.dossier, last.passage, last.version];
	}
}

export function writePassage(connection: Connection, stored: StoredPassage): Promise<boolean> {
	const { dossier, passage, version } = stored;
	return connection.write(() => {
		const [row] = connection.rows(NEWEST, dossier, passage);
		if (Number(row?.[0]) !== version - 1) return false;
		insertPassage(connection, stored);
		return true;
	});
}

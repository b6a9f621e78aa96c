import neo4j from 'neo4j-driver';
import type { PassageVersion, StoredPassage } from '#lib/domain/passages.ts';
import { compareIds } from '../changes/values.ts';
import type { Connection, Query, Row, Writing } from './connection.ts';
import { numberOf, textOf } from './rows.ts';
import { lockForWriting } from './schema.ts';

const VERSION = 'p.version AS version, p.at AS at, p.who AS who';
const COLUMNS = `p.dossier AS dossier, p.passage AS passage, p.text AS text, p.base AS base, ${VERSION}`;

const versionOf = (row: Row): PassageVersion => ({
	version: numberOf(row, 'version'),
	at: textOf(row, 'at'),
	who: textOf(row, 'who')
});

const passageOf = (row: Row): StoredPassage => ({
	dossier: textOf(row, 'dossier'),
	passage: textOf(row, 'passage'),
	...(row['text'] === null ? {} : { text: textOf(row, 'text') }),
	base: textOf(row, 'base'),
	...versionOf(row)
});

export async function readPassages(query: Query, dossier: string): Promise<StoredPassage[]> {
	const rows = await query(
		`MATCH (p:Passage {dossier: $dossier}) WITH p ORDER BY p.version DESC
		WITH p.passage AS passage, collect(p)[0] AS p RETURN ${COLUMNS}`,
		{ dossier }
	);
	return rows.map(passageOf).sort((a, b) => compareIds(a.passage, b.passage));
}

export async function readVersions(
	query: Query,
	dossier: string,
	passage: string
): Promise<PassageVersion[]> {
	const rows = await query(
		`MATCH (p:Passage {dossier: $dossier, passage: $passage})
		RETURN ${VERSION} ORDER BY p.version DESC`,
		{ dossier, passage }
	);
	return rows.map(versionOf);
}

export async function readPassage(
	query: Query,
	dossier: string,
	passage: string,
	version: number
): Promise<StoredPassage | undefined> {
	const [row] = await query(
		`MATCH (p:Passage {dossier: $dossier, passage: $passage, version: $version}) RETURN ${COLUMNS}`,
		{ dossier, passage, version: neo4j.int(version) }
	);
	return row && passageOf(row);
}

export async function createPassage(query: Query, passage: StoredPassage): Promise<void> {
	await query('CREATE (p:Passage) SET p = $passage', {
		passage: { ...passage, text: passage.text ?? null, version: neo4j.int(passage.version) }
	});
}

/** Every version there is, in the order of dossier, passage and version, one at a time: each may be long. */
export async function* allPassages(connection: Connection): AsyncIterable<StoredPassage> {
	const keys = await connection.read((query) =>
		query(
			'MATCH (p:Passage) RETURN p.dossier AS dossier, p.passage AS passage, p.version AS version'
		)
	);
	const sorted = keys
		.map((row) => ({
			dossier: textOf(row, 'dossier'),
			passage: textOf(row, 'passage'),
			version: numberOf(row, 'version')
		}))
		.sort(
			(a, b) =>
				compareIds(a.dossier, b.dossier) ||
				compareIds(a.passage, b.passage) ||
				a.version - b.version
		);
	for (const { dossier, passage, version } of sorted) {
		const found = await connection.read((query) => readPassage(query, dossier, passage, version));
		if (found) yield found;
	}
}

/** A commit whose answer got lost is run again by the driver, and finds its own words there. */
const isSame = (a: StoredPassage | undefined, b: StoredPassage): boolean =>
	a?.version === b.version && a.text === b.text && a.at === b.at && a.who === b.who;

export async function writePassage(
	{ query, lock }: Writing,
	where: string,
	passage: StoredPassage
): Promise<boolean> {
	await lockForWriting(lock, where);
	const [newest] = await readVersions(query, passage.dossier, passage.passage);
	if ((newest?.version ?? 0) !== passage.version - 1)
		return isSame(
			await readPassage(query, passage.dossier, passage.passage, passage.version),
			passage
		);
	await createPassage(query, passage);
	return true;
}

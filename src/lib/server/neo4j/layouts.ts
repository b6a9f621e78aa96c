import neo4j from 'neo4j-driver';
import { compareIds } from '../changes/values.ts';
import type { StoredLayout } from '../repository.ts';
import type { Query, Row } from './connection.ts';
import { numberOf, textOf } from './rows.ts';

const summary = (row: Row): Omit<StoredLayout, 'data'> => ({
	key: textOf(row, 'key'),
	version: numberOf(row, 'version'),
	revision: numberOf(row, 'revision'),
	fingerprint: textOf(row, 'fingerprint')
});

const COLUMNS =
	'l.key AS key, l.version AS version, l.revision AS revision, l.fingerprint AS fingerprint';

export async function readLayout(query: Query, key: string): Promise<StoredLayout | undefined> {
	const [row] = await query(`MATCH (l:Layout {key: $key}) RETURN ${COLUMNS}, l.data AS data`, {
		key
	});
	return row && { ...summary(row), data: textOf(row, 'data') };
}

export async function readLayouts(query: Query): Promise<Omit<StoredLayout, 'data'>[]> {
	const rows = await query(`MATCH (l:Layout) RETURN ${COLUMNS}`);
	return rows.map(summary).sort((a, b) => compareIds(a.key, b.key));
}

export async function writeLayout(query: Query, layout: StoredLayout): Promise<void> {
	await query('MERGE (l:Layout {key: $key}) SET l = $layout', {
		key: layout.key,
		layout: {
			...layout,
			version: neo4j.int(layout.version),
			revision: neo4j.int(layout.revision)
		}
	});
}

import { expect, it } from 'vitest';
import { ARCHIVED_TABLES } from './archive.ts';
import { Connection } from './connection.ts';

it('a backup knows every table there is', async () => {
	const connection = new Connection(':memory:', 100);
	await connection.migrate();
	const tables = connection
		.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
		.map(([name]) => String(name))
		// What SQLite keeps for itself, and the names made ready for the search.
		.filter((name) => !/^(sqlite_|node_text)/.test(name));
	await connection.close();
	expect(tables).toEqual([...ARCHIVED_TABLES].sort());
});

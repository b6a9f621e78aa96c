import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeRepository } from '../contract/suite.ts';
import { openSqlite } from './repository.ts';

describeRepository('SQLite in a file', async () =>
	openSqlite({ path: join(mkdtempSync(join(tmpdir(), 'maillage-')), 'maillage.sqlite') })
);

describeRepository('SQLite in memory', async () => openSqlite({ path: ':memory:' }));

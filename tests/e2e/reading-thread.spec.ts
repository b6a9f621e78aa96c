import { test } from '@playwright/test';
import { openRepository } from '#lib/server/database.ts';
import { startServer } from '../server.js';
import { expectOthersAnswered, gated } from './whole-read.ts';

test('others are answered while the whole graph is read, however long that takes', async () => {
	const gate = test.info().outputPath('gate');
	const server = await startServer({ env: gated(gate) });
	try {
		await expectOthersAnswered(server.origin, gate, () => openRepository({ data: server.data }));
	} finally {
		await server.stop();
	}
});

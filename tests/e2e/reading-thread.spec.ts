import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actor, changeSet } from '#lib/server/contract/fixture.ts';
import { createNode } from '#lib/server/changes/codecs.ts';
import { openRepository } from '#lib/server/database.ts';
import { startServer } from '../server.js';

/** What is about one project, structure or word, and never about everything. */
const OTHERS = [
	'/healthz',
	'/readyz',
	'/structures',
	'/projets/prj-scic-richerand',
	'/api/v1/projects/prj-scic-richerand/network',
	'/api/v1/indicators?project=prj-scic-richerand',
	'/api/v1/search?q=richerand'
];

test('others are answered while the whole graph is read, however long that takes', async () => {
	const gate = test.info().outputPath('gate');
	const server = await startServer({
		env: { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'gate.mjs')}`, GATE: gate }
	});
	const revisionNow = async (): Promise<unknown> =>
		(await (await fetch(`${server.origin}/api/v1/indicators`)).json()).revision;
	try {
		const before = Number(await revisionNow());
		writeFileSync(gate, '');
		const repository = await openRepository({ data: server.data });
		await repository.apply(changeSet([createNode(actor('newcomer', 'Nouvelle venue'))]));
		await repository.close();

		let isOver = false;
		const after = revisionNow().finally(() => (isOver = true));
		await expect.poll(() => existsSync(`${gate}.waiting`), { timeout: 60_000 }).toBe(true);
		expect(Number(readFileSync(`${gate}.waiting`, 'utf8'))).toBeGreaterThan(0);
		for (const path of OTHERS) {
			const answer = await fetch(server.origin + path);
			expect([path, answer.status]).toEqual([path, 200]);
			await answer.arrayBuffer();
		}
		expect(isOver).toBe(false);
		rmSync(gate);
		expect(await after).toBe(before + 1);
	} finally {
		rmSync(gate, { force: true });
		await server.stop();
	}
});

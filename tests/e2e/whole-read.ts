import { expect } from '@playwright/test';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actor, changeSet } from '#lib/server/contract/fixture.ts';
import { createNode } from '#lib/server/changes/codecs.ts';
import type { Repository } from '#lib/server/repository.ts';

/** What looks at everything. */
const WHOLE = [
	'/api/v1/indicators',
	'/isolees',
	'/indicateurs.csv',
	'/api/v1/isolated',
	'/api/v1/paths?from=scic-richerand&to=ville-de-paris',
	'/api/v1/suggestions?actor=scic-richerand',
	'/api/v1/departures/scic-richerand'
];

/** What is about one project, structure or word, and never about everything. */
const OTHERS = [
	'/healthz',
	'/readyz',
	'/structures',
	'/projets/prj-scic-richerand',
	'/api/v1/projects/prj-scic-richerand/network',
	'/api/v1/indicators?project=prj-scic-richerand',
	'/api/v1/paths?project=prj-scic-richerand&from=scic-richerand&to=ville-de-paris',
	'/api/v1/search?q=richerand'
];

/** What a server must be started with so that its reading can be held by the file `gate`. */
export const gated = (gate: string): Record<string, string> => ({
	NODE_OPTIONS: `--import ${join(import.meta.dirname, 'gate.mjs')}`,
	GATE: gate
});

/**
 * Writes something new, holds whoever reads the whole graph then, and expects every other address to be
 * answered meanwhile, and those that look at everything once it goes on.
 * @param open a connection of its own to the database of the server
 */
export async function expectOthersAnswered(
	origin: string,
	gate: string,
	open: () => Promise<Repository>
): Promise<void> {
	const statusOf = async (path: string): Promise<[string, number]> => {
		const answer = await fetch(origin + path);
		await answer.arrayBuffer();
		return [path, answer.status];
	};
	const revisionNow = async (): Promise<number> =>
		Number((await (await fetch(`${origin}/api/v1/indicators`)).json()).revision);
	const before = await revisionNow();
	writeFileSync(gate, '');
	try {
		const repository = await open();
		await repository.apply(changeSet([createNode(actor('newcomer', 'Nouvelle venue'))]));
		await repository.close();

		const over: string[] = [];
		const asked = WHOLE.map(async (path) => {
			const answer = await statusOf(path);
			over.push(path);
			return answer;
		});
		await expect(() => expect(existsSync(`${gate}.waiting`)).toBe(true)).toPass();
		expect(Number(readFileSync(`${gate}.waiting`, 'utf8'))).toBeGreaterThan(0);
		for (const path of OTHERS) expect(await statusOf(path)).toEqual([path, 200]);
		expect(over).toEqual([]);
		rmSync(gate);
		expect(await Promise.all(asked)).toEqual(WHOLE.map((path) => [path, 200]));
		expect(await revisionNow()).toBe(before + 1);
	} finally {
		rmSync(gate, { force: true });
	}
}

import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { freePort, startServer } from '../server.js';
import { contentOf, maillage, newFolder, under } from './command-line.ts';

test.setTimeout(240_000);

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? -1;

/** Something that can be seen from outside while a seeding goes on. */
type Moment = (data: string) => boolean;
const file =
	(suffix: string, size: number): Moment =>
	(data) =>
		sizeOf(join(data, `maillage.sqlite${suffix}`)) >= size;

/** How many layouts are stored; 0 while there is no table to ask. */
function layoutsIn(data: string): number {
	try {
		const database = new DatabaseSync(join(data, 'maillage.sqlite'), { readOnly: true });
		try {
			return Number(database.prepare('SELECT count(*) AS n FROM layout').get()?.['n'] ?? 0);
		} finally {
			database.close();
		}
	} catch {
		return 0;
	}
}

/** Starts a program and kills it, without notice, as soon as `moment` is there. */
async function killedAt(
	moment: Moment,
	data: string,
	...[program, ...args]: ['maillage' | 'start', ...string[]]
): Promise<void> {
	const child = under(program, args, data, { PORT: String(await freePort()) });
	const exit = once(child, 'exit');
	while (!moment(data)) {
		if (child.exitCode !== null) throw new Error('it ended by itself before the moment came');
		await nextTurn();
	}
	child.kill('SIGKILL');
	expect((await exit)[1]).toBe('SIGKILL');
}

/** Nodes stored at this moment, read from a copy: reading the file itself would mend it. */
function nodesIn(data: string): number {
	const copy = newFolder();
	cpSync(data, copy, { recursive: true });
	const database = new DatabaseSync(join(copy, 'maillage.sqlite'));
	try {
		const [table] = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'node'").all();
		if (!table) return 0;
		return Number(database.prepare('SELECT count(*) AS n FROM node').get()?.['n']);
	} finally {
		database.close();
	}
}

const BEFORE_COMMIT: Readonly<Record<string, Moment>> = {
	'its file appears': file('', 0),
	'its file has tables': file('', 16_384),
	'its log appears': file('-wal', 0)
};
/** Once its log has a page, the one transaction of the seed is being committed. */
const FROM_COMMIT: Readonly<Record<string, Moment>> = {
	'its log begins to fill': file('-wal', 1),
	'its log is past a megabyte': file('-wal', 1_000_000),
	'one layout is stored': (data) => layoutsIn(data) >= 1,
	'thirty layouts are stored': (data) => layoutsIn(data) >= 30
};

test.describe('killed while seeding', () => {
	let whole: ReturnType<typeof contentOf>;
	let layouts = 0;
	test.beforeAll(() => {
		const clean = newFolder();
		expect(maillage('seed', clean).code).toBe(0);
		layouts = JSON.parse(maillage('layout --all --json', clean).out).total;
		whole = contentOf(clean);
		expect(whole.nodes.length).toBeGreaterThan(0);
	});

	for (const [when, moment] of Object.entries(BEFORE_COMMIT))
		test(`the command, when ${when}: nothing is written, the next one writes it all`, async () => {
			const data = newFolder();
			await killedAt(moment, data, 'maillage', 'seed');
			expect(nodesIn(data)).toBe(0);
			const { code, err } = maillage('seed', data);
			expect(code, err).toBe(0);
			expect(contentOf(data)).toEqual(whole);
		});

	test('the command, while it copies its log into the file: all is written, nothing is left to do', async () => {
		const data = newFolder();
		await killedAt(file('', 160_000), data, 'maillage', 'seed');
		const { code, out, err } = maillage('projects --json', data);
		expect(code, err).toBe(0);
		expect(JSON.parse(out).items).toHaveLength(60);
		expect(JSON.parse(maillage('seed --json', data).out)).toMatchObject({ revision: null });
		expect(contentOf(data)).toEqual(whole);
	});

	for (const [when, moment] of Object.entries({ ...BEFORE_COMMIT, ...FROM_COMMIT }))
		test(`the server, when ${when}: all or nothing is written, the next start finishes`, async ({
			request
		}) => {
			const data = newFolder();
			await killedAt(moment, data, 'start');
			expect([0, whole.nodes.length]).toContain(nodesIn(data));
			const server = await startServer({ env: { MAILLAGE_DATA: data } });
			try {
				for (const path of [
					'projects?limit=100',
					'regions',
					'isolated',
					'projects/prj-marsoins/network'
				]) {
					const here = await (await fetch(`${server.origin}/api/v1/${path}`)).json();
					const clean = await (await request.get(`/api/v1/${path}`)).json();
					for (const answer of [here, clean]) delete answer.updatedAt;
					expect(here, path).toEqual(clean);
				}
				await expect.poll(() => layoutsIn(data), { timeout: 30_000 }).toBe(layouts);
			} finally {
				await server.stop();
			}
			expect(contentOf(data)).toEqual(whole);
		});

	for (const stored of [1, 30])
		test(`the layouts, when ${stored} of them are stored: the next command computes the others`, async () => {
			const data = newFolder();
			expect(maillage('seed', data).code).toBe(0);
			await killedAt((at) => layoutsIn(at) >= stored, data, 'maillage', 'layout');
			const kept = layoutsIn(data);
			expect(kept).toBeLessThan(layouts);
			expect(JSON.parse(maillage('layout --json', data).out)).toEqual({
				computed: layouts - kept,
				total: layouts
			});
			expect(contentOf(data)).toEqual(whole);
		});
});

test('projects are listed, and one is laid out later, while another program writes', () => {
	const data = newFolder();
	expect(maillage('seed', data).code).toBe(0);
	const other = new DatabaseSync(join(data, 'maillage.sqlite'));
	other.exec('BEGIN IMMEDIATE; DELETE FROM node');
	try {
		const { code, out, err } = maillage('projects --json', data);
		expect(code, err).toBe(0);
		expect(JSON.parse(out).items).toHaveLength(60);
		const refused = maillage('layout --project prj-marsoins', data);
		expect(refused.code).toBe(3);
		expect(refused.err).toContain('occupée');
		expect(layoutsIn(data)).toBe(0);
	} finally {
		other.exec('ROLLBACK');
		other.close();
	}
	expect(JSON.parse(maillage('layout --project prj-marsoins --json', data).out)).toEqual({
		computed: 1,
		total: 1
	});
});

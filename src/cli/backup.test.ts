import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { run } from './program.ts';

// A territory is written, saved and put back: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder = '';
const at = (name: string): string => join(folder, name);

async function maillage(line: string, data: string) {
	const written = { out: '', err: '' };
	const channel = (name: 'out' | 'err') => ({ write: (text: string) => (written[name] += text) });
	const code = await run(line.split(' '), {
		env: { MAILLAGE_DATA: at(data) },
		out: channel('out'),
		err: channel('err')
	});
	return { code, ...written };
}

let saved = '';
let bytes = Buffer.alloc(0);
beforeAll(async () => {
	overwriteGetLocale(() => 'fr');
	folder = await mkdtemp(join(tmpdir(), 'maillage-backup-'));
	expect((await maillage('seed --fictional 40 --random-seed 3', 'first')).code).toBe(0);
	expect((await maillage('layout --all', 'first')).code).toBe(0);
	saved = at('all.ndjson.gz');
	const { code, out } = await maillage(`backup ${saved} --json`, 'first');
	expect(code).toBe(0);
	bytes = await readFile(saved);
	expect(JSON.parse(out)).toMatchObject({ file: saved, bytes: bytes.length, revision: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is refused leaves no database behind. */
async function refusedAs(content: Uint8Array, name = 'bad.gz') {
	await writeFile(at(name), content);
	const { code, out, err } = await maillage(`restore ${at(name)} --json`, 'nowhere');
	expect([code, err]).toEqual([1, '']);
	expect(existsSync(at('nowhere'))).toBe(false);
	return JSON.parse(out).error;
}

describe('maillage backup and restore', () => {
	it('puts everything back where there is nothing, and nothing else', async () => {
		const restored = await maillage(`restore ${saved} --json`, 'second');
		expect(restored.code).toBe(0);
		expect(JSON.parse(restored.out)).toMatchObject({ revision: 1, counts: { revision: 1 } });
		await maillage(`backup ${at('again.gz')}`, 'second');
		const without = (file: Buffer): string[] =>
			gunzipSync(file).toString().split('\n').slice(1, -2);
		expect(without(await readFile(at('again.gz')))).toEqual(without(bytes));
		expect(JSON.parse((await maillage('layout --json', 'second')).out)).toMatchObject({
			computed: 0
		});
		expect((await maillage('check', 'second')).code).toBe(0);
		expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
	});

	it('refuses a database that holds something, unless told to replace it', async () => {
		await maillage('seed --fictional 20 --random-seed 9', 'full');
		const refused = await maillage(`restore ${saved}`, 'full');
		expect(refused).toMatchObject({ code: 1, out: '' });
		expect(refused.err).toContain('--replace');
		const before = (await maillage('projects --json', 'full')).out;
		expect(before).not.toBe((await maillage('projects --json', 'first')).out);
		expect((await maillage(`restore ${saved} --replace`, 'full')).code).toBe(0);
		expect((await maillage('projects --json', 'full')).out).toBe(
			(await maillage('projects --json', 'first')).out
		);
	});

	it('refuses a file cut anywhere, writing nothing', async () => {
		const cuts = fc.integer({ min: 30, max: bytes.length - 1 });
		await fc.assert(
			fc.asyncProperty(cuts, async (length) => {
				expect(await refusedAs(bytes.subarray(0, length))).toMatchObject({
					code: expect.stringMatching(/truncated|not_backup/)
				});
			}),
			{ numRuns: 15 }
		);
	});

	it('refuses a file changed anywhere, writing nothing', async () => {
		// The ten bytes before say when it was compressed and by what.
		const places = fc.integer({ min: 10, max: bytes.length - 1 });
		await fc.assert(
			fc.asyncProperty(places, async (place) => {
				const changed = Buffer.from(bytes);
				changed[place] = (changed[place] ?? 0) ^ 0x55;
				expect(await refusedAs(changed)).toHaveProperty('code');
			}),
			{ numRuns: 15 }
		);
	});

	it('refuses what was changed with care: a value, a line more, a line less, a reference', async () => {
		const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
		const again = (changed: readonly string[]) => gzipSync(`${changed.join('\n')}\n`);
		const changes: string[][] = [
			lines.map((line, i) => (i === 5 ? line.replace('"', ' "') : line)),
			[...lines.slice(0, 4), ...lines.slice(5)],
			[...lines.slice(0, 4), lines[4] ?? '', ...lines.slice(4)],
			[...lines, lines[4] ?? '']
		];
		for (const changed of changes)
			expect(await refusedAs(again(changed))).toMatchObject({ code: 'damaged' });
		expect(await refusedAs(again(lines.slice(0, -1)))).toMatchObject({ code: 'truncated' });
		const [head = '', ...rest] = lines;
		expect(
			await refusedAs(again([head.replace('"version":1', '"version":2'), ...rest]))
		).toMatchObject({ code: 'newer' });
	});

	it('refuses what is no backup, and says which file it does not find', async () => {
		for (const other of ['', 'Nom;Type\nA;B\n', gzipSync('{"a":1}\n'), gzipSync('')])
			expect(await refusedAs(Buffer.from(other))).toMatchObject({ code: 'not_backup' });
		const missing = await maillage(`restore ${at('missing.gz')}`, 'nowhere');
		expect(missing.code).toBe(2);
		expect(missing.err).toContain('missing.gz');
		for (const line of ['backup', 'restore']) expect((await maillage(line, 'first')).code).toBe(2);
		expect((await maillage(`backup ${at('x.gz')}`, 'nowhere')).code).toBe(3);
	});
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { run } from './program.ts';
import { writeWhole } from './write-whole.ts';

// The starter set is written once: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let folder = '';
beforeAll(async () => {
	overwriteGetLocale(() => 'fr');
	folder = await mkdtemp(join(tmpdir(), 'maillage-export-'));
	expect((await maillage('seed')).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function maillage(line: string) {
	const written = { out: '', err: '' };
	const channel = (name: 'out' | 'err') => ({ write: (text: string) => (written[name] += text) });
	const code = await run(line.split(' ').filter(Boolean), {
		env: { MAILLAGE_DATA: join(folder, 'data') },
		out: channel('out'),
		err: channel('err')
	});
	return { code, ...written };
}

const PROJECT = 'prj-scic-richerand';
const at = (name: string): string => join(folder, name);
const text = (name: string): Promise<string> => readFile(at(name), 'utf8');
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
	parse(await text(name), { bom: true, columns: true, delimiter: ';' });

async function taken(format: string, name: string, scope = `--project ${PROJECT}`) {
	const { code, out, err } = await maillage(
		`export ${scope} --format ${format} -o ${at(name)} --json`
	);
	expect(code, err).toBe(0);
	return JSON.parse(out);
}

describe('maillage export', () => {
	it('writes one network in every format, each with as many structures and ties', async () => {
		const { nodes, edges, files } = await taken('json', 'r.json');
		expect(files).toEqual([{ path: at('r.json'), bytes: Buffer.byteLength(await text('r.json')) }]);
		const json = JSON.parse(await text('r.json'));
		expect([json.nodes.length, json.edges.length]).toEqual([nodes, edges]);
		expect(nodes).toBeGreaterThan(10);
		for (const format of ['gexf', 'graphml'] as const) {
			await taken(format, `r.${format}`);
			const xml = await text(`r.${format}`);
			expect(xml.match(/<node /g), format).toHaveLength(nodes);
			expect(xml.match(/<edge /g), format).toHaveLength(edges);
			expect(xml).toContain('Licence Ouverte');
		}
		await taken('cypher', 'r.cypher');
		for (const { id } of json.nodes) expect(await text('r.cypher')).toContain(`id: '${id}'`);
		const tables = await taken('csv', 'r.csv');
		expect(tables.files.map(({ path }: { path: string }) => path)).toEqual([
			at('r.csv'),
			at('r-liens.csv')
		]);
		expect(await rowsOf('r.csv')).toHaveLength(nodes);
		const ties = await rowsOf('r-liens.csv');
		expect(ties).toHaveLength(edges);
		expect(ties.every((row) => row['licence'] && 'sourceTitles' in row)).toBe(true);
		await taken('xlsx', 'r.xlsx');
		const sheets = await readExcelFile(at('r.xlsx'));
		expect(sheets.map(({ data }) => data.length)[1]).toBe(nodes + 1);
	});

	it('takes a region or everything, with the positions that are stored', async () => {
		const { nodes: everything } = await taken('gexf', 'all.gexf', '');
		expect(await text('all.gexf')).not.toContain('viz:position');
		const { nodes } = await taken('gexf', 'region.gexf', '--region 11');
		expect(nodes).toBeLessThan(everything);
		await maillage(`layout --project ${PROJECT}`);
		const { nodes: placed } = await taken('gexf', 'placed.gexf');
		expect((await text('placed.gexf')).match(/viz:position/g)).toHaveLength(placed);
	});

	it.each([
		['', '--format'],
		['--format doc -o x', 'doc'],
		['--format json', '-o'],
		['--format json -o x --project a --region 11', '--project'],
		['--format json -o x --project nobody', 'nobody'],
		['--format json -o x --region 99', '99'],
		['--format json -o nowhere/there/x.json', 'dossier']
	])('refuses « %s » with 2', async (options, word) => {
		const { code, out, err } = await maillage(`export ${options}`.trim());
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain(word);
	});

	it('leaves what was there, and nothing beside, when it is stopped on the way', async () => {
		await writeFile(at('kept.csv'), 'before');
		function* broken() {
			yield 'half';
			throw new Error('no more');
		}
		const files = [
			{ path: at('new.csv'), chunks: ['whole'] },
			{ path: at('kept.csv'), chunks: broken() }
		];
		await expect(writeWhole(files)).rejects.toThrow('no more');
		expect(await text('kept.csv')).toBe('before');
		expect((await readdir(folder)).filter((name) => /new|part/.test(name))).toEqual([]);
	});
});

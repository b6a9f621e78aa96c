import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seedDirectory } from './location.ts';
import { readSeed, type SeedRecords } from './read-seed.ts';

// The whole starter set is read and written: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

async function real(): Promise<SeedRecords> {
	const reading = await readSeed(seedDirectory());
	if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
	return reading.value;
}

const tally = (values: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
};

describe('the starter set', () => {
	it('reads without a problem, with everything that was collected', async () => {
		const { nodes, relations } = await real();
		expect(tally(nodes.map((n) => n.label))).toEqual({
			Actor: 352,
			Funder: 9,
			ArsRegion: 18,
			HealthProject: 60,
			SharedResource: 50,
			Source: 289,
			Territory: 307
		});
		expect(relations.filter((r) => /^rel-\d{4}$/.test(r.id))).toHaveLength(688);
		expect(tally(relations.map((r) => r.type))).toMatchObject({
			COOPERATES_WITH: 81,
			FUNDS: 70,
			HOLDS: 50,
			USES: 11,
			SHARES_WITH: 6,
			LEADS: 66,
			OVERSEEN_BY: 165
		});
	});

	it('has an agency for each of the 18 regions, and a project in each', async () => {
		const { nodes } = await real();
		const agencies = nodes.flatMap((n) => (n.label === 'ArsRegion' ? [n.code] : []));
		const regions = nodes.flatMap((n) => (n.label === 'HealthProject' ? [n.region] : []));
		expect(new Set(agencies).size).toBe(18);
		expect(new Set(regions.filter(Boolean))).toEqual(new Set(agencies));
	});

	it('says for every relation but places who says so', async () => {
		const { relations, claims } = await real();
		const vouched = new Set(claims.map((c) => c.aboutId));
		const bare = relations.filter(
			(r) => r.type !== 'LOCATED_IN' && r.type !== 'PART_OF' && !vouched.has(r.id)
		);
		expect(bare).toEqual([]);
	});

	it('lets a structure that publishes a source speak for itself', async () => {
		const { claims } = await real();
		expect(claims.find((c) => c.id === 'claim-rel-0002-labo-theme')).toMatchObject({
			by: 'labo-ess',
			how: 'stated',
			says: 'exists'
		});
	});

	it('turns a share around a resource into its use by the one who does not hold it', async () => {
		const { relations } = await real();
		expect(relations.find((r) => r.id === 'rel-0163')).toMatchObject({
			type: 'USES',
			source: 'stethoscop',
			target: 'res-infirmiers-asalee'
		});
	});

	it('places structures at their commune, never nearer', async () => {
		const { nodes, relations } = await real();
		const richerand = nodes.find((n) => n.id === 'scic-richerand');
		expect(richerand).toMatchObject({ codeInsee: '75110', placePrecision: 'commune' });
		expect(relations).toContainEqual({
			id: 'in-scic-richerand-75110',
			type: 'LOCATED_IN',
			source: 'scic-richerand',
			target: 'commune-75110'
		});
		expect(relations).toContainEqual(
			expect.objectContaining({ source: 'commune-75110', target: 'commune-75056' })
		);
	});

	it('is sorted by id, one record a line', async () => {
		for (const file of ['organisations', 'projects', 'resources', 'relations', 'sources']) {
			const text = await readFile(join(seedDirectory(), `${file}.csv`), 'utf8');
			const ids = text
				.trimEnd()
				.split('\n')
				.slice(1)
				.map((line) => line.split(',')[0] ?? '');
			expect(ids).toEqual([...ids].sort());
		}
	});
});

describe('a damaged seed', () => {
	let dir = '';
	beforeEach(async () => {
		dir = await mkdtemp(join(tmpdir(), 'maillage-seed-'));
		await cp(seedDirectory(), dir, { recursive: true });
	});
	afterEach(() => rm(dir, { recursive: true, force: true }));

	/** Rewrites one line of a file and reads the folder again. */
	async function damaged(file: string, from: RegExp, to: string) {
		const path = join(dir, file);
		const text = await readFile(path, 'utf8');
		const line = text.slice(0, text.search(from)).split('\n').length;
		await writeFile(path, text.replace(from, to));
		const reading = await readSeed(dir);
		return { line, problems: reading.ok ? [] : reading.problems };
	}

	it.each([
		[
			'an unknown kind',
			'organisations.csv',
			/^aides,Actor,association/m,
			'aides,Actor,club',
			'kind',
			'not_in_list'
		],
		['an impossible year', 'relations.csv', /(?<=sur 5 000\),)2014/, '3014', 'since', 'bad_date'],
		[
			'a dangling end',
			'relations.csv',
			/(?<=^rel-0002,LEADS,)labo-ess/m,
			'labo-esss',
			'source',
			'dangling'
		],
		[
			'a dangling source',
			'relations.csv',
			/(?<=stated,)src-labo-communique$/m,
			'src-nowhere',
			'sources',
			'dangling'
		],
		[
			'an end of the wrong nature',
			'relations.csv',
			/^rel-0001,COOPERATES_WITH/m,
			'rel-0001,LEADS',
			'target',
			'wrong_end'
		],
		[
			'a tie to itself',
			'relations.csv',
			/(?<=^rel-0002,LEADS,)labo-ess/m,
			'prj-etude-labo',
			'target',
			'same_ends'
		],
		[
			'an amount in words',
			'relations.csv',
			/(?<=,)14000000(?=,)/,
			'beaucoup',
			'amountEur',
			'not_a_number'
		],
		[
			'a region by name',
			'projects.csv',
			/(?<=Centre dentaire Solident,current,)84/,
			'Rhône',
			'region',
			'bad_region'
		],
		[
			'a commune that is not in the territories',
			'organisations.csv',
			/(?<=Plounéour-Ménez,)29202/,
			'29203',
			'codeInsee',
			'dangling'
		],
		[
			'a way of saying we do not know',
			'relations.csv',
			/(?<=,)inferred(?=,)/,
			'guessed',
			'how',
			'not_in_list'
		],
		['an id used twice', 'sources.csv', /^src-20min-faubourg/m, 'src-20min-case', 'id', 'id_taken']
	])('with %s tells the file, the line and the column', async (_, file, from, to, field, code) => {
		const { line, problems } = await damaged(file, from, to);
		expect(problems).toContainEqual(expect.objectContaining({ file, line, field, code }));
	});

	it('with a relation said twice names the other one', async () => {
		const path = join(dir, 'relations.csv');
		const text = await readFile(path, 'utf8');
		const copy = text.split('\n').find((line) => line.startsWith('rel-0001,')) ?? '';
		await writeFile(path, `${text}${copy.replace('rel-0001', 'rel-9999')}\n`);
		const reading = await readSeed(dir);
		expect(reading.ok ? [] : reading.problems).toEqual([
			expect.objectContaining({
				file: 'relations.csv',
				line: 750,
				code: 'duplicate',
				value: 'rel-0001'
			})
		]);
	});

	it('with a missing column, a missing file or a cell too many says which', async () => {
		await rm(join(dir, 'resources.csv'));
		const { problems } = await damaged('projects.csv', /^id,kind,/, 'id,sort,');
		expect(problems.map((p) => `${p.file} ${p.line ?? '-'} ${p.field} ${p.code}`)).toEqual([
			'projects.csv 1 kind missing_column',
			'projects.csv 1 sort unknown_column',
			'resources.csv -  missing_file'
		]);
	});

	it('with a line cut in two says how many cells it has', async () => {
		const { line, problems } = await damaged(
			'sources.csv',
			/^src-20min-case,.*$/m,
			'src-20min-case,x'
		);
		expect(problems[0]).toMatchObject({
			line,
			code: 'cell_count',
			params: { expected: 8, found: 2 }
		});
	});

	it('with an open quote or bytes that are not UTF-8 says where', async () => {
		expect(
			(await damaged('sources.csv', /^src-20min-case,/m, 'src-20min-case,"')).problems[0]
		).toMatchObject({
			file: 'sources.csv',
			code: 'bad_csv'
		});
		await writeFile(join(dir, 'sources.csv'), Buffer.from([0x69, 0x64, 0xe9, 0x0a]));
		const reading = await readSeed(dir);
		expect(reading.ok ? [] : reading.problems).toContainEqual({
			file: 'sources.csv',
			field: '',
			code: 'not_utf8'
		});
	});
});

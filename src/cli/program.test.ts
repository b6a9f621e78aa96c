import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHECK_CODES } from '#lib/domain/check/graph-problem.ts';
import { PROBLEM_CODES } from '#lib/domain/schema/problem.ts';
import { hasSentence, locatedSentence } from '#lib/i18n/problems.ts';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { readConfig } from '#lib/server/config.ts';
import { openRepository } from '#lib/server/database.ts';
import { FILE_CODES } from '#lib/server/seed/seed-problem.ts';
import { ROW_NOTES, ROW_PROBLEMS } from '#lib/import/problem.ts';
import { savedMappings } from '#lib/server/import/mappings.ts';
import { rowNote, rowProblem } from '#lib/i18n/import-row-sentences.ts';
import { run } from './program.ts';
import { Terminal } from './terminal.ts';

// The whole starter set is read and written: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let data = '';
beforeEach(async () => {
	overwriteGetLocale(() => 'fr');
	data = await mkdtemp(join(tmpdir(), 'maillage-cli-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** What a command answered: exit code, result, and what it said beside. */
async function maillage(line: string, env: Record<string, string> = {}) {
	const written = { out: '', err: '' };
	const channel = (name: 'out' | 'err') => ({
		write: (text: string) => (written[name] += text)
	});
	const code = await run(line === '' ? [] : line.split(' '), {
		env: { MAILLAGE_DATA: data, ...env },
		out: channel('out'),
		err: channel('err')
	});
	return { code, ...written };
}

describe('maillage seed', () => {
	it('brings the starter set once, then has nothing to do', async () => {
		const first = await maillage('seed --json');
		expect(first.code).toBe(0);
		expect(JSON.parse(first.out)).toMatchObject({ seeded: 'starter', revision: 1, kept: [] });
		expect(JSON.parse((await maillage('seed --json')).out)).toMatchObject({ revision: null });
	});

	it('refuses a fictional territory on real data, with 1, and the other way round', async () => {
		await maillage('seed');
		const refused = await maillage('seed --fictional 30');
		expect(refused.code).toBe(1);
		expect(refused.err).toContain('données réelles');
		await rm(data, { recursive: true, force: true });
		expect((await maillage('seed --fictional 30 --random-seed 7')).code).toBe(0);
		expect((await maillage('seed --fictional 30 --random-seed 7')).out).toContain('déjà');
		expect((await maillage('seed --fictional 30 --random-seed 8')).code).toBe(1);
		expect((await maillage('seed')).code).toBe(1);
	});

	it('prepares an empty database, but does not empty a full one', async () => {
		expect((await maillage('seed --empty')).code).toBe(0);
		expect(JSON.parse((await maillage('projects --json')).out)).toEqual({ items: [] });
		await maillage('seed');
		expect((await maillage('seed --empty')).code).toBe(1);
	});
});

/** A person renames the first `count` structures. */
async function rename(count: number): Promise<string[]> {
	const repository = await openRepository(readConfig({ MAILLAGE_DATA: data }));
	try {
		const { items } = await repository.list({ labels: ['Actor'] }, { limit: count });
		await repository.apply({
			who: 'Camille',
			why: 'correction',
			at: '2026-11-23T10:00:00.000Z',
			origin: { kind: 'page' },
			changes: items.map(({ id, label, name }) => ({
				op: 'update',
				entity: 'node',
				id,
				label,
				before: { name },
				after: { name: `${name} (corrigé)` }
			}))
		});
		return items.map(({ id }) => id).sort();
	} finally {
		await repository.close();
	}
}

describe('what people changed', () => {
	it.each([
		[10, /[^0-9]\.\n$/],
		[13, / et 3 autres\.\n$/]
	])('%i records: ten are named, the others counted; programs get them all', async (count, end) => {
		await maillage('seed');
		const ids = await rename(count);
		const { code, out } = await maillage('seed');
		expect(code).toBe(0);
		expect(out).toMatch(end);
		for (const id of ids.slice(0, 10)) expect(out).toContain(id);
		for (const id of ids.slice(10)) expect(out).not.toContain(id);
		expect(JSON.parse((await maillage('seed --json')).out).kept).toEqual(ids);
	});
});

it('cuts a value somebody made very long, in the sentence that refuses it', () => {
	const sentence = locatedSentence({
		file: 'relations.csv',
		line: 5,
		code: 'bad_id',
		field: 'id',
		value: 'x'.repeat(10_000)
	});
	expect(sentence).toContain(`${'x'.repeat(80)}…`);
	expect(sentence).not.toContain('x'.repeat(81));
});

describe('maillage projects', () => {
	it('lists the sixty projects, one a line, tabs in a pipe', async () => {
		await maillage('seed');
		const { out } = await maillage('projects');
		const lines = out.trimEnd().split('\n');
		expect(lines).toHaveLength(60);
		expect(lines).toContain('prj-solident\tAuvergne-Rhône-Alpes\tCentre dentaire Solident');
	});
});

describe('maillage indicators', () => {
	it('gives every figure with its reading, and refuses what has none', async () => {
		await maillage('seed');
		const { out } = await maillage('indicators --project prj-scic-richerand');
		const lines = out.trimEnd().split('\n');
		expect(lines[0]).toContain('documenté');
		expect(lines.slice(1).map((line) => line.split('\t').length)).toEqual(Array(17).fill(4));
		const region = JSON.parse((await maillage('indicators --region 11 --json')).out);
		expect(region).toMatchObject({ scope: { kind: 'region', code: '11' } });
		expect(region.items).toHaveLength(17);
		for (const call of ['--project nobody', '--region 99', '--project x --region 11'])
			expect(await maillage(`indicators ${call}`)).toMatchObject({ code: 2 });
	});
});

describe('maillage import', () => {
	const put = async (name: string, text: string): Promise<string> => {
		const path = join(data, name);
		await writeFile(path, Buffer.from(text, 'latin1'));
		return path;
	};
	const GOOD = 'Nom;Type;Commune\r\nÉté solidaire;association;Lens\r\n';

	it('tries, writes, finds nothing new, and takes back', async () => {
		await maillage('seed');
		const path = await put('bon.csv', GOOD);
		const tried = await maillage(`import ${path} --dry-run`);
		expect(tried).toMatchObject({ code: 0 });
		expect(tried.out).toContain('Windows-1252');
		const done = await maillage(`import ${path} --by Camille --json`);
		expect(JSON.parse(done.out)).toMatchObject({
			revision: 2,
			counts: { create: 1 },
			rows: [{ id: 'ete-solidaire', action: 'create' }]
		});
		expect(JSON.parse((await maillage(`import ${path} --json`)).out)).toMatchObject({
			revision: null,
			counts: { same: 1 }
		});
		expect(JSON.parse((await maillage('undo 2 --json')).out)).toEqual({ undone: 2, revision: 3 });
		expect(await maillage('undo 2')).toMatchObject({ code: 1 });
		expect((await maillage('undo 1')).err).toContain('ne se reprend pas');
		expect(await maillage('undo 99')).toMatchObject({ code: 2 });
	});

	it('refuses with 1 and says row, column, value and remedy; nothing is written', async () => {
		await maillage('seed');
		const path = await put(
			'mauvais.csv',
			`${GOOD.replace('Commune', 'SIRET').replace('Lens', '123')}`
		);
		const refused = await maillage(`import ${path}`);
		expect(refused.code).toBe(1);
		expect(refused.err).toMatch(/Ligne 2, colonne «.SIRET.».: «.123.» .*Recopiez/);
		expect(await maillage('undo 2')).toMatchObject({ code: 2 });
		expect(await maillage(`import ${await put('vide.csv', '')}`)).toMatchObject({ code: 1 });
	});

	it('keeps how a file was read, for the next one', async () => {
		await maillage('seed');
		const path = await put('sans-type.csv', 'Nom;Ville\r\nÉté solidaire;Lens\r\n');
		const mapping = join(data, 'choix.json');
		expect((await maillage(`import ${path}`)).err).toContain('type de structure manque');
		await maillage(`import ${path} --dry-run --save-mapping ${mapping}`);
		const choices = JSON.parse(await readFile(mapping, 'utf8'));
		expect(choices).toMatchObject({ separator: ';', columns: { Nom: 'name', Ville: 'commune' } });
		await writeFile(mapping, JSON.stringify({ ...choices, defaultKind: 'association' }));
		expect(await maillage(`import ${path} --mapping ${mapping}`)).toMatchObject({ code: 0 });
		await writeFile(mapping, JSON.stringify({ separator: 'x' }));
		const wrong = await maillage(`import ${path} --mapping ${mapping}`);
		expect(wrong).toMatchObject({ code: 2 });
		expect(wrong.err).toContain('separator');
	});

	it('keeps it under a name too, which the page shows, and names those it has', async () => {
		await maillage('seed');
		const path = await put('noms.csv', 'Qui;Endroit\r\nÉté solidaire;Lens\r\n');
		const choices = { columns: { Qui: 'name', Endroit: 'commune' }, defaultKind: 'association' };
		const mapping = await put('choix.json', JSON.stringify({ ...choices, date: '2025' }));
		await maillage(`import ${path} --mapping ${mapping} --dry-run --save-mapping Partenaires`);
		const saved = await savedMappings(data);
		expect(saved).toMatchObject([{ name: 'Partenaires', choices }]);
		// The date of one file says nothing of the next.
		expect(saved[0]?.choices.date).toBeUndefined();
		const wrong = await maillage(`import ${path} --mapping autre`);
		expect(wrong).toMatchObject({ code: 2 });
		expect(wrong.err).toContain('« Partenaires »');
		expect(await maillage(`import ${path} --mapping partenaires`)).toMatchObject({ code: 0 });
	});
});

describe('maillage check', () => {
	it('finds nothing wrong in the starter set, in files and once in the database', async () => {
		await maillage('seed');
		const { code, out } = await maillage('check --json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			seed: { faults: [] },
			database: { faults: [] }
		});
	});
});

it.each(['check', 'projects', 'indicators', 'layout', 'layout --project prj-solident'])(
	'%s makes no database where there is none: it says how, and ends with 3',
	async (line) => {
		const nowhere = join(data, 'nowhere');
		const { code, out, err } = await maillage(line, { MAILLAGE_DATA: nowhere });
		expect(code).toBe(3);
		expect(out).toBe('');
		expect(err).toMatch(/^Il n’y a pas encore de base de données .*maillage seed.*\n$/);
		expect(existsSync(nowhere)).toBe(false);
	}
);

describe('maillage layout', () => {
	it('computes a project once, then finds it up to date', async () => {
		await maillage('seed');
		const first = await maillage('layout --project prj-scic-richerand');
		expect(first).toMatchObject({ code: 0, err: '1/1 prj-scic-richerand\n' });
		const again = await maillage('layout --project prj-scic-richerand --json');
		expect(JSON.parse(again.out)).toEqual({ computed: 0, total: 1 });
	});

	it('says when there is no such project', async () => {
		await maillage('seed');
		const { code, err } = await maillage('layout --project prj-nowhere');
		expect(code).toBe(2);
		expect(err).toContain('prj-nowhere');
	});
});

describe('a wrong call', () => {
	it.each([
		['fly', 'fly'],
		['undo', 'undo'],
		['undo deux', 'undo'],
		['import', 'import'],
		['seed --fast', '--fast'],
		['seed --fictional', '--fictional'],
		['seed --fictional many', 'many'],
		['seed --fictional 0', '--fictional'],
		['seed --empty --starter', '--starter'],
		['seed --random-seed 3', '--random-seed'],
		['layout --all --project prj-solident', '--project'],
		['projects all', 'projects']
	])('%s ends with 2 and says what is wrong', async (line, word) => {
		const { code, out, err } = await maillage(line);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain(word);
	});

	it('of the environment names the variable', async () => {
		const { code, err } = await maillage('projects', { PORT: 'door' });
		expect(code).toBe(2);
		expect(err).toContain('PORT');
	});
});

it('helps in the language of the terminal', async () => {
	expect((await maillage('seed --help')).out).toContain('Utilisation');
	overwriteGetLocale(() => 'en');
	const { code, out } = await maillage('--help');
	expect(code).toBe(0);
	expect(out).toMatch(/Usage:[\s\S]*seed[\s\S]*projects[\s\S]*check/);
});

describe('the help of every command', () => {
	const COMMANDS = [
		...['seed', 'projects', 'indicators', 'layout', 'check'],
		...['import', 'export', 'undo', 'backup', 'restore']
	];

	it('names each of them', async () => {
		const { out } = await maillage('--help');
		const named = out.split('\n').flatMap((line) => /^ {2}([a-z]+) {2,}\S/.exec(line)?.[1] ?? []);
		expect(named).toEqual(expect.arrayContaining(COMMANDS));
		expect(named.filter((name) => !COMMANDS.includes(name))).toEqual([]);
	});

	it.each(COMMANDS)(
		'%s is told in French and in English, each option with its meaning',
		async (name) => {
			const told = async (locale: 'fr' | 'en'): Promise<string[]> => {
				overwriteGetLocale(() => locale);
				const { code, out, err } = await maillage(`${name} --help`);
				expect([code, err]).toEqual([0, '']);
				return out.split('\n');
			};
			const [french, english] = [await told('fr'), await told('en')];
			expect(french[0]).toMatch(/^Utilisation/);
			expect(english[0]).toMatch(/^Usage/);
			const options = (lines: readonly string[]): string[][] =>
				lines.flatMap((line) => {
					const [, flags, meaning] = /^ {2}(-\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
					return flags === undefined ? [] : [[flags, meaning ?? '']];
				});
			expect(options(french).map(([flags]) => flags)).toEqual(
				options(english).map(([flags]) => flags)
			);
			expect(options(french).length).toBeGreaterThan(1);
			const said = new Set(options(english).map(([, meaning]) => meaning));
			for (const [flags, meaning = ''] of options(french)) {
				expect(meaning, flags).not.toBe('');
				expect(said.has(meaning), `${flags}: ${meaning}`).toBe(false);
			}
		}
	);
});

it('draws progress on a terminal, writes lines in a pipe, keeps quiet for programs', () => {
	const shown = (isTTY: boolean, json: boolean): string => {
		let text = '';
		const err = { isTTY, write: (part: string) => (text += part) };
		new Terminal({ write: () => undefined }, err, json).progress(1, 2, 'un');
		return text;
	};
	expect(shown(true, false)).toMatch(/^\r.*█{12}░{12} un$/);
	expect(shown(false, false)).toBe('un\n');
	expect(shown(true, true)).toBe('');
});

it('has a sentence for every code', () => {
	const codes = [...PROBLEM_CODES, ...CHECK_CODES, ...FILE_CODES];
	expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
});

it('has a sentence for whatever an import tells of a row', () => {
	const unsaid = (say: typeof rowNote) => (code: string) =>
		say({ code, field: 'x', value: 'y' }, [1]).includes(`(${code})`);
	expect(ROW_PROBLEMS.filter(unsaid(rowProblem))).toEqual([]);
	expect(ROW_NOTES.filter(unsaid(rowNote))).toEqual([]);
});

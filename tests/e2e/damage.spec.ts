import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { contentOf, maillage, newFolder, root, start } from './command-line.ts';

test.setTimeout(180_000);

/** One sentence of ours, not the trace of an accident. */
function expectOneSentence(err: string): void {
	expect(err.trim().split('\n')).toHaveLength(1);
	expect(err).toMatch(/^\p{Lu}/u);
}

/** With ordinary spaces where French typography has narrower ones. */
const told = (err: string): string => err.replace(/[\u00a0\u202f]/g, ' ');

test.describe('a seed with damaged rows', () => {
	const row = 5;
	let program = '';
	test.beforeEach(() => {
		program = newFolder();
		for (const part of ['seed', 'build', 'package.json'])
			cpSync(join(root, part), join(program, part), { recursive: true });
		symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
	});

	function damage(file: string, change: (row: string) => string): void {
		const path = join(program, 'seed', file);
		const lines = readFileSync(path, 'utf8').split('\n');
		lines[row - 1] = change(lines[row - 1] ?? '');
		writeFileSync(path, lines.join('\n'));
	}

	function run(data: string, ...args: string[]) {
		const { status, stderr } = spawnSync(process.execPath, args, {
			cwd: program,
			encoding: 'utf8',
			timeout: 60_000,
			env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', MAILLAGE_DATA: data }
		});
		return { code: status, err: stderr };
	}
	const cli = (data: string, ...args: string[]) => run(data, join('build', 'cli.js'), ...args);
	const serve = (data: string) =>
		run(
			data,
			'--input-type=module',
			'--eval',
			"(await import('./build/serve.js')).serve(process.env)"
		);

	test('is told row by row: file, line, field and remedy, with 1, and nothing is written', () => {
		damage('relations.csv', (text) => text.replace(/,[A-Z_]+,/, ',MARRIES,'));
		damage('organisations.csv', (text) => text.replace(/^[^,]*/, 'Une Structure'));
		const data = newFolder();
		for (const { code, err } of [
			cli(data, 'check', '--seed'),
			cli(data, 'check'),
			cli(data, 'seed'),
			serve(data)
		]) {
			expect(code, err).toBe(1);
			expect(told(err)).toContain(`\nrelations.csv, ligne ${row}, type : « MARRIES » n’est pas`);
			expect(err).toContain('Valeurs possibles');
			expect(told(err)).toContain(`organisations.csv, ligne ${row}, id : « Une Structure »`);
			expect(err).not.toMatch(/\n\s+at /);
			expect(contentOf(data)).toEqual({ nodes: [], relations: [] });
		}
	});

	test('whose row points nowhere names the row and what it points to', () => {
		damage('relations.csv', (text) => text.replace(/^([^,]*,[^,]*,)[^,]*/, '$1nulle-part'));
		const { code, err } = cli(newFolder(), 'check', '--seed');
		expect(code, err).toBe(1);
		expect(told(err)).toContain(
			`relations.csv, ligne ${row}, source : « nulle-part » n’existe pas`
		);
	});
});

test('a lock held too long ends with 3 and one sentence, and nothing is written', () => {
	const data = newFolder();
	expect(maillage('seed --empty', data).code).toBe(0);
	const other = new DatabaseSync(join(data, 'maillage.sqlite'));
	other.exec('BEGIN IMMEDIATE');
	try {
		const { code, err } = maillage('seed', data);
		expect(code, err).toBe(3);
		expect(err).toContain('occupée');
		expectOneSentence(err.split('\n').slice(-2).join(''));
	} finally {
		other.exec('ROLLBACK');
		other.close();
	}
	expect(contentOf(data)).toEqual({ nodes: [], relations: [] });
	expect(maillage('seed', data).code).toBe(0);
	expect(contentOf(data).nodes.length).toBeGreaterThan(0);
});

/** Makes a seeded file unusable; says what the sentence must contain. */
const UNUSABLE: Readonly<Record<string, { says: string; spoil: (path: string) => void }>> = {
	'a damaged file': {
		says: 'endommagée',
		spoil: (path) => {
			const bytes = readFileSync(path);
			bytes.fill(0xa5, 8192, 8192 + 40_000);
			writeFileSync(path, bytes);
		}
	},
	'a file cut short': {
		says: 'endommagée',
		spoil: (path) => writeFileSync(path, readFileSync(path).subarray(0, 300_000))
	},
	'a file that is no database': {
		says: 'endommagée',
		spoil: (path) => writeFileSync(path, 'Ceci est une lettre.\n'.repeat(500))
	},
	'the file of a newer version': {
		says: 'plus récente',
		spoil: (path) => {
			const bytes = readFileSync(path);
			bytes.writeUInt32BE(9999, 60);
			writeFileSync(path, bytes);
		}
	},
	'the database of another program': {
		says: 'n’est pas celle de Maillage',
		spoil: (path) => {
			writeFileSync(path, '');
			const database = new DatabaseSync(path);
			database.exec('CREATE TABLE bookmark (url TEXT); PRAGMA application_id = 252006674');
			database.close();
		}
	}
};

for (const [what, { says, spoil }] of Object.entries(UNUSABLE))
	test(`${what} ends every command with 3 and stays as it is, byte for byte`, () => {
		const data = newFolder();
		expect(maillage('seed', data).code).toBe(0);
		const path = join(data, 'maillage.sqlite');
		spoil(path);
		const bytes = readFileSync(path);
		const { mtimeMs } = statSync(path);
		for (const answer of [
			...['seed', 'seed --empty', 'seed --fictional 9', 'projects', 'layout', 'check'].map((line) =>
				maillage(line, data)
			),
			start(data)
		]) {
			expect(answer.code, answer.err).toBe(3);
			expect(answer.err).toContain(says);
			expect(answer.err).toContain(path);
			expectOneSentence(answer.err);
			expect(readFileSync(path).equals(bytes)).toBe(true);
			expect(statSync(path).mtimeMs).toBe(mtimeMs);
			expect(readdirSync(data)).toEqual(['maillage.sqlite']);
		}
	});

for (const [what, place] of [
	['a folder nobody can make', '/proc/maillage'],
	['a file', join(root, 'package.json')]
] as const)
	test(`${what} as MAILLAGE_DATA ends with 3, in a sentence with the remedy`, () => {
		for (const { code, err } of [
			maillage('seed', place),
			maillage('projects', place),
			start(place)
		]) {
			expect(code, err).toBe(3);
			expectOneSentence(err);
			expect(err).toContain('MAILLAGE_DATA');
		}
	});

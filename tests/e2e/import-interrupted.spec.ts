import { expect, test } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { contentOf, maillage, newFolder, root, under } from './command-line.ts';

// Each import is a process of its own: seconds on a busy machine.
test.setTimeout(480_000);

const MOMENTS = 20;
const ROWS = 1_500;

/** A name like no other, so that nobody is taken for somebody else. */
const name = (i: number): string =>
	createHash('sha256')
		.update(String(i))
		.digest('hex')
		.slice(0, 24)
		.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

/** A database with the starter set, to be copied, and a file that brings structures to it. */
function prepared(): { data: string; file: string } {
	const data = newFolder();
	expect(maillage('seed', data).code).toBe(0);
	const file = join(newFolder(), 'partenaires.csv');
	const rows = Array.from(
		{ length: ROWS },
		(_, i) => `${name(i)};association;${name(i % 40).slice(0, 6)};${1950 + (i % 70)}`
	);
	writeFileSync(file, ['Nom;Type;Commune;Création', ...rows].join('\r\n'));
	return { data, file };
}

/** What is stored, but for the days: a file is read today, whatever day it is. */
const storedIn = (data: string): string =>
	JSON.stringify(contentOf(data)).replace(/20\d\d-\d\d-\d\d/g, 'day');

function copyOf(data: string): string {
	const copy = newFolder();
	cpSync(data, copy, { recursive: true });
	return copy;
}

const walSize = (data: string): number =>
	statSync(join(data, 'maillage.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0;

/** Waits for the child to end or for `moment`, whichever comes first. */
async function until(child: ChildProcess, moment: () => boolean): Promise<void> {
	while (child.exitCode === null && child.signalCode === null && !moment()) await nextTurn();
}

/** Kills a child that may have ended already; true when it had not. */
async function killed(child: ChildProcess): Promise<boolean> {
	if (child.exitCode !== null || child.signalCode !== null) return false;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	return (await exit)[1] === 'SIGKILL';
}

const isSound = (data: string): boolean => {
	const database = new DatabaseSync(join(data, 'maillage.sqlite'));
	try {
		return database.prepare('PRAGMA integrity_check').get()?.['integrity_check'] === 'ok';
	} finally {
		database.close();
	}
};

test('an import killed at twenty random moments leaves the database as before or as after', async () => {
	const { data, file } = prepared();
	const before = contentOf(data);
	const whole = copyOf(data);
	const started = performance.now();
	const clean = under('maillage', ['import', file], whole);
	const ended = once(clean, 'exit');
	let largest = 0;
	await until(clean, () => {
		largest = Math.max(largest, walSize(whole));
		return false;
	});
	await ended;
	const duration = performance.now() - started;
	expect(clean.exitCode).toBe(0);
	const after = contentOf(whole);
	const [storedBefore, storedAfter] = [storedIn(data), storedIn(whole)];
	expect(after.nodes.length).toBeGreaterThanOrEqual(before.nodes.length + ROWS);

	let kills = 0;
	let unfinished = '';
	for (let moment = 0; moment < MOMENTS; moment++) {
		const copy = copyOf(data);
		const child = under('maillage', ['import', file], copy);
		const chance = (moment + Math.random()) / MOMENTS;
		// Half at a moment of the whole run, half while the transaction is being committed.
		if (moment % 2 === 0) await Promise.race([delay(chance * duration), once(child, 'exit')]);
		else await until(child, () => walSize(copy) > chance * largest);
		if (await killed(child)) kills++;
		const found = storedIn(copy);
		const isBefore = found === storedBefore;
		const where = `moment ${moment}, chance ${chance}`;
		expect(isBefore || found === storedAfter, where).toBe(true);
		expect(isSound(copy)).toBe(true);
		if (isBefore) unfinished = copy;
	}
	expect(kills).toBeGreaterThan(0);
	expect(unfinished).not.toBe('');
	expect(maillage(`import ${file}`, unfinished).code).toBe(0);
	expect(storedIn(unfinished)).toBe(storedAfter);
});

/** A command under way and what it has said. */
function listened(args: string[], data: string): { child: ChildProcess; said: () => string } {
	let said = '';
	const child = spawn(process.execPath, ['src/bin/maillage.js', ...args], {
		cwd: root,
		env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', MAILLAGE_DATA: data },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	return { child, said: () => said };
}

test('of two imports at once one waits and says so; then both are written', async () => {
	const { data, file } = prepared();
	const reference = copyOf(data);
	expect(maillage(`import ${file}`, reference).code).toBe(0);
	const other = new DatabaseSync(join(data, 'maillage.sqlite'));
	other.exec('BEGIN IMMEDIATE; DELETE FROM layout');
	const { child, said } = listened(['import', file], data);
	const exit = once(child, 'exit');
	try {
		await expect.poll(said, { timeout: 120_000 }).toContain('attente de son tour');
		expect(child.exitCode).toBeNull();
	} finally {
		other.exec('COMMIT');
		other.close();
	}
	expect(await exit).toEqual([0, null]);
	expect(storedIn(data)).toBe(storedIn(reference));

	// The same file twice, at once: whoever comes second finds what it says already there.
	const twice = newFolder();
	expect(maillage('seed', twice).code).toBe(0);
	const both = [1, 2].map(() => once(under('maillage', ['import', file], twice), 'exit'));
	expect(await Promise.all(both)).toEqual([
		[0, null],
		[0, null]
	]);
	expect(storedIn(twice)).toBe(storedIn(reference));
});

test('an import for which there is no room says so, changes nothing, and passes once there is', () => {
	const { data, file } = prepared();
	const before = contentOf(data);
	// No file may grow past half a megabyte or one, by the shell: a full disk any account can have.
	const { status, stderr } = spawnSync(
		'sh',
		[
			'-c',
			'ulimit -f 1024; exec "$@"',
			'sh',
			process.execPath,
			'src/bin/maillage.js',
			'import',
			file
		],
		{
			cwd: root,
			encoding: 'utf8',
			env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', MAILLAGE_DATA: data }
		}
	);
	expect(status, stderr).toBe(3);
	expect(stderr).toContain('ne peut plus grandir');
	expect(contentOf(data)).toEqual(before);
	expect(maillage(`import ${file}`, data).code).toBe(0);
	expect(contentOf(data).nodes.length).toBeGreaterThan(before.nodes.length);
	expect(existsSync(join(data, 'maillage.sqlite-journal'))).toBe(false);
});

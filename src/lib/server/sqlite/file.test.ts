import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNode } from '../changes/codecs.ts';
import { allRecords, refusal } from '../contract/context.ts';
import { CREATIONS, actor, changeSet } from '../contract/fixture.ts';
import { DatabaseUnavailableError, DatabaseUnusableError } from '../errors.ts';
import type { Repository } from '../repository.ts';
import { openSqlite } from './repository.ts';
import { SCHEMA_VERSION } from './schema.ts';

// Real files, flushed to disk at each commit: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let path = '';
const opened: Repository[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'maillage-file-'));
	path = join(folder, 'maillage.sqlite');
});
afterEach(async () => {
	for (const repository of opened.splice(0)) await repository.close();
	rmSync(folder, { recursive: true, force: true });
});

function open(busyTimeoutMs?: number): Repository {
	const repository = openSqlite({ path, busyTimeoutMs });
	opened.push(repository);
	return repository;
}

async function filled(): Promise<void> {
	const repository = openSqlite({ path });
	await repository.migrate();
	await repository.apply(changeSet(CREATIONS));
	await repository.close();
}

/** Permissions bind everybody but root, who therefore becomes somebody else for a moment. */
async function asNobody(work: () => Promise<void>): Promise<void> {
	const isRoot = process.geteuid?.() === 0;
	if (isRoot) process.seteuid?.(65_534);
	try {
		await work();
	} finally {
		if (isRoot) process.seteuid?.(0);
	}
}

const listing = (): string[] =>
	readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).size}`);

/** Opening must be refused for `reason`, and leave the file as it is, with nothing beside it. */
async function expectRefused(reason: DatabaseUnusableError['reason']): Promise<void> {
	const bytes = readFileSync(path);
	const { mtimeMs } = statSync(path);
	const files = listing();
	const repository = open();
	for (const attempt of [
		repository.migrate(),
		repository.ping(),
		repository.apply(changeSet(CREATIONS))
	]) {
		const error = await refusal(attempt);
		expect(error).toBeInstanceOf(DatabaseUnusableError);
		expect(error).toMatchObject({ reason, where: path });
	}
	await repository.close();
	expect(readFileSync(path).equals(bytes)).toBe(true);
	expect(statSync(path).mtimeMs).toBe(mtimeMs);
	expect(listing()).toEqual(files);
}

function withDatabase(sql: string): void {
	const database = new DatabaseSync(path);
	database.exec(sql);
	database.close();
}

it('creates the folder and the file, and finds everything again', async () => {
	path = join(folder, 'deep', 'er', 'maillage.sqlite');
	await filled();
	const repository = open();
	await repository.migrate();
	expect(await allRecords(repository)).toHaveLength(CREATIONS.length);
	expect(await repository.dataRevision()).toBe(1);
});

it('shows what was before to whoever reads while a revision is written in parts', async () => {
	const repository = open();
	await repository.migrate();
	const seen: unknown[] = [];
	await repository.applyParts(
		async function* () {
			for (const change of CREATIONS) yield [change];
			// Everything is written and nothing is yet decided.
			seen.push(await repository.dataRevision(), await repository.historyOf('a-centre'));
			seen.push(await allRecords(repository));
		},
		() => changeSet([])
	);
	expect(seen).toEqual([0, [], []]);
	expect(await allRecords(repository)).toHaveLength(CREATIONS.length);
});

it('takes an empty file as a new one', async () => {
	writeFileSync(path, '');
	await filled();
	expect(await allRecords(open())).toHaveLength(CREATIONS.length);
});

it('refuses a file that is no database', async () => {
	writeFileSync(path, 'id;nom\n1;Centre de santé\n'.repeat(50));
	await expectRefused('damaged');
});

it('refuses a database cut short', async () => {
	await filled();
	truncateSync(path, 12 * 4096);
	await expectRefused('damaged');
});

it('refuses a database whose pages were overwritten', async () => {
	await filled();
	const bytes = readFileSync(path);
	bytes.fill(0xa5, 4096, bytes.length);
	writeFileSync(path, bytes);
	await expectRefused('damaged');
});

it('refuses the database of another program, with or without an application id', async () => {
	withDatabase('CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES (1)');
	await expectRefused('not_ours');
	withDatabase('PRAGMA application_id = 252006674');
	await expectRefused('not_ours');
});

it('refuses a database newer than the program', async () => {
	await filled();
	const bytes = readFileSync(path);
	bytes.writeUInt32BE(SCHEMA_VERSION + 1, 60);
	writeFileSync(path, bytes);
	await expectRefused('newer');
});

it('brings a file of its first version to this one, with what it holds', async () => {
	await filled();
	withDatabase('DROP TABLE scenario; DROP TABLE passage; PRAGMA user_version = 1');
	const repository = open();
	await repository.migrate();
	expect(await allRecords(repository)).toHaveLength(CREATIONS.length);
	expect(await repository.scenarios()).toEqual([]);
	expect(await repository.passages('prj-nord:pts:fr')).toEqual([]);
});

it('leaves the file whole when closed, without its log', async () => {
	await filled();
	const copy = join(folder, 'copy.sqlite');
	copyFileSync(path, copy);
	path = copy;
	expect(await allRecords(open())).toHaveLength(CREATIONS.length);
});

it('says it cannot be reached when the place is not one for a file', async () => {
	writeFileSync(path, 'a file where a folder is expected');
	path = join(path, 'maillage.sqlite');
	const error = await refusal(open().migrate());
	expect(error).toBeInstanceOf(DatabaseUnavailableError);
	expect(error).toMatchObject({ reason: 'folder', where: path });
});

it.runIf(existsSync('/proc/self'))('says so of a folder nobody can make', async () => {
	path = '/proc/maillage/deep/maillage.sqlite';
	expect(await refusal(open().migrate())).toMatchObject({ reason: 'folder', where: path });
});

it.each(['no database', 'a database'])(
	'says so of a folder it may not write to, with %s',
	async (what) => {
		if (what === 'a database') await filled();
		for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
		chmodSync(folder, 0o555);
		try {
			await asNobody(async () => {
				const repository = open();
				const error = await refusal(repository.migrate());
				expect(error).toMatchObject({ reason: 'folder', where: path });
				await repository.close();
			});
		} finally {
			chmodSync(folder, 0o755);
		}
	}
);

it('gives up on a lock held too long, reads meanwhile, and writes once it is gone', async () => {
	await filled();
	const other = new DatabaseSync(path);
	other.exec('BEGIN IMMEDIATE');
	const repository = open(120);
	await repository.migrate();
	const creation = changeSet([createNode(actor('a-new', 'Nouveau'))]);
	const error = await refusal(repository.apply(creation));
	expect(error).toBeInstanceOf(DatabaseUnavailableError);
	expect(error).toMatchObject({ reason: 'locked', where: path });
	expect(await repository.dataRevision()).toBe(1);
	other.exec('ROLLBACK');
	other.close();
	expect((await repository.apply(creation))?.number).toBe(2);
});

it('waits for another writer without stopping the process', async () => {
	await filled();
	const other = new DatabaseSync(path);
	other.exec('BEGIN IMMEDIATE');
	const repository = open(10_000);
	const writing = repository.apply(changeSet([createNode(actor('a-new', 'Nouveau'))]));
	// Only a loop that still turns can free the lock.
	setImmediate(() => {
		other.exec('COMMIT');
		other.close();
	});
	expect((await writing)?.number).toBe(2);
});

it('chains the revisions of two connections writing at once', async () => {
	await filled();
	const [one, two] = [open(), open()];
	const writing = Array.from({ length: 10 }, (_, index) =>
		(index % 2 ? one : two).apply(changeSet([createNode(actor(`a-${index}`, `n° ${index}`))]))
	);
	const numbers = (await Promise.all(writing)).map((revision) => revision?.number ?? 0);
	expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => i + 2));
});

it('refuses calls once closed instead of opening again', async () => {
	await filled();
	const repository = open();
	await repository.ping();
	await repository.close();
	expect(await refusal(repository.ping())).toBeInstanceOf(DatabaseUnavailableError);
});

/** A process that creates `count` actors at once, says so before and after, and waits to be killed. */
const KILLED = `
	import { runnerImport } from 'vite';
	const load = async (file) => (await runnerImport(file, { configFile: false, logLevel: 'silent' })).module;
	const { openSqlite } = await load('./src/lib/server/sqlite/repository.ts');
	const { createNode } = await load('./src/lib/server/changes/codecs.ts');
	const [path, count] = process.argv.slice(1);
	const changes = Array.from({ length: Number(count) }, (_, i) =>
		createNode({ label: 'Actor', id: 'a-big-' + i, name: 'Acteur ' + i, kind: 'association' }));
	const repository = openSqlite({ path });
	await repository.migrate();
	process.stdout.write('writing');
	await repository.apply({ who: 'w', why: 'w', at: '2025-01-01T00:00:00Z', origin: { kind: 'seed' }, changes });
	process.stdout.write('written');
	setInterval(() => undefined, 1000);
`;

/** What can be seen from outside while a change set is written. */
interface Seen {
	said: string;
	/** Bytes of the log, and of the file since the writing began. */
	log: number;
	grown: number;
}
const MOMENTS: Readonly<Record<string, (seen: Seen) => boolean>> = {
	'it begins': ({ said }) => said.includes('writing'),
	'its log begins to fill': ({ log }) => log > 0,
	'its log is past a megabyte': ({ log }) => log > 1_000_000,
	'its log is being copied': ({ grown }) => grown > 0,
	'it said written': ({ said }) => said.includes('written')
};

it.each(Object.entries(MOMENTS))(
	'is as before or as after a big change set killed when %s',
	async (_, moment) => {
		await filled();
		// Enough for the log to be copied as soon as it is committed: past a thousand pages.
		const count = 20_000;
		const before = statSync(path).size;
		const child = spawn(
			process.execPath,
			['--input-type=module', '-e', KILLED, path, String(count)],
			{ stdio: ['ignore', 'pipe', 'inherit'] }
		);
		const exited = once(child, 'exit');
		let said = '';
		child.stdout.on('data', (text: Buffer) => (said += text.toString()));
		const seen = (): Seen => ({
			said,
			log: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
			grown: statSync(path).size - before
		});
		while (child.exitCode === null && !moment(seen())) await nextTurn();
		child.kill('SIGKILL');
		expect((await exited)[1]).toBe('SIGKILL');
		const repository = open();
		await repository.migrate();
		const isAfter = (await repository.dataRevision()) === 2;
		if (said.includes('written')) expect(isAfter).toBe(true);
		const added = isAfter ? count : 0;
		expect(await allRecords(repository)).toHaveLength(CREATIONS.length + added);
		expect((await repository.changesOf(2))?.length).toBe(isAfter ? count : undefined);
		expect((await repository.apply(changeSet([createNode(actor('a-new', 'Après'))])))?.number).toBe(
			isAfter ? 3 : 2
		);
	}
);

/** The file and its log as they are while a connection holds them, and the file once they are one. */
async function withAndWithoutLog(): Promise<{ file: Buffer; log: Buffer; whole: Buffer }> {
	await filled();
	const repository = openSqlite({ path });
	await repository.apply(
		changeSet(Array.from({ length: 300 }, (_, i) => createNode(actor(`a-${i}`, `n° ${i}`))))
	);
	const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
	await repository.close();
	return { file, log, whole: readFileSync(path) };
}

it('finishes the copy of its log, wherever it was interrupted', async () => {
	const { file, log, whole } = await withAndWithoutLog();
	expect(whole.length).toBeGreaterThan(file.length);
	for (const pages of [1, 2, file.length / 4096, whole.length / 4096 - 1]) {
		const copied = whole.subarray(0, pages * 4096);
		path = join(folder, `${pages}.sqlite`);
		// The first page, which says how many there are, is copied first.
		writeFileSync(path, Buffer.concat([copied, file.subarray(copied.length)]));
		writeFileSync(`${path}-wal`, log);
		const repository = openSqlite({ path });
		await repository.migrate();
		expect(await allRecords(repository), `${pages} pages`).toHaveLength(CREATIONS.length + 300);
		await repository.close();
	}
});

it('refuses a database cut short whose log cannot mend it, and leaves both as they are', async () => {
	const { file, log } = await withAndWithoutLog();
	const cut = file.subarray(0, 3 * 4096);
	path = join(folder, 'cut.sqlite');
	writeFileSync(path, cut);
	writeFileSync(`${path}-wal`, log);
	expect(await refusal(open().migrate())).toMatchObject({ reason: 'damaged', where: path });
	expect(readFileSync(path).equals(cut)).toBe(true);
	expect(readFileSync(`${path}-wal`).equals(log)).toBe(true);
});

it('lets another process copy its log while it opens', async () => {
	await filled();
	const other = new DatabaseSync(path);
	other.exec(
		"INSERT INTO layout (key, version, revision, fingerprint, data) VALUES ('k', 1, 1, 'f', 'd')"
	);
	const repository = open();
	await repository.migrate();
	other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	other.close();
	expect(await repository.layout('k')).toMatchObject({ data: 'd' });
});

import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Archive, ArchivedItem } from '../archive.ts';
import { checkBackup, readBackup } from '../backup/read.ts';
import { writeBackup } from '../backup/write.ts';
import { createNode, removeNode } from '../changes/codecs.ts';
import { openMemoryRepository } from '../database.ts';
import { DatabaseNotEmptyError } from '../errors.ts';
import type { Repository } from '../repository.ts';
import { allRecords, applied, freshRepository, refusal, undoOf, type Open } from './context.ts';
import { actor, CREATIONS } from './fixture.ts';

type Database = Repository & Archive;

async function all(database: Database): Promise<ArchivedItem[]> {
	const items: ArchivedItem[] = [];
	for await (const item of database.dump())
		items.push(item.kind === 'chunk' ? { ...item, data: Uint8Array.from(item.data) } : item);
	return items;
}

/** A database with a past: created, undone, removed, laid out. */
async function lived(database: Database): Promise<void> {
	await applied(database, CREATIONS);
	const gone = actor('a-gone', 'Éphémère', { lat: 48, lon: 2.5 });
	const { number } = await applied(database, [createNode(gone)]);
	await database.apply(await undoOf(database, number));
	await applied(database, [createNode(actor('a-short', 'Brève'))]);
	await applied(database, [removeNode(actor('a-short', 'Brève'))]);
	await database.saveScenario(
		{
			...{ id: 'scn-nord', name: 'Un médiateur « ici »', baseName: 'Nord', by: 'Camille' },
			...{ base: { kind: 'project', id: 'prj-nord' }, edits: [], done: 0 },
			...{ createdAt: '2026-11-23T10:00:00.000Z', updatedAt: '2026-11-23T10:00:00.000Z' }
		},
		0
	);
	const words = { dossier: 'prj-nord:pts:fr', passage: 'moyens.funding', base: '', who: 'Camille' };
	for (const [version, text] of [
		[1, 'Nos « mots ».'],
		[2, undefined]
	] as const)
		await database.savePassage({
			...{ ...words, version, at: '2026-11-23T10:00:00.000Z' },
			...(text === undefined ? {} : { text })
		});
	await database.saveLayout({
		...{ key: 'all', version: 3, revision: 1, fingerprint: 'abc', data: '{"x":[1.5]}' }
	});
}

async function backedUp(database: Database): Promise<string> {
	const path = join(mkdtempSync(join(tmpdir(), 'maillage-backup-')), 'all.ndjson.gz');
	const { bytes } = await writeBackup(database, { at: '2026-11-23T10:00:00.000Z' });
	await writeFile(path, bytes);
	return path;
}

/** Out of one database and into another, whichever they are. */
async function carried(from: Database, to: Database, replace = false): Promise<void> {
	const path = await backedUp(from);
	await checkBackup(path);
	await to.load(() => readBackup(path), { replace });
}

/** What is backed up is put back the same, on either database and from one to the other. */
export function describeBackups(open: Open): void {
	const repository = freshRepository(open);

	const withOther = async (work: (other: Database) => Promise<void>): Promise<void> => {
		const other = await openMemoryRepository();
		try {
			await other.migrate();
			await work(other);
		} finally {
			await other.close();
		}
	};

	it('goes to SQLite and comes from it, with history, removed ids and layouts', () =>
		withOther(async (other) => {
			await lived(repository());
			const before = await all(repository());
			expect(new Set(before.map(({ kind }) => kind)).size).toBe(8);
			await carried(repository(), other);
			expect(await all(other)).toEqual(before);
			await carried(other, repository(), true);
			expect(await all(repository())).toEqual(before);
		}));

	it('answers as before once restored, and is written to as before', () =>
		withOther(async (other) => {
			await lived(other);
			await carried(other, repository());
			const ask = async <T>(question: (database: Repository) => Promise<T>): Promise<void> =>
				expect(await question(repository())).toEqual(await question(other));
			await ask((database) => database.revisions({ limit: 10 }));
			await ask((database) => database.changesOf(1));
			await ask((database) => database.historyOf('a-gone'));
			await ask((database) => database.slice({ kind: 'all' }));
			await ask((database) => database.search('hopital saint', 10));
			await ask((database) => database.claimsAbout(['a-centre']));
			await ask((database) => database.layout('all'));
			await ask((database) => database.scenarios());
			await ask((database) => database.passages('prj-nord:pts:fr'));
			for (const database of [repository(), other]) {
				const again = database.apply({
					...{ who: 'x', why: 'x', at: '2026-11-23T10:00:00.000Z', origin: { kind: 'page' } },
					changes: [createNode(actor('a-gone', 'Encore'))]
				});
				expect(await refusal(again)).toMatchObject({ problems: [{ code: 'id_reused' }] });
				const { number } = await applied(database, [createNode(actor('a-next', 'Suite'))]);
				expect(number).toBe(6);
			}
			await ask(allRecords);
		}));

	it('is refused where there is something, unless told to replace it; then nothing of it stays', () =>
		withOther(async (other) => {
			await applied(repository(), [createNode(actor('a-mine', 'À moi'))]);
			const before = await all(repository());
			await lived(other);
			expect(await refusal(carried(other, repository()))).toBeInstanceOf(DatabaseNotEmptyError);
			expect(await all(repository())).toEqual(before);
			await carried(other, repository(), true);
			expect(await all(repository())).toEqual(await all(other));
		}));

	it('writes nothing when what it reads stops on the way', () =>
		withOther(async (other) => {
			await lived(other);
			const items = await all(other);
			await applied(repository(), [createNode(actor('a-mine', 'À moi'))]);
			const before = await all(repository());
			async function* broken(): AsyncGenerator<ArchivedItem> {
				yield* items.slice(0, -3);
				throw new Error('no more');
			}
			const loading = repository().load(broken, { replace: true });
			expect(await refusal(loading)).toMatchObject({ message: 'no more' });
			expect(await all(repository())).toEqual(before);
		}));
}

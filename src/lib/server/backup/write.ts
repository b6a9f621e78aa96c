import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Archive, ArchivedItem } from '../archive.ts';
import type { Repository } from '../repository.ts';
import { BACKUP_VERSION, itemLine, type BackupFoot, type BackupHead } from './format.ts';

/** Somebody wrote while the database was read: what was read is of no one moment. */
export class WrittenMeanwhileError extends Error {
	override name = 'WrittenMeanwhileError';
}

export interface BackupSummary extends BackupHead, Pick<BackupFoot, 'counts' | 'sha256'> {}

/** Text handed on at once, so that compressing is not called a line at a time. */
const AT_ONCE = 64 * 1024;

async function* lines(
	database: Repository & Archive,
	head: BackupHead,
	told: { onItem?: ((count: number) => void) | undefined; onEnd: (foot: BackupFoot) => void }
): AsyncGenerator<string> {
	const hash = createHash('sha256');
	const counts: Partial<Record<ArchivedItem['kind'], number>> = {};
	let total = 0;
	let text = `${JSON.stringify(head)}\n`;
	for await (const item of database.dump()) {
		text += `${itemLine(item)}\n`;
		counts[item.kind] = (counts[item.kind] ?? 0) + 1;
		told.onItem?.(++total);
		if (text.length < AT_ONCE) continue;
		hash.update(text);
		yield text;
		text = '';
	}
	if ((await database.dataRevision()) !== head.revision) throw new WrittenMeanwhileError();
	hash.update(text);
	const foot: BackupFoot = { kind: 'end', counts, sha256: hash.digest('hex') };
	yield `${text}${JSON.stringify(foot)}\n`;
	told.onEnd(foot);
}

/**
 * The whole database as the bytes of a backup, read and compressed as they are taken.
 * @param options.onItem called with the number of items read so far
 * @returns the bytes, and what they hold once they are all taken
 * @throws {WrittenMeanwhileError} while the bytes are taken
 */
export async function writeBackup(
	database: Repository & Archive,
	options: { at: string; onItem?: (count: number) => void }
): Promise<{ bytes: AsyncIterable<Uint8Array>; summary: () => BackupSummary }> {
	const revision = await database.dataRevision();
	const head: BackupHead = {
		maillage: 'backup',
		version: BACKUP_VERSION,
		at: options.at,
		revision
	};
	let foot: BackupFoot | undefined;
	const text = lines(database, head, {
		onItem: options.onItem,
		onEnd: (end) => {
			foot = end;
		}
	});
	const source = Readable.from(text);
	const gzip = createGzip({ level: 6 });
	// `pipe` keeps errors to itself: what is read downstream must end with them.
	source.on('error', (error) => gzip.destroy(error));
	return {
		bytes: source.pipe(gzip),
		summary() {
			if (!foot) throw new Error('the backup is not taken yet');
			return { ...head, counts: foot.counts, sha256: foot.sha256 };
		}
	};
}

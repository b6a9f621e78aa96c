import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import type { ArchivedItem } from '../archive.ts';
import {
	BACKUP_VERSION,
	readFoot,
	readHead,
	readItem,
	type BackupFoot,
	type BackupHead
} from './format.ts';

export const BACKUP_REFUSALS = ['missing', 'not_backup', 'newer', 'truncated', 'damaged'] as const;

/** The file is no backup, or not whole. `line` counts from 1 in the uncompressed text, where known. */
export class BackupRefusedError extends Error {
	override name = 'BackupRefusedError';
	constructor(
		readonly code: (typeof BACKUP_REFUSALS)[number],
		readonly line?: number,
		options?: ErrorOptions
	) {
		super(line === undefined ? code : `${code}: line ${line}`, options);
	}
}

/** The layout of the largest network takes a tenth of it. */
const LONGEST_LINE = 256 * 1024 * 1024;

const codeOf = (error: unknown): unknown =>
	error instanceof Error && 'code' in error ? error.code : undefined;

function refusalOf(error: unknown, hasText: boolean): unknown {
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'EISDIR':
		case 'EACCES':
			return new BackupRefusedError('missing', undefined, { cause: error });
		case 'Z_BUF_ERROR':
			return new BackupRefusedError(hasText ? 'truncated' : 'not_backup', undefined, {
				cause: error
			});
		case 'Z_DATA_ERROR':
			return new BackupRefusedError(hasText ? 'damaged' : 'not_backup', undefined, {
				cause: error
			});
		default:
			return error;
	}
}

/** The lines of a compressed file, without their ends; the last one too when nothing ends it. */
async function* linesOf(path: string): AsyncGenerator<string> {
	const file = createReadStream(path);
	const gunzip = createGunzip();
	file.on('error', (error) => gunzip.destroy(error));
	const decoder = new StringDecoder('utf8');
	let rest = '';
	let hasText = false;
	try {
		for await (const bytes of file.pipe(gunzip)) {
			const parts = (rest + decoder.write(bytes)).split('\n');
			rest = parts.pop() ?? '';
			if (rest.length > LONGEST_LINE) throw new BackupRefusedError('damaged');
			hasText = true;
			yield* parts;
		}
		rest += decoder.end();
		if (rest !== '') yield rest;
	} catch (error) {
		throw refusalOf(error, hasText);
	} finally {
		file.destroy();
		gunzip.destroy();
	}
}

function jsonOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

function headOf(line: string): BackupHead {
	const head = readHead(jsonOf(line));
	if (!head) throw new BackupRefusedError('not_backup');
	if (head.version > BACKUP_VERSION) throw new BackupRefusedError('newer');
	return head;
}

/** Counts what goes by, and holds the foot to it. */
class Tally {
	readonly #hash = createHash('sha256');
	readonly counts: Record<string, number> = {};

	add(line: string, item?: ArchivedItem): void {
		this.#hash.update(`${line}\n`);
		if (item) this.counts[item.kind] = (this.counts[item.kind] ?? 0) + 1;
	}

	agreesWith({ counts, sha256 }: BackupFoot): boolean {
		const kinds = new Set([...Object.keys(counts), ...Object.keys(this.counts)]);
		const same = [...kinds].every((kind) => (counts[kind] ?? 0) === (this.counts[kind] ?? 0));
		return same && this.#hash.digest('hex') === sha256;
	}
}

/**
 * The items of a backup, read a piece at a time. Its end is held to its foot: whoever takes all of them
 * without an error has taken a whole and undamaged backup.
 * @throws {BackupRefusedError}
 */
export async function* readBackup(path: string): AsyncGenerator<ArchivedItem> {
	const tally = new Tally();
	let at = 0;
	let foot: BackupFoot | undefined;
	for await (const line of linesOf(path)) {
		at++;
		if (foot) throw new BackupRefusedError('damaged', at);
		if (at === 1) {
			headOf(line);
			tally.add(line);
			continue;
		}
		const value = jsonOf(line);
		foot = readFoot(value);
		if (foot) continue;
		const item = readItem(value);
		if (!item) throw new BackupRefusedError('damaged', at);
		tally.add(line, item);
		yield item;
	}
	if (at === 0) throw new BackupRefusedError('not_backup');
	if (!foot) throw new BackupRefusedError('truncated');
	if (!tally.agreesWith(foot)) throw new BackupRefusedError('damaged');
}

/** What a checked backup holds. */
export interface BackupContent {
	total: number;
	counts: Partial<Record<ArchivedItem['kind'], number>>;
	revision: number;
}

/**
 * Reads a whole backup and keeps nothing of it: afterwards it is known to be undamaged, and every
 * relation and claim to name records it holds.
 * @throws {BackupRefusedError}
 */
export async function checkBackup(path: string): Promise<BackupContent> {
	const nodes = new Set<string>();
	const named = new Set<string>();
	const counts: BackupContent['counts'] = {};
	let total = 0;
	let revision = 0;
	for await (const item of readBackup(path)) {
		total++;
		counts[item.kind] = (counts[item.kind] ?? 0) + 1;
		if (item.kind === 'revision') revision = Math.max(revision, item.revision.number);
		if (item.kind === 'node') {
			nodes.add(item.id);
			const { sourceId } = item.properties;
			if (item.label === 'Claim' && typeof sourceId === 'string') named.add(sourceId);
		}
		if (item.kind === 'relation') named.add(item.source).add(item.target);
	}
	for (const id of named) if (!nodes.has(id)) throw new BackupRefusedError('damaged');
	return { total, counts, revision };
}

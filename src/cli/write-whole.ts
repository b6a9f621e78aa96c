import { open, rename, rm, stat } from 'node:fs/promises';
import { m } from '#lib/i18n/paraglide/messages.js';
import { EXIT, Refusal } from './terminal.ts';

export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** A refusal of the system, not a mistake of ours: no such folder, no right, no room… */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
	error instanceof Error && 'syscall' in error && 'code' in error;

function reasonOf({ code }: NodeJS.ErrnoException): string {
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return m.export_no_folder();
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return m.export_no_right();
		case 'ENOSPC':
		case 'EDQUOT':
		case 'EFBIG':
			return m.export_no_room();
		case 'EISDIR':
			return m.export_is_folder();
		default:
			return code ?? '';
	}
}

/** Devices and pipes take what they are given; a folder takes nothing. */
async function isElsewhere(path: string): Promise<boolean> {
	try {
		const found = await stat(path);
		if (found.isDirectory())
			throw Object.assign(new Error(path), { code: 'EISDIR', syscall: 'open' });
		return !found.isFile();
	} catch (error) {
		if (isSystemError(error) && error.code === 'ENOENT') return false;
		throw error;
	}
}

async function fill(path: string, flags: 'w' | 'wx', chunks: Chunks): Promise<number> {
	const file = await open(path, flags);
	let bytes = 0;
	try {
		for await (const chunk of chunks) {
			const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
			await file.writeFile(data);
			bytes += data.byteLength;
		}
		if (flags === 'wx') await file.sync();
	} finally {
		await file.close();
	}
	return bytes;
}

/** Whoever reads our end of a pipe has closed it: nothing went wrong. */
function readEnough(error: unknown): number {
	if (isSystemError(error) && error.code === 'EPIPE') return 0;
	throw error;
}

/**
 * Writes files aside, then gives each its name once all are whole on the disk: under their names there
 * is never half a file, and what was there stays until then.
 * @returns the bytes of each
 * @throws {Refusal} with the reason when they cannot be written
 */
export async function writeWhole(
	files: readonly { path: string; chunks: Chunks }[]
): Promise<number[]> {
	const aside: { from: string; to: string }[] = [];
	const written: number[] = [];
	let current = '';
	try {
		for (const { path, chunks } of files) {
			current = path;
			if (await isElsewhere(path)) {
				written.push(await fill(path, 'w', chunks).catch(readEnough));
				continue;
			}
			const from = `${path}.${process.pid}.part`;
			await rm(from, { force: true });
			aside.push({ from, to: path });
			written.push(await fill(from, 'wx', chunks));
		}
		for (const { from, to } of aside) {
			current = to;
			await rename(from, to);
		}
		return written;
	} catch (error) {
		for (const { from } of aside) await rm(from, { force: true }).catch(() => undefined);
		if (!isSystemError(error)) throw error;
		throw new Refusal(EXIT.wrongCall, [
			m.export_cannot_write({ path: current, reason: reasonOf(error) })
		]);
	}
}

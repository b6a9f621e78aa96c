import { DatabaseUnavailableError, DatabaseUnusableError } from '../errors.ts';

/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const NOTADB = 26;
/** Permission denied, read-only, cannot open, not authorised. */
const FOLDER = new Set([3, 8, 14, 23]);
const DISK_ERROR = 10;
const FULL = 13;
/** Kinds of disk error met when a file may not grow: writing, setting its length, its shared memory. */
const CANNOT_GROW = new Set([778, 1546, 4874]);

/** SQLite's extended result code, `undefined` for any other error. */
function resultCode(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('errcode' in error)) return undefined;
	return typeof error.errcode === 'number' ? error.errcode : undefined;
}

/** What Node says of a path: no permission, not a folder, no room… */
const isFileError = (error: unknown): boolean =>
	error instanceof Error && 'syscall' in error && 'path' in error;

/** What `error` means in the port's words; anything that is not about the file comes back as it is. */
export function translateError(error: unknown, where: string): unknown {
	const extended = resultCode(error);
	if (extended === undefined) {
		if (!isFileError(error)) return error;
		return new DatabaseUnavailableError('folder', where, { cause: error });
	}
	const code = extended & 0xff;
	if (code === BUSY || code === LOCKED)
		return new DatabaseUnavailableError('locked', where, { cause: error });
	if (code === CORRUPT || code === NOTADB)
		return new DatabaseUnusableError('damaged', where, { cause: error });
	if (FOLDER.has(code)) return new DatabaseUnavailableError('folder', where, { cause: error });
	if (code === FULL || CANNOT_GROW.has(extended))
		return new DatabaseUnavailableError('full', where, { cause: error });
	if (code === DISK_ERROR)
		return new DatabaseUnavailableError('unreachable', where, { cause: error });
	return error;
}

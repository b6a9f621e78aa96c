import { DatabaseUnavailableError, DatabaseUnusableError } from '../errors.ts';

/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const NOTADB = 26;
/** Permission denied, read-only, cannot open, not authorised. */
const FOLDER = new Set([3, 8, 14, 23]);
/** Disk error, full disk. */
const UNREACHABLE = new Set([10, 13]);

/** SQLite's primary result code, `undefined` for any other error. */
function resultCode(error: unknown): number | undefined {
	if (!(error instanceof Error) || !('errcode' in error)) return undefined;
	return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** What Node says of a path: no permission, not a folder, no room… */
const isFileError = (error: unknown): boolean =>
	error instanceof Error && 'syscall' in error && 'path' in error;

/** What `error` means in the port's words; anything that is not about the file comes back as it is. */
export function translateError(error: unknown, where: string): unknown {
	const code = resultCode(error);
	if (code === undefined) {
		if (!isFileError(error)) return error;
		return new DatabaseUnavailableError('folder', where, { cause: error });
	}
	if (code === BUSY || code === LOCKED)
		return new DatabaseUnavailableError('locked', where, { cause: error });
	if (code === CORRUPT || code === NOTADB)
		return new DatabaseUnusableError('damaged', where, { cause: error });
	if (FOLDER.has(code)) return new DatabaseUnavailableError('folder', where, { cause: error });
	if (UNREACHABLE.has(code))
		return new DatabaseUnavailableError('unreachable', where, { cause: error });
	return error;
}

import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseUnusableError } from '../errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/** https://sqlite.org/fileformat.html#the_database_header */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\u0000';

function readHeader(path: string): { header: Buffer; size: number } {
	// For writing too, though nothing is written: SQLite would open a file it may only read, and fail later.
	const file = openSync(path, 'r+');
	try {
		const header = Buffer.alloc(HEADER_BYTES);
		const read = readSync(file, header, 0, HEADER_BYTES, 0);
		return { header: header.subarray(0, read), size: fstatSync(file).size };
	} finally {
		closeSync(file);
	}
}

/** A file cut short holds fewer pages than its header says, when the header is known to be current. */
function isCutShort(header: Buffer, size: number): boolean {
	const stored = header.readUInt16BE(16);
	const pageSize = stored === 1 ? 65_536 : stored;
	const isCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
	return isCurrent && header.readUInt32BE(28) * pageSize > size;
}

/**
 * What is under a path: nothing yet, a file that is whole by itself, one whose creation was interrupted,
 * or one that is only whole with the log beside it.
 */
export type Found = 'nothing' | 'whole' | 'unfinished' | 'logged';

const hasLog = (path: string): boolean =>
	(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Looks at the first bytes of a database file without opening it as a database: merely opening one in
 * WAL mode may write beside it or into it, and what is not ours must stay as it is.
 *
 * @returns `nothing` for a missing or empty file, to be created.
 * @throws DatabaseUnusableError when it is damaged, another program's or newer than this one.
 */
export function inspectFile(path: string): Found {
	if (!existsSync(path)) return 'nothing';
	// Asked first: a log that goes meanwhile has been copied whole into the file we read next.
	const logged = hasLog(path);
	const { header, size } = readHeader(path);
	if (size === 0) return 'nothing';
	// Only our own interrupted creation leaves this journal; SQLite must play it back first.
	if (existsSync(`${path}-journal`)) return 'unfinished';
	if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== MAGIC)
		throw new DatabaseUnusableError('damaged', path);
	if (header.readUInt32BE(68) !== APPLICATION_ID) throw new DatabaseUnusableError('not_ours', path);
	if (header.readUInt32BE(60) > SCHEMA_VERSION) throw new DatabaseUnusableError('newer', path);
	// While the log is copied into the file, or was when a process died, the header comes first and
	// the pages it counts after: only SQLite, which reads both, can tell what is missing.
	if (logged) return 'logged';
	if (isCutShort(header, size)) throw new DatabaseUnusableError('damaged', path);
	return 'whole';
}

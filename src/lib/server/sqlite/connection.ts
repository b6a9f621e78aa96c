import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { DatabaseUnavailableError, DatabaseUnusableError } from '../errors.ts';
import { translateError } from './errors.ts';
import { inspectFile } from './inspect.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

export type SqlValue = string | number | null | Uint8Array;
export type Row = readonly SqlValue[];

/** SQLite waits in its own call and the whole process with it: short, then we wait outside and try again. */
const BLOCKING_WAIT_MS = 100;
const RETRY_MS = 25;
/** Pages kept in memory: only what is really read; large change sets need it while they are written. */
const CACHE_KIB = 64 * 1024;
/** Beyond this a full check would slow every start; damage then shows where it is read. */
const MAX_CHECKED_BYTES = 32 * 1024 * 1024;

/**
 * One value asked without preparing a statement: the binding only lets go of a file once every
 * statement prepared on it is garbage, and a file we refuse must be let go of at once.
 */
function ask(database: InstanceType<typeof DatabaseSync>, value: string, from: string): unknown {
	let answer: unknown;
	database.function('answer', (found: unknown) => {
		answer = found;
		return 0;
	});
	database.exec(`SELECT answer(${value}) FROM ${from}`);
	return answer;
}

/** One level at a time: Node's own `recursive` tries for ever where none can be made, as under `/proc`. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	try {
		mkdirSync(path);
	} catch (error) {
		// Another process may just have made it.
		if (!existsSync(path)) throw error;
	}
}

/** Who is told that a write waits for another process, and who ends that. */
interface Waiting {
	onWait?: (() => void) | undefined;
	signal?: AbortSignal | undefined;
}

/** One connection: prepared statements kept, reads consistent, writes queued and all or nothing. */
export class Connection {
	readonly #path: string;
	readonly #busyTimeoutMs: number;
	readonly #waiting: Waiting;
	readonly #statements = new Map<string, StatementSyncInstance>();
	#database: InstanceType<typeof DatabaseSync> | undefined;
	#isClosed = false;
	#writers: Promise<unknown> = Promise.resolve();

	constructor(path: string, busyTimeoutMs: number, waiting: Waiting = {}) {
		this.#path = path;
		this.#busyTimeoutMs = busyTimeoutMs;
		this.#waiting = waiting;
	}

	/** Rows as arrays of columns. @throws the port's errors. */
	rows(sql: string, ...parameters: SqlValue[]): Row[] {
		return this.#guard(() => this.#statement(sql).all(...parameters));
	}

	/** Runs a statement; answers the row number of what it inserted last. */
	run(sql: string, ...parameters: SqlValue[]): number {
		return this.#guard(() => Number(this.#statement(sql).run(...parameters).lastInsertRowid));
	}

	/** The `body` column of a query, in no order, parsed in one go: far cheaper than row by row. */
	bodies<T>(sql: string, ...parameters: SqlValue[]): T[] {
		const [row] = this.rows(`SELECT group_concat(body, ',') FROM (${sql})`, ...parameters);
		const records: T[] = JSON.parse(`[${row?.[0] ?? ''}]`);
		return records;
	}

	/** Several reads of one state of the database, whatever others write meanwhile. */
	read<T>(work: () => T): T {
		return this.#transaction('BEGIN', work);
	}

	/** Waits for its turn, in this process and among others, then writes all or nothing. */
	write<T>(work: () => T): Promise<T> {
		const turn = this.#writers.then(() =>
			this.#patiently(() => this.#transaction('BEGIN IMMEDIATE', work))
		);
		this.#writers = turn.catch(() => undefined);
		return turn;
	}

	/** The same for work that waits between its statements: nothing else is asked meanwhile. */
	writeLong<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#writers.then(async () => {
			const database = await this.#patiently(() => {
				const opened = this.#open();
				this.#guard(() => opened.exec('BEGIN IMMEDIATE'));
				return opened;
			});
			try {
				const result = await work();
				this.#guard(() => database.exec('COMMIT'));
				return result;
			} catch (error) {
				if (database.isTransaction) database.exec('ROLLBACK');
				throw error;
			}
		});
		this.#writers = turn.catch(() => undefined);
		return turn;
	}

	/** The same on a connection of its own: whoever reads on this one meanwhile sees what was before. */
	writeAside<T>(work: (aside: Connection) => Promise<T>): Promise<T> {
		if (this.#path === ':memory:') return this.writeLong(() => work(this));
		const turn = this.#writers.then(async () => {
			const aside = new Connection(this.#path, this.#busyTimeoutMs, this.#waiting);
			try {
				return await aside.writeLong(() => work(aside));
			} finally {
				aside.#release();
			}
		});
		this.#writers = turn.catch(() => undefined);
		return turn;
	}

	/** Opens, and brings the schema to this program's version. Waits for writers like a writer. */
	async migrate(): Promise<void> {
		const version = await this.#patiently(() => this.#version());
		if (version < SCHEMA_VERSION) {
			await this.write(() => {
				const database = this.#open();
				for (const migration of MIGRATIONS.slice(this.#version())) database.exec(migration);
				database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
				database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
			});
		}
		// Only now: a file in WAL mode has its final application id, whatever interrupts us.
		await this.#patiently(() => this.rows('PRAGMA journal_mode = WAL'));
	}

	/** Once the writers that wait have had their turn. */
	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#writers;
		const database = this.#database;
		this.#database = undefined;
		this.#statements.clear();
		// The binding closes late (see `ask`): the log goes into the file now, so the file alone is whole.
		try {
			database?.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		} finally {
			database?.close();
		}
	}

	/** Lets go of the file; its log goes into it when others that use it are done. */
	#release(): void {
		this.#isClosed = true;
		this.#statements.clear();
		this.#database?.close();
		this.#database = undefined;
	}

	/** Tries until no other process holds the lock, or until we have waited long enough. */
	async #patiently<T>(work: () => T): Promise<T> {
		const deadline = Date.now() + this.#busyTimeoutMs;
		for (let tries = 1; ; tries++) {
			try {
				return work();
			} catch (error) {
				const isLocked = error instanceof DatabaseUnavailableError && error.reason === 'locked';
				if (!isLocked || Date.now() >= deadline) throw error;
				if (tries === 1) this.#waiting.onWait?.();
			}
			this.#waiting.signal?.throwIfAborted();
			await delay(RETRY_MS);
		}
	}

	#transaction<T>(begin: string, work: () => T): T {
		const database = this.#open();
		this.#guard(() => database.exec(begin));
		try {
			const result = work();
			this.#guard(() => database.exec('COMMIT'));
			return result;
		} catch (error) {
			if (database.isTransaction) database.exec('ROLLBACK');
			throw error;
		}
	}

	#statement(sql: string): StatementSyncInstance {
		const known = this.#statements.get(sql);
		if (known) return known;
		const statement = this.#open().prepare(sql);
		statement.setReturnArrays(true);
		this.#statements.set(sql, statement);
		return statement;
	}

	#version(): number {
		const [row] = this.rows('PRAGMA user_version');
		return Number(row?.[0] ?? 0);
	}

	#open(): InstanceType<typeof DatabaseSync> {
		if (this.#database) return this.#database;
		if (this.#isClosed) throw new DatabaseUnavailableError('unreachable', this.#path);
		return this.#guard(() => {
			const found = this.#path === ':memory:' ? 'nothing' : inspectFile(this.#path);
			if (this.#path !== ':memory:') makeFolder(dirname(this.#path));
			if (found === 'logged') this.#recogniseLogged();
			const timeout = Math.min(this.#busyTimeoutMs, BLOCKING_WAIT_MS);
			const database = new DatabaseSync(this.#path, { timeout });
			try {
				if (found === 'whole' || found === 'unfinished') this.#recognise(database);
				database.exec(
					`PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KIB}`
				);
			} catch (error) {
				database.close();
				throw error;
			}
			this.#database = database;
			return database;
		});
	}

	/** For reading only: closing another connection copies the log into a file we may be about to refuse. */
	#recogniseLogged(): void {
		const timeout = Math.min(this.#busyTimeoutMs, BLOCKING_WAIT_MS);
		const database = new DatabaseSync(this.#path, { readOnly: true, timeout });
		try {
			this.#recognise(database);
		} finally {
			database.close();
		}
	}

	/** What the header said, asked again of the database itself: its log may know better. */
	#recognise(database: InstanceType<typeof DatabaseSync>): void {
		if (ask(database, 'count(*)', 'sqlite_schema') === 0) return;
		if (ask(database, 'application_id', 'pragma_application_id') !== APPLICATION_ID)
			throw new DatabaseUnusableError('not_ours', this.#path);
		if (Number(ask(database, 'user_version', 'pragma_user_version')) > SCHEMA_VERSION)
			throw new DatabaseUnusableError('newer', this.#path);
		if (statSync(this.#path).size > MAX_CHECKED_BYTES) return;
		if (ask(database, 'quick_check', 'pragma_quick_check') !== 'ok')
			throw new DatabaseUnusableError('damaged', this.#path);
	}

	#guard<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			throw translateError(error, this.#path);
		}
	}
}

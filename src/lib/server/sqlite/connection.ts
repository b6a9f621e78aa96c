import { mkdirSync, statSync } from 'node:fs';
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
/** Beyond this a full check would slow every start; damage then shows where it is read. */
const MAX_CHECKED_BYTES = 32 * 1024 * 1024;

/** One connection: prepared statements kept, reads consistent, writes queued and all or nothing. */
export class Connection {
	readonly #path: string;
	readonly #busyTimeoutMs: number;
	readonly #statements = new Map<string, StatementSyncInstance>();
	#database: InstanceType<typeof DatabaseSync> | undefined;
	#isClosed = false;
	#writers: Promise<unknown> = Promise.resolve();

	constructor(path: string, busyTimeoutMs: number) {
		this.#path = path;
		this.#busyTimeoutMs = busyTimeoutMs;
	}

	/** Rows as arrays of columns. @throws the port's errors. */
	rows(sql: string, ...parameters: SqlValue[]): Row[] {
		return this.#guard(() => this.#statement(sql).all(...parameters));
	}

	run(sql: string, ...parameters: SqlValue[]): void {
		this.#guard(() => this.#statement(sql).run(...parameters));
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
		this.#statements.clear();
		this.#database?.close();
		this.#database = undefined;
	}

	/** Tries until no other process holds the lock, or until we have waited long enough. */
	async #patiently<T>(work: () => T): Promise<T> {
		const deadline = Date.now() + this.#busyTimeoutMs;
		for (;;) {
			try {
				return work();
			} catch (error) {
				const isLocked = error instanceof DatabaseUnavailableError && error.reason === 'locked';
				if (!isLocked || Date.now() >= deadline) throw error;
			}
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
			const exists = this.#path !== ':memory:' && inspectFile(this.#path);
			if (this.#path !== ':memory:') mkdirSync(dirname(this.#path), { recursive: true });
			const timeout = Math.min(this.#busyTimeoutMs, BLOCKING_WAIT_MS);
			const database = new DatabaseSync(this.#path, { timeout });
			try {
				if (exists) this.#recognise(database);
				database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
			} catch (error) {
				database.close();
				throw error;
			}
			this.#database = database;
			return database;
		});
	}

	/** What the header said, asked again of the database itself: its log may know better. */
	#recognise(database: InstanceType<typeof DatabaseSync>): void {
		const pragma = (name: string): unknown => {
			const statement = database.prepare(`PRAGMA ${name}`);
			statement.setReturnArrays(true);
			return statement.all().flat()[0];
		};
		const [{ tables } = { tables: 0 }] = database
			.prepare('SELECT count(*) AS tables FROM sqlite_schema')
			.all();
		if (tables === 0) return;
		if (pragma('application_id') !== APPLICATION_ID)
			throw new DatabaseUnusableError('not_ours', this.#path);
		if (Number(pragma('user_version')) > SCHEMA_VERSION)
			throw new DatabaseUnusableError('newer', this.#path);
		if (statSync(this.#path).size <= MAX_CHECKED_BYTES && pragma('quick_check(1)') !== 'ok')
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

import neo4j, { type BookmarkManager, type Driver, type Session } from 'neo4j-driver';
import { translate } from './failures.ts';
import { startWatch, type Watch } from './watch.ts';

export interface Neo4jOptions {
	/** `bolt://` or `neo4j://` (routing), with `+s` for an encrypted one. */
	uri: string;
	user: string;
	password: string;
	/** The server's default database when absent. */
	database?: string | undefined;
	/** Longest silence of the server we bear, in milliseconds. */
	timeoutMs?: number | undefined;
	/** How long to wait for another writer, in milliseconds; `timeoutMs` by default. */
	patienceMs?: number | undefined;
	/** Called when a wait for another writer has lasted a second. */
	onWait?: (() => void) | undefined;
}

export type Row = Readonly<Record<string, unknown>>;
export type Query = (cypher: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

/** What a write may say of how long it waits, and for what. */
export interface Writing {
	query: Query;
	/** Runs a query that waits for another writer: silence there means locked, not away. */
	lock: Query;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const CONNECTION_MS = 5_000;
/** A wait shorter than this is not worth a word. */
const WAIT_SAID_MS = 1_000;
/** Past the lock, one batch or the commit of a large change set may rightly take longer. */
const WRITE_PATIENCE_MS = 120_000;
/** What the server itself stops when we are no longer there to ask. */
const SERVER_LIMIT_MS = 600_000;

/** One driver for the process: its pool, its bookmarks, its patience. */
export class Connection {
	readonly where: string;
	readonly #driver: Driver;
	readonly #database: string | undefined;
	readonly #timeoutMs: number;
	readonly #patienceMs: number;
	readonly #onWait: () => void;
	#bookmarks: BookmarkManager = neo4j.bookmarkManager();

	constructor(options: Neo4jOptions) {
		const { uri, user, password, database, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
		this.where = database === undefined ? uri : `${uri} (${database})`;
		this.#database = database;
		this.#timeoutMs = timeoutMs;
		this.#patienceMs = options.patienceMs ?? timeoutMs;
		this.#onWait = options.onWait ?? (() => undefined);
		this.#driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
			connectionTimeout: Math.min(CONNECTION_MS, timeoutMs),
			connectionAcquisitionTimeout: timeoutMs,
			// Shorter than our own patience, so that what is told is the driver's reason, not ours.
			maxTransactionRetryTime: Math.round(timeoutMs / 4),
			connectionLivenessCheckTimeout: 30_000,
			disableLosslessIntegers: true,
			userAgent: 'maillage'
		});
	}

	/** Runs `work` in one reading transaction; the driver may run it again, so it keeps nothing. */
	read<T>(work: (query: Query) => Promise<T>): Promise<T> {
		return this.#guarded('READ', (session, watch) =>
			session.executeRead(
				(tx) => work((cypher, parameters) => collect(tx.run(cypher, parameters), watch)),
				{ timeout: SERVER_LIMIT_MS }
			)
		);
	}

	/** Runs `work` in one writing transaction; the driver may run it again, so it keeps nothing. */
	write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
		return this.#guarded('WRITE', (session, watch) =>
			session.executeWrite(
				(tx) => {
					const query: Query = (cypher, parameters) => collect(tx.run(cypher, parameters), watch);
					const lock: Query = async (cypher, parameters) => {
						watch.expect('locked', this.#patienceMs);
						const saying = setTimeout(this.#onWait, WAIT_SAID_MS);
						const rows = await query(cypher, parameters).finally(() => clearTimeout(saying));
						watch.expect('unreachable', Math.max(this.#timeoutMs, WRITE_PATIENCE_MS));
						return rows;
					};
					return work({ query, lock });
				},
				{ timeout: SERVER_LIMIT_MS }
			)
		);
	}

	/** Runs one statement by itself, once: schema changes, which no transaction may mix with data. */
	statement(cypher: string): Promise<Row[]> {
		return this.#guarded('WRITE', (session, watch) => collect(session.run(cypher), watch));
	}

	/** One attempt, no retry: whoever asks wants to know now. */
	async ping(): Promise<void> {
		await this.#guarded('READ', (session, watch) => collect(session.run('RETURN 1'), watch));
	}

	close(): Promise<void> {
		return this.#driver.close();
	}

	#session(defaultAccessMode: 'READ' | 'WRITE'): Session {
		return this.#driver.session({
			defaultAccessMode,
			bookmarkManager: this.#bookmarks,
			...(this.#database === undefined ? {} : { database: this.#database })
		});
	}

	async #guarded<T>(
		mode: 'READ' | 'WRITE',
		work: (session: Session, watch: Watch) => Promise<T>
	): Promise<T> {
		const session = this.#session(mode);
		const watch = startWatch(this.#timeoutMs, this.where);
		try {
			return await Promise.race([work(session, watch), watch.expired]);
		} catch (error) {
			// A server restored from a copy never reaches what the old one had confirmed.
			if (error instanceof neo4j.Neo4jError && error.code.includes('Bookmark'))
				this.#bookmarks = neo4j.bookmarkManager();
			throw translate(error, this.where);
		} finally {
			watch.stop();
			// Not awaited: closing politely would wait for a server that may be gone.
			session.close().catch(() => undefined);
		}
	}
}

/** All rows of a result; each one that comes shows that the server is alive. */
function collect(result: ReturnType<Session['run']>, watch: Watch): Promise<Row[]> {
	return new Promise((resolve, reject) => {
		const rows: Row[] = [];
		result.subscribe({
			onNext(record) {
				watch.touch();
				rows.push(record.toObject());
			},
			onCompleted() {
				watch.touch();
				resolve(rows);
			},
			onError: reject
		});
	});
}

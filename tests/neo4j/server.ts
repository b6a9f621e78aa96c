import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { jarsOf, launcherOf } from './jars.ts';
import { ensureMaven, findJdk } from './jdk.ts';

/** The versions the program is held to: the long-term one and the newest of the calendar. */
export const NEO4J_LTS = { version: '5.26.20', jdk: 17 } as const;
export const NEO4J_NEWEST = { version: '2026.05.0', jdk: 21 } as const;
export type Neo4jVersion = typeof NEO4J_LTS | typeof NEO4J_NEWEST;

export interface Neo4jServer {
	uri: string;
	port: number;
	/** Ends the server; its data go with it unless the folder was given. */
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
	/** Stops it where it stands: it holds its connections, accepts new ones and answers nothing. */
	freeze(): Promise<void>;
	/** Lets it go on as if nothing had happened. */
	thaw(): void;
}

export interface StartOptions {
	/** Asked of user `neo4j`; without one the server asks for nothing. */
	password?: string;
	/** Kept after `stop`, to start again on. */
	folder?: string;
	port?: number;
	/** What it may hold in memory, as Java says it: more than tests need, for a large transaction. */
	heap?: string;
}

const OPENS = [
	'java.base/java.nio',
	'java.base/java.io',
	'java.base/sun.nio.ch',
	'java.base/java.util.concurrent'
].map((name) => `--add-opens=${name}=ALL-UNNAMED`);
// A test server lives a minute: what pays off later (second compiler, parallel collector) only costs.
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const START_LIMIT_MS = 120_000;

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}

/** Resolves when the server says it is ready; rejects with what it printed when it dies first. */
function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let printed = '';
		const fail = (why: string): void => reject(new Error(`${why}\n${printed.slice(-4000)}`));
		const timer = setTimeout(() => {
			child.kill('SIGKILL');
			fail('Neo4j did not start in time');
		}, START_LIMIT_MS);
		const read = (data: Buffer): void => {
			printed = (printed + data.toString()).slice(-20_000);
			if (!/^READY$/m.test(printed)) return;
			clearTimeout(timer);
			resolve();
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.once('error', (error) => fail(error.message));
		child.once('exit', (code) => {
			clearTimeout(timer);
			fail(`Neo4j ended with code ${code}`);
		});
	});
}

/** Resolves when every thread stands still: until then, on a busy machine, one may still answer. */
async function freeze(child: ChildProcess): Promise<void> {
	child.kill('SIGSTOP');
	const threads = `/proc/${child.pid}/task`;
	if (!existsSync(threads)) return;
	const stopped = (thread: string): boolean =>
		/^State:\s+T/m.test(readFileSync(join(threads, thread, 'status'), 'utf8'));
	while (!readdirSync(threads).every(stopped)) await setImmediate();
}

/** True when this machine has a Java for that version. */
export const canStart = async (wanted: Neo4jVersion): Promise<boolean> =>
	(await findJdk(wanted.jdk)) !== undefined;

/** A Java and what it needs to run the server. */
async function prepare(wanted: Neo4jVersion): Promise<{ java: string; classes: string }> {
	if (wanted.jdk === 17 && !(await canStart(wanted))) await ensureMaven();
	const java = await findJdk(wanted.jdk);
	if (!java) throw new Error(`Neo4j ${wanted.version} needs a JDK ${wanted.jdk} or newer`);
	const jars = await jarsOf(wanted.version);
	const launcher = await launcherOf(wanted.version, java, jars);
	return { java, classes: [launcher, join(jars, '*')].join(delimiter) };
}
let preparing: Promise<unknown> = Promise.resolve();

/**
 * Starts a real Neo4j Community on a free port of this machine, without Docker: Maven's jars and an
 * installed JDK (both installed when missing, where we may).
 */
export async function startNeo4j(
	wanted: Neo4jVersion = NEO4J_LTS,
	options: StartOptions = {}
): Promise<Neo4jServer> {
	// One at a time: neither the package manager nor Maven's own cache likes company.
	const prepared = preparing.then(() => prepare(wanted));
	preparing = prepared.catch(() => undefined);
	const { java, classes } = await prepared;
	const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'maillage-neo4j-'));
	const port = options.port ?? (await freePort());
	const password = options.password === undefined ? [] : [options.password];
	const child = spawn(
		java,
		[
			...OPENS,
			...SHORT_LIVED,
			`-Xmx${options.heap ?? '512m'}`,
			'-cp',
			classes,
			'Neo4jServer',
			folder,
			String(port),
			...password
		],
		{ stdio: ['pipe', 'pipe', 'pipe'] }
	);
	const exited = new Promise<void>((done) => {
		child.once('exit', () => done());
		child.once('error', () => done());
	});
	const clean = (): void => {
		if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
	};
	const kill = async (): Promise<void> => {
		child.kill('SIGKILL');
		await exited;
		clean();
	};
	try {
		await ready(child);
	} catch (error) {
		clean();
		throw error;
	}
	return {
		uri: `bolt://127.0.0.1:${port}`,
		port,
		kill,
		freeze: () => freeze(child),
		thaw: () => void child.kill('SIGCONT'),
		async stop() {
			// An orderly end is only worth its seconds when somebody opens the data again.
			if (options.folder === undefined) return kill();
			child.stdin?.end();
			await exited;
		}
	};
}

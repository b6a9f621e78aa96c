import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { m } from '#lib/i18n/paraglide/messages.js';
import { locatedSentence } from '#lib/i18n/problems.ts';
import { configSentence, databaseSentence, isDatabaseFailure } from '#lib/i18n/sentences.ts';
import { speakTerminalLanguage } from '#lib/i18n/terminal-locale.ts';
import { ConfigError, readConfig, type Config } from '#lib/server/config.ts';
import { isAllowedHost } from '#lib/server/http/hosts.ts';
import { secure } from '#lib/server/http/security-headers.ts';
import type { SeedRefusedError } from '#lib/server/starter.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Environment = Record<string, string | undefined>;

const DATA_REFUSED = 1;
const WRONG_CALL = 2;
const DATABASE_UNUSABLE = 3;
/** How long answers under way may take once we are asked to stop. */
const GRACE_MS = 5000;
/** A file of 20 MB and the form it comes in. */
const LARGEST_FILE = '21M';
/** Ours to write on each request, so that nobody outside can: see `listen`. */
const PROTOCOL_HEADER = 'x-maillage-protocol';

function end(code: number, ...sentences: string[]): never {
	for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
	process.exit(code);
}

function configOf(env: Environment): Config {
	try {
		return readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) end(WRONG_CALL, ...error.problems.map(configSentence));
		throw error;
	}
}

/** By its name: the site's bundle has its own copy of the class. */
const isSeedRefusal = (error: unknown): error is Pick<SeedRefusedError, 'problems'> =>
	error instanceof Error && error.name === 'SeedRefusedError' && 'problems' in error;

/** The site's own bundle: loading it opens the database. */
async function loadHandler(): Promise<Handler> {
	const file: string = new URL('./handler.js', import.meta.url).href;
	try {
		const module: { handler: Handler } = await import(/* @vite-ignore */ file);
		return module.handler;
	} catch (error) {
		const cause = error instanceof Error ? error.cause : undefined;
		if (isDatabaseFailure(cause)) end(DATABASE_UNUSABLE, databaseSentence(cause));
		if (isSeedRefusal(cause)) end(DATA_REFUSED, ...cause.problems.map(locatedSentence));
		throw error;
	}
}

function listen(server: Server, { host, port }: Config): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, resolve);
	});
}

function cannotListen(error: unknown, { host, port }: Config): never {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const at = { host, port: String(port) };
	if (code === 'EADDRINUSE') end(WRONG_CALL, m.cli_start_port_taken(at));
	if (code === 'EACCES') end(WRONG_CALL, m.cli_start_port_forbidden(at));
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		end(WRONG_CALL, m.cli_start_host_unknown(at));
	throw error;
}

function addressOf({ host, port, origin }: Config): string {
	return origin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
}

function stopOnSignals(server: Server): void {
	const stop = (signal: NodeJS.Signals) => {
		server.close(() => process.emit('sveltekit:shutdown' as 'exit', signal as never));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
		setTimeout(() => process.exit(0), 2 * GRACE_MS).unref();
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

/** A file of the site that is gone, as when it is built anew under a server, ends its own answer and nothing else. */
function outliveMissingFile(this: ServerResponse, file: Readable): void {
	file.once('error', () => this.destroy());
}

/**
 * Serves the built site until it is told to stop. Says one sentence and ends with 2 when a variable or
 * the address is wrong, with 3 when the database cannot be used.
 */
export async function serve(env: Environment): Promise<void> {
	speakTerminalLanguage(env);
	const config = configOf(env);
	// Without ORIGIN the adapter would believe every request came by https.
	if (!config.origin) process.env['PROTOCOL_HEADER'] ??= PROTOCOL_HEADER;
	// The adapter reads it as it loads. Only the person at this keyboard brings files in.
	if (config.mode === 'local') process.env['BODY_SIZE_LIMIT'] ??= LARGEST_FILE;
	const handler = await loadHandler();
	const headers = new Headers();
	secure(headers, { https: config.origin?.startsWith('https:') ?? false, openToAll: false });
	const server = createServer((request, response) => {
		request.headers[PROTOCOL_HEADER] = 'http';
		// Files and redirections are answered before any hook: they get their headers here, and what is
		// asked under a name that is not ours is led to the hook that refuses it.
		response.setHeaders(headers);
		response.on('pipe', outliveMissingFile);
		const isOurs = isAllowedHost(request.headers.host ?? null, config.allowedHosts);
		if (!isOurs && !request.url?.startsWith('/api/')) request.url = '/';
		handler(request, response);
	});
	await listen(server, config).catch((error: unknown) => cannotListen(error, config));
	stopOnSignals(server);
	process.stdout.write(`${m.cli_start_ready({ address: addressOf(config) })}\n`);
}

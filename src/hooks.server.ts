import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { explain, isPreparing } from '#lib/i18n/explain.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { createApp, type App } from '#lib/server/app.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { compressed } from '#lib/server/http/compress.ts';
import { Metrics } from '#lib/server/http/metrics.ts';
import { RateLimit } from '#lib/server/http/rate-limit.ts';
import { refusalOf } from '#lib/server/http/refusal.ts';
import { tooMany } from './routes/api/problem.ts';
import { allowFraming, isFramed } from '#lib/server/http/framing.ts';
import { lastResortPolicy, secure, withMapOrigin } from '#lib/server/http/security-headers.ts';
import { THEME_COOKIE, themeOf } from '#lib/server/http/theme.ts';
import { createLog, logFailure, type Log } from '#lib/server/log.ts';
import lastResort from './error.html?raw';

const POLICY = 'content-security-policy';
const LAST_RESORT_POLICY = lastResortPolicy(lastResort);

interface Running {
	config: Config;
	app: App;
	log: Log;
	limit: RateLimit;
	metrics: Metrics;
}
let running: Running | undefined;
const API = /^\/(demonstration\/)?api\//;

/**
 * Checks the configuration and opens the database, before the first request.
 * @throws {ConfigError} @throws {StartupError} which the launcher turns into one sentence
 */
export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig(process.env);
	const log = createLog(config.logLevel);
	const app = await createApp(config, { onError: (error) => logFailure(log, error) });
	const limit = new RateLimit(config.mode === 'public' ? config.rate : 0);
	running = { config, app, log, limit, metrics: new Metrics() };
	process.once('sveltekit:shutdown', () => void app.close());
};

const started = (): Running => {
	if (!running) throw new Error('a request came before the start was over');
	return running;
};

const report = ({ request, url }: RequestEvent, error: unknown): void => {
	if (running && !isPreparing(error))
		logFailure(running.log, error, { method: request.method, path: url.pathname });
};

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		event.locals.theme = themeOf(event.cookies.get(THEME_COOKIE));
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', locale).replace('%theme%', event.locals.theme)
		});
	});

/** A refusal in the reader's language: a problem for programs, a sentence for people. */
function refused(path: string, status: 403 | 421, sentence: string): Response {
	const isApi = API.test(path);
	const problem = { type: 'about:blank', title: sentence, status };
	return new Response(isApi ? JSON.stringify(problem) : `${sentence}\n`, {
		status,
		headers: {
			'content-type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
			'content-language': getLocale(),
			'cache-control': 'no-store'
		}
	});
}

const gate: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	switch (refusalOf(request, started().config)) {
		case undefined:
			return resolve(event);
		case 'host': {
			const host = request.headers.get('host') ?? '';
			return refused(url.pathname, 421, m.errors_host_refused({ host }));
		}
		case 'origin':
			return refused(url.pathname, 403, m.errors_origin_refused());
	}
};

/** The header that names callers may be missing from a request that came past the proxy: one caller for all. */
function callerOf(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unnamed';
	}
}

/** Programs that ask too much of a public instance wait; its pages and files are never refused. */
const limit: Handle = ({ event, resolve }) => {
	if (!API.test(event.url.pathname)) return resolve(event);
	const seconds = started().limit.take(callerOf(event));
	return seconds === 0 ? resolve(event) : tooMany(seconds);
};

const measure: Handle = async ({ event, resolve }) => {
	const { config, metrics } = started();
	event.locals.metrics = { openTo: config.metrics, text: () => metrics.text() };
	const start = performance.now();
	const response = await resolve(event);
	const seconds = (performance.now() - start) / 1000;
	const { route, request } = event;
	metrics.note({ route: route.id, method: request.method, status: response.status, seconds });
	return response;
};

const answer: Handle = async ({ event, resolve }) => {
	event.locals.app = started().app;
	event.locals.report = (error) => report(event, error);
	let response = await resolve(event);
	const failure = event.locals.failure;
	// SvelteKit answers 500 to whatever a page throws; a database that is away is a 503.
	if (failure && response.status === 500) {
		const headers = new Headers(response.headers);
		if (failure.retryAfter) headers.set('retry-after', String(failure.retryAfter));
		response = new Response(response.body, { status: failure.status, headers });
	}
	if (response.headers.get('content-type')?.startsWith('text/html')) {
		response.headers.append('vary', 'Cookie, Accept-Language');
		if (!response.headers.has('cache-control'))
			response.headers.set('cache-control', 'private, no-cache');
	}
	return dev ? response : compressed(event.request, response);
};

const protect: Handle = async ({ event, resolve }) => {
	const { config } = started();
	const response = await resolve(event);
	secure(response.headers, {
		https: config.origin?.startsWith('https:') ?? false,
		openToAll: config.mode === 'public' && API.test(event.url.pathname)
	});
	if (isFramed(event.url.pathname)) allowFraming(response.headers);
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	const policy = response.headers.get(POLICY);
	if (isPage && !policy) response.headers.set(POLICY, LAST_RESORT_POLICY);
	if (policy && config.mapStyleUrl)
		response.headers.set(POLICY, withMapOrigin(policy, config.mapStyleUrl));
	return response;
};

export const handle: Handle = sequence(measure, protect, language, gate, limit, answer);

/** What the reader is told; what really happened goes to the log. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const told = explain(error, status);
	if (told.status >= 500) report(event, error);
	event.locals.failure = told;
	const { status: sent, title, message, remedy } = told;
	return { status: sent, message, remedy, ...(title ? { title } : {}) };
};

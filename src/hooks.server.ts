import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { explain } from '#lib/i18n/explain.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { createApp, type App } from '#lib/server/app.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { compressed } from '#lib/server/http/compress.ts';
import { refusalOf } from '#lib/server/http/refusal.ts';
import { secure } from '#lib/server/http/security-headers.ts';
import { THEME_COOKIE, themeOf } from '#lib/server/http/theme.ts';
import { createLog, logFailure, type Log } from '#lib/server/log.ts';

let running: { config: Config; app: App; log: Log } | undefined;

/**
 * Checks the configuration and opens the database, before the first request.
 * @throws {ConfigError} @throws {StartupError} which the launcher turns into one sentence
 */
export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig(process.env);
	const log = createLog(config.logLevel);
	const app = await createApp(config, { onError: (error) => logFailure(log, error) });
	running = { config, app, log };
	process.once('sveltekit:shutdown', () => void app.close());
};

const started = (): NonNullable<typeof running> => {
	if (!running) throw new Error('a request came before the start was over');
	return running;
};

const report = ({ request, url }: RequestEvent, error: unknown): void => {
	if (running) logFailure(running.log, error, { method: request.method, path: url.pathname });
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

const gate: Handle = async ({ event, resolve }) => {
	const refusal = refusalOf(event.request, started().config);
	if (!refusal) return resolve(event);
	const host = event.request.headers.get('host') ?? '';
	const sentence = refusal === 'host' ? m.errors_host_refused({ host }) : m.errors_origin_refused();
	return new Response(`${sentence}\n`, {
		status: refusal === 'host' ? 421 : 403,
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
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
		openToAll: config.mode === 'public' && event.url.pathname.startsWith('/api/')
	});
	return response;
};

export const handle: Handle = sequence(protect, language, gate, answer);

/** What the reader is told; what really happened goes to the log. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const told = explain(error, status);
	if (told.status >= 500) report(event, error);
	event.locals.failure = told;
	return { message: told.message, remedy: told.remedy, status: told.status };
};

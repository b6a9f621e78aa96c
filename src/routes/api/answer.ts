import type { RequestEvent } from '@sveltejs/kit';
import { apiSentences } from '#lib/i18n/api-sentences.ts';
import { explain } from '#lib/i18n/explain.ts';
import { changeSentence } from '#lib/i18n/change-sentences.ts';
import { departureLines } from '#lib/i18n/departure-sentences.ts';
import { sayFigure } from '#lib/i18n/figure-sentences.ts';
import { pathSentence } from '#lib/i18n/path-sentences.ts';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { NETWORK_MEDIA_TYPE } from '#lib/network/payload.ts';
import { endpointAt } from '#lib/server/api/endpoints.ts';
import type { Answer } from '#lib/server/api/endpoint.ts';
import { badCursor, readQuery } from '#lib/server/api/parameters.ts';
import { ApiError } from '#lib/server/api/problem.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { InvalidCursorError } from '#lib/server/errors.ts';
import { etagOf, isKnown } from '#lib/server/http/etag.ts';
import { problem } from './problem.ts';

const VARY = 'Accept, Accept-Encoding, Accept-Language, Cookie';

function refuse(event: RequestEvent, error: unknown): Response {
	const asked = error instanceof InvalidCursorError ? badCursor(error.cursor) : error;
	if (asked instanceof ApiError) {
		const { title, detail } = apiSentences(asked.problem);
		return problem(asked.problem.status, title, detail);
	}
	const told = explain(error);
	event.locals.report(error);
	const wait = told.retryAfter ? { 'retry-after': String(told.retryAfter) } : {};
	return problem(told.status, told.message, told.remedy, wait);
}

function send(request: Request, answer: Answer): Response {
	const headers = new Headers({ 'cache-control': 'no-cache', vary: VARY });
	const text = 'body' in answer ? JSON.stringify(answer.body) : '';
	const etag = 'body' in answer ? etagOf(text) : answer.encoded.etag;
	headers.set('etag', etag);
	if (isKnown(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	if ('body' in answer) {
		headers.set('content-type', 'application/json');
		return new Response(text, { headers });
	}
	const { mediaType, encoding, body } = answer.encoded;
	headers.set('content-type', mediaType);
	if (encoding !== 'identity') headers.set('content-encoding', encoding);
	return new Response(new Uint8Array(body), { headers });
}

/** Answers one question to the API about one catalogue. `path` is what follows the API's root. */
export async function answer(
	event: RequestEvent,
	catalogue: Catalogue,
	path: string
): Promise<Response> {
	const { request, url } = event;
	try {
		const found = endpointAt(path);
		if (!found) throw new ApiError({ status: 404, code: 'no_route' });
		const call = {
			catalogue,
			id: found.id,
			query: readQuery(url.searchParams, found.endpoint.parameters),
			compact: (request.headers.get('accept') ?? '').includes(NETWORK_MEDIA_TYPE),
			acceptEncoding: request.headers.get('accept-encoding') ?? '',
			sayPath: pathSentence,
			sayDeparture: departureLines,
			sayChange: changeSentence,
			saySuggestion: { reason: reasonPhrase, objection: objectionPhrase },
			sayFigure
		};
		return send(request, await found.endpoint.answer(call));
	} catch (error) {
		return refuse(event, error);
	}
}

/** For every method that would write. */
export const readOnly = (): Response =>
	problem(405, m.errors_api_method(), m.errors_api_no_route_remedy(), {
		allow: 'GET, HEAD, OPTIONS'
	});

/** What a page of another site may ask, before it asks: only an instance open to all says who may. */
export const preflight = (): Response =>
	new Response(null, {
		status: 204,
		headers: {
			allow: 'GET, HEAD, OPTIONS',
			'access-control-allow-methods': 'GET, HEAD',
			'access-control-allow-headers': 'accept, accept-language, if-none-match',
			'access-control-max-age': '86400'
		}
	});

import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';

/** A refusal as programs read them (RFC 9457), in the language asked for. */
export function problem(
	status: number,
	title: string,
	detail: string,
	more: HeadersInit = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'content-language': getLocale(),
			'cache-control': 'no-store',
			...more
		}
	});
}

/** For a caller that has to wait so many seconds. */
export const tooMany = (seconds: number): Response =>
	problem(429, m.errors_too_many(), m.errors_too_many_remedy({ seconds }), {
		'retry-after': String(seconds)
	});

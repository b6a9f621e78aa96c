import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { cookieName, isLocale } from '#lib/i18n/paraglide/runtime.js';
import { localPath } from '#lib/server/http/local-path.ts';
import type { RequestHandler } from './$types';

/** A year: the choice of a language is kept. */
const MAX_AGE = 31_536_000;

/** Form fields: `to` (fr, en) and `back`, the page to come back to. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await request.formData();
	const to = form.get('to');
	if (!isLocale(to)) error(400, m.errors_choice_refused());
	// The page's own scripts read it to speak the same language.
	cookies.set(cookieName, to, { path: '/', maxAge: MAX_AGE, httpOnly: false, secure: false });
	redirect(303, localPath(form.get('back')));
};

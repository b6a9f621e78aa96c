import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { localPath } from '#lib/server/http/local-path.ts';
import { THEME_COOKIE, THEMES } from '#lib/server/http/theme.ts';
import type { RequestHandler } from './$types';

const MAX_AGE = 31_536_000;

/** Form fields: `to` (auto, light, dark) and `back`, the page to come back to. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await request.formData();
	const to = THEMES.find((theme) => theme === form.get('to'));
	if (!to) error(400, m.errors_choice_refused());
	cookies.set(THEME_COOKIE, to, { path: '/', maxAge: MAX_AGE, secure: false });
	redirect(303, localPath(form.get('back')));
};

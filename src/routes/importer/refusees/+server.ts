import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { aside } from '../aside/aside.server.ts';
import { draftOf } from '../drafts.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const draft = draftOf(url.searchParams.get('fichier'));
	if (locals.app.mode !== 'local' || !draft) error(404, { message: m.import_gone() });
	const { file, choices, who } = draft;
	const found = await aside(locals.app, 'refused', { file, choices, who });
	if ('refused' in found) error(409, { message: found.refused });
	const { name, type, body } = found.value;
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};

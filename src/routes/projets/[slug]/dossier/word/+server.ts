import { m } from '#lib/i18n/paraglide/messages.js';
import { makeWord, WORD_TYPE } from '#lib/proposal/word/make.ts';
import { askedDossier } from '../asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const { framework, dossier } = await askedDossier(
		locals.app.catalogue,
		params.slug,
		url.searchParams
	);
	const name = `${m.proposal_file_name()}-${params.slug}-${framework.id}.docx`;
	return new Response(await makeWord(dossier), {
		headers: {
			'content-type': WORD_TYPE,
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
			'cache-control': 'no-cache'
		}
	});
};

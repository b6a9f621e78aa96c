import { error } from '@sveltejs/kit';
import { plainCsv, plainWorkbook } from '#lib/export/plain-table.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { previewImport } from '#lib/server/import/import-file.ts';
import { draftOf } from '../drafts.server.ts';
import { refusedSheets } from './refused.ts';
import type { RequestHandler } from './$types';

const headers = (type: string, name: string) => ({
	'content-type': type,
	'content-disposition': `attachment; filename="${name}"`,
	'cache-control': 'no-store'
});

/** The refused rows as the file writes them, each with its reason: to correct and drop again. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const draft = draftOf(url.searchParams.get('fichier'));
	if (locals.app.mode !== 'local' || !draft) error(404, { message: m.import_gone() });
	const preview = await previewImport(locals.app.catalogue.repository, draft.file, draft);
	const { separator, format, ties } = preview.understood;
	const sheets = refusedSheets(preview);
	if (ties || format === 'xlsx')
		return new Response(await plainWorkbook(sheets), {
			headers: headers(
				'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
				'lignes-refusees.xlsx'
			)
		});
	return new Response(plainCsv(sheets[0]?.rows ?? [], separator ?? ';'), {
		headers: headers('text/csv; charset=utf-8', 'lignes-refusees.csv')
	});
};

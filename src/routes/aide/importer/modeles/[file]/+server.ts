import { error } from '@sveltejs/kit';
import { plainCsv, plainWorkbook } from '#lib/export/plain-table.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { TEMPLATE_LANGUAGES, TEMPLATE_NAMES, TEMPLATES } from '#lib/import/templates.ts';
import type { RequestHandler } from './$types';

const NAME = /^([a-z]+)-(fr|en)\.(csv|xlsx)$/;

/** A table to fill in: `structures-fr.csv`, `liens-en.xlsx`… */
export const GET: RequestHandler = async ({ params }) => {
	const [, given, language, format] = NAME.exec(params.file) ?? [];
	const name = TEMPLATE_NAMES.find((each) => each === given);
	const of = TEMPLATE_LANGUAGES.find((each) => each === language);
	if (!name || !of) error(404, { message: m.guide_no_template() });
	const { headers, rows } = TEMPLATES[name][of];
	const table = [headers, ...rows];
	const isCsv = format === 'csv';
	const body = isCsv
		? plainCsv(table, of === 'fr' ? ';' : ',')
		: await plainWorkbook([{ sheet: name, rows: table }]);
	return new Response(body, {
		headers: {
			'content-type': isCsv
				? 'text/csv; charset=utf-8'
				: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${params.file}"`
		}
	});
};

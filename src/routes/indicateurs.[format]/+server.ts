import { error, type RequestHandler } from '@sveltejs/kit';
import { tableToCsv } from '#lib/export/csv.ts';
import { figureTable } from '#lib/export/figures.ts';
import { fileStem } from '#lib/export/files.ts';
import { tableToXlsx } from '#lib/export/xlsx.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { figureColumns, figureExport } from '../figures/file.ts';
import { networksAsked } from '../figures/asked.ts';

const FORMATS = ['csv', 'xlsx'] as const;

/** The figures of up to four networks as a file: `/indicateurs.xlsx?projets=prj-a,region-11`. */
export const GET: RequestHandler = async ({ params, locals, url, setHeaders }) => {
	const format = FORMATS.find((each) => each === params['format']);
	if (!format)
		error(404, {
			message: m.figures_format_unknown({ format: (params['format'] ?? '').slice(0, 20) }),
			remedy: m.figures_format_remedy()
		});
	const networks = await networksAsked(locals.app.catalogue, url.searchParams.get('projets'));
	const given = figureExport(networks);
	const columns = figureTable(given);
	const name = [m.figures_file_name(), ...networks.map(({ title }) => fileStem(title))]
		.join('-')
		.slice(0, 120);
	setHeaders({
		'content-disposition': `attachment; filename="${name}.${format}"`,
		'cache-control': 'no-cache',
		vary: 'Accept-Language, Cookie'
	});
	if (format === 'csv')
		return new Response(tableToCsv(given.rows, columns, getLocale() === 'fr' ? ';' : ','), {
			headers: { 'content-type': 'text/csv;charset=utf-8' }
		});
	const workbook = await tableToXlsx(given, given.rows, columns, {
		about: m.takeaway_file_about(),
		items: m.figures_file_sheet(),
		columns: figureColumns()
	});
	return new Response(workbook, { headers: { 'content-type': workbook.type } });
};

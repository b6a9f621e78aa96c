import { today } from '#lib/domain/dates.ts';
import { tableToCsv } from '#lib/export/csv.ts';
import { fileStem } from '#lib/export/files.ts';
import { tableToXlsx } from '#lib/export/xlsx.ts';
import { dateLabel, number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { takeawayWords } from '#lib/i18n/takeaway-words.ts';
import { citedTitles } from '../../cited-titles.server.ts';
import { oneOf } from '../../refuse.ts';
import { columnsOf, columnWords, type Line } from '../columns.server.ts';
import { askedIn, selectStructures } from '../selection.server.ts';
import type { RequestHandler } from './$types';

/** The directory as a file: every structure the page's filters let through, not only the page shown. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { catalogue } = locals.app;
	const format = oneOf(url.searchParams, 'format', ['csv', 'xlsx', 'json'] as const) ?? 'xlsx';
	const { found } = await selectStructures(catalogue.repository, askedIn(url.searchParams));
	const titles = await citedTitles(
		catalogue,
		found.map(({ id }) => id)
	);
	const lines = found.map((node): Line => ({ node, sources: titles.get(node.id) ?? [] }));
	const title = m.export_directory_title();
	const licence = catalogue.fictional ? m.takeaway_licence_fictional() : m.takeaway_licence();
	const words = takeawayWords();
	const body = {
		csv: () => tableToCsv(lines, columnsOf(licence), words.separator),
		xlsx: () =>
			tableToXlsx(
				{
					title,
					licence,
					about: [
						{ name: m.export_directory_day(), value: dateLabel(today()) },
						{ name: m.export_directory_count(), value: number(lines.length) },
						{ name: m.export_directory_address(), value: url.href }
					]
				},
				lines,
				columnsOf(licence),
				{ about: words.about, items: m.export_directory_sheet(), columns: columnWords() }
			),
		json: () => {
			const items = lines.map(({ node, sources }) => ({ ...node, sourceTitles: sources }));
			return `${JSON.stringify({ title, day: today(), licence, items }, null, '\t')}\n`;
		}
	};
	const content = await body[format]();
	const types = { csv: 'text/csv;charset=utf-8', json: 'application/json', xlsx: '' };
	return new Response(content, {
		headers: {
			'content-type': content instanceof Blob ? content.type : types[format],
			'content-disposition': `attachment; filename="${fileStem(title)}.${format}"`,
			'cache-control': 'private, no-cache'
		}
	});
};

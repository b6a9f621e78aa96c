import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { tableToCsv } from '#lib/export/csv.ts';
import { fileStem } from '#lib/export/files.ts';
import { tableToXlsx } from '#lib/export/xlsx.ts';
import { dateLabel, number, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { today } from '#lib/domain/dates.ts';
import { citedTitles } from '../../cited-titles.server.ts';
import { oneOf } from '../../refuse.ts';
import { columnsOf, columnWords, type Line } from '../columns.server.ts';
import { said, type Said } from '../said.server.ts';
import { askedIn, selectApart } from '../selection.server.ts';
import type { RequestHandler } from './$types';

async function withSources(catalogue: Catalogue, items: readonly Said[]): Promise<Line[]> {
	const titles = await citedTitles(
		catalogue,
		items.map(({ node }) => node.id)
	);
	return items.map((item) => ({ ...item, sources: titles.get(item.node.id) ?? [] }));
}

/** Rows partners are suggested in. Each costs a look at the whole network: for all of them it would be the square of it. */
const WITH_PARTNERS = 300;

/** The list of `/isolees`, whole, as a spreadsheet. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { catalogue } = locals.app;
	const format = oneOf(url.searchParams, 'format', ['csv', 'xlsx'] as const) ?? 'xlsx';
	const asked = askedIn(url.searchParams);
	const { chosen } = await selectApart(catalogue, asked);
	const lines = await withSources(catalogue, await said(catalogue, chosen, WITH_PARTNERS));
	const place =
		asked.departement !== undefined
			? departementName(asked.departement)
			: asked.region !== undefined
				? regionLabel(asked.region)
				: '';
	const title = [m.insight_apart_page(), place].filter(Boolean).join(', ');
	const licence = catalogue.fictional ? m.takeaway_licence_fictional() : m.takeaway_licence();
	const columns = columnsOf(licence);
	const body =
		format === 'csv'
			? tableToCsv(lines, columns, getLocale() === 'fr' ? ';' : ',')
			: await tableToXlsx(
					{
						title,
						licence,
						about: [
							{ name: m.insight_file_day(), value: dateLabel(today()) },
							{ name: m.insight_file_count(), value: number(lines.length) },
							{ name: m.insight_file_reading(), value: m.insight_apart_limit() },
							...(lines.length > WITH_PARTNERS
								? [
										{
											name: m.insight_file_partners(),
											value: m.insight_file_partners_first({ n: number(WITH_PARTNERS) })
										}
									]
								: [])
						]
					},
					lines,
					columns,
					{ about: m.takeaway_file_about(), items: m.insight_file_what(), columns: columnWords() }
				);
	return new Response(body, {
		headers: {
			'content-type': body instanceof Blob ? body.type : 'text/csv;charset=utf-8',
			'content-disposition': `attachment; filename="${fileStem(title)}.${format}"`,
			'cache-control': 'private, no-cache'
		}
	});
};

import { error } from '@sveltejs/kit';
import { stringify } from 'csv-stringify/sync';
import { escapeFormula } from '#lib/export/formula.ts';
import { rowProblem } from '#lib/i18n/import-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { previewImport } from '#lib/server/import/import-file.ts';
import { draftOf } from '../drafts.server.ts';
import type { RequestHandler } from './$types';

/** The refused rows as the file writes them, each with its reason: to correct and drop again. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const draft = draftOf(url.searchParams.get('fichier'));
	if (locals.app.mode !== 'local' || !draft) error(404, { message: m.import_gone() });
	const { repository } = locals.app.catalogue;
	const { understood, outcomes } = await previewImport(repository, draft.file, draft);
	const reasons = new Map(
		outcomes
			.filter(({ action }) => action === 'refuse')
			.map(({ line, problems }) => [
				line,
				problems.map((problem) => rowProblem(problem, [line])).join(' ')
			])
	);
	const width = understood.columns.length;
	const rows = understood.rows.flatMap(({ line, cells }) => {
		const reason = reasons.get(line);
		if (reason === undefined) return [];
		return [
			[...Array.from({ length: width }, (_, i) => cells[i] ?? ''), reason].map(escapeFormula)
		];
	});
	const head = [...understood.columns.map(({ header }) => header), m.import_refused_reason()];
	const body = stringify([head.map(escapeFormula), ...rows], {
		bom: true,
		delimiter: understood.separator ?? ';',
		record_delimiter: 'windows'
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="lignes-refusees.csv"',
			'cache-control': 'no-store'
		}
	});
};

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
	// Structures come before ties among outcomes, a row each: lines of two lists may be the same.
	const first = understood.rows.length;
	const isRefused = ({ action }: (typeof outcomes)[number]): boolean => action === 'refuse';
	const ties = understood.ties;
	const table = ties && !outcomes.slice(0, first).some(isRefused) ? ties : understood;
	const told = table === understood ? outcomes.slice(0, first) : outcomes.slice(first);
	const width = table.columns.length;
	const rows = table.rows.flatMap(({ line, cells }, i) => {
		const outcome = told[i];
		if (!outcome || !isRefused(outcome)) return [];
		const reason = outcome.problems.map((problem) => rowProblem(problem, [line])).join(' ');
		return [
			[...Array.from({ length: width }, (_, at) => cells[at] ?? ''), reason].map(escapeFormula)
		];
	});
	const head = [...table.columns.map(({ header }) => header), m.import_refused_reason()];
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

import { rowProblem } from '#lib/i18n/import-row-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { UnderstoodTable } from '#lib/import/understand.ts';
import type { Preview } from '#lib/server/import/import-file.ts';
import type { RowOutcome } from '#lib/server/import/outcome.ts';

/** Refused rows as their file writes them, headers first, each with its reason. */
type Rows = string[][];

const isRefused = ({ action }: RowOutcome): boolean => action === 'refuse';

const headersOf = ({ columns }: UnderstoodTable): string[] => columns.map(({ header }) => header);

const cellsOf = ({ columns }: UnderstoodTable, cells: readonly string[]): string[] =>
	columns.map((_, at) => cells[at] ?? '');

const reasonOf = (outcomes: readonly RowOutcome[]): string =>
	outcomes
		.flatMap(({ problems, line }) => problems.map((problem) => rowProblem(problem, [line])))
		.join(' ');

/** Of one table: what is told of a row, and of what follows from it, is told by its line. */
function refusedOfTable({ understood, outcomes }: Preview): Rows {
	const byLine = new Map<number, RowOutcome[]>();
	for (const outcome of outcomes.filter(isRefused)) {
		const told = byLine.get(outcome.line);
		if (told) told.push(outcome);
		else byLine.set(outcome.line, [outcome]);
	}
	return [
		[...headersOf(understood), m.import_refused_reason()],
		...understood.rows.flatMap(({ line, cells }) => {
			const told = byLine.get(line);
			return told ? [[...cellsOf(understood, cells), reasonOf(told)]] : [];
		})
	];
}

/**
 * Of a network: its structures as they are; its ties by the names of their ends, since the structures
 * that are good are imported without them, and only those refused stand beside.
 */
function refusedOfNetwork(
	preview: Preview,
	ties: UnderstoodTable
): Record<'nodes' | 'edges', Rows> {
	const { understood, outcomes } = preview;
	const count = understood.rows.length;
	const idAt = understood.columns.findIndex(({ field }) => field === 'id');
	const idOf = (cells: readonly string[]): string => cells[idAt] ?? '';
	const refusedIds = new Set<string>();
	const names = new Map<string, string>();
	const nodes = understood.rows.flatMap(({ cells }, i) => {
		const outcome = outcomes[i];
		if (!outcome) return [];
		if (!names.has(idOf(cells))) names.set(idOf(cells), outcome.name);
		if (!isRefused(outcome)) return [];
		refusedIds.add(idOf(cells));
		return [[...cellsOf(understood, cells), reasonOf([outcome])]];
	});
	const ends = ['source', 'target'].map((end) => ties.columns.findIndex((c) => c.field === end));
	const edges = ties.rows.flatMap(({ cells }, i) => {
		const outcome = outcomes[count + i];
		if (!outcome || !isRefused(outcome)) return [];
		const row = cellsOf(ties, cells);
		const named = ends.map((at) => names.get(row[at] ?? '') ?? '');
		for (const at of ends)
			if (names.has(row[at] ?? '') && !refusedIds.has(row[at] ?? '')) row[at] = '';
		return [[...row, ...named, reasonOf([outcome])]];
	});
	const reason = m.import_refused_reason();
	const endNames = [m.import_refused_source_name(), m.import_refused_target_name()];
	return {
		nodes: [[...headersOf(understood), reason], ...nodes],
		edges: [[...headersOf(ties), ...endNames, reason], ...edges]
	};
}

/** The lists of refused rows of a file, each with the sheet it goes on; those without a row left out. */
export function refusedSheets(preview: Preview): { sheet: string; rows: Rows }[] {
	const { ties } = preview.understood;
	const nodes = m.import_refused_sheet_structures();
	if (!ties) return [{ sheet: nodes, rows: refusedOfTable(preview) }];
	const refused = refusedOfNetwork(preview, ties);
	return [
		{ sheet: nodes, rows: refused.nodes },
		{ sheet: m.import_refused_sheet_ties(), rows: refused.edges }
	].filter(({ rows }) => rows.length > 1);
}

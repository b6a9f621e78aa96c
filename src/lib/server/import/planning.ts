import type { Problem } from '#lib/domain/schema/problem.ts';
import type { Choices } from '#lib/import/choices.ts';
import type { RowRemark } from '#lib/import/problem.ts';
import type { Remembered } from './judgements.ts';
import type { Ledger } from './ledger.ts';
import type { RowOutcome } from './outcome.ts';
import type { Graph } from './snapshot.ts';

/** Everything rows are planned with. */
export interface Planning {
	graph: Graph;
	ledger: Ledger;
	choices: Choices;
	/** What was answered in earlier imports, by whom it was about. */
	remembered: ReadonlyMap<string, Remembered>;
	/** Header by field, for what the domain refuses. */
	columns: ReadonlyMap<string, string>;
	/** True when the ids of the file are ours. */
	ours: boolean;
	/** True when ends of ties name these rows by their ids. */
	isNetwork?: boolean | undefined;
	/** What became of the rows of the same file, by the id it gives them. */
	local?: ReadonlyMap<string, RowOutcome> | undefined;
}

/** Problems of the domain, told at their column. */
export const remarksOf = (
	problems: readonly Problem[],
	columns: ReadonlyMap<string, string>
): RowRemark[] =>
	problems.map(({ code, field, value, allowed, params }) => ({
		code,
		field,
		column: columns.get(field),
		...(value !== undefined && { value }),
		allowed,
		params
	}));

import { foldText, searchTokens } from '#lib/domain/text.ts';
import { ranks } from '../rows.ts';
import type { Column } from './columns.ts';

export interface RowOrder {
	/** Id of a column. */
	by: string;
	down: boolean;
}

/**
 * Rows in the order of a column: French collation for words, figures by value, dates in time. What is
 * not known comes last both ways; equal rows keep the order they came in.
 */
export function sortRows<Row>(
	rows: readonly Row[],
	column: Column<Row>,
	down: boolean
): readonly Row[] {
	const { key, text } = column;
	const keys = rows.map((row) => (key ? key(row) : text(row)));
	const places = ranks(keys.filter((one) => typeof one === 'string'));
	const value = (at: number): number | undefined => {
		const one = keys[at];
		return one === '' || one === undefined
			? undefined
			: typeof one === 'number'
				? one
				: places.get(one);
	};
	const values = rows.map((_row, at) => value(at));
	const way = down ? -1 : 1;
	return rows
		.map((row, at) => ({ row, value: values[at], at }))
		.sort((a, b) => {
			if (a.value === undefined || b.value === undefined)
				return Number(a.value === undefined) - Number(b.value === undefined) || a.at - b.at;
			return way * (a.value - b.value) || a.at - b.at;
		})
		.map(({ row }) => row);
}

/** Everything a row says, as search reads it: columns that are not shown too. */
export const foldRows = <Row>(
	rows: readonly Row[],
	columns: readonly Column<Row>[]
): readonly string[] =>
	rows.map((row) => ` ${foldText(columns.map(({ text }) => text(row)).join(' '))}`);

/** Rows with every word of the query at the start of one of theirs. `folded` is theirs, in order. */
export function filterRows<Row>(
	rows: readonly Row[],
	folded: readonly string[],
	query: string
): readonly Row[] {
	const tokens = searchTokens(query);
	if (tokens.length === 0) return rows;
	return rows.filter((_row, at) =>
		tokens.every((token) => folded[at]?.includes(` ${token}`) ?? false)
	);
}

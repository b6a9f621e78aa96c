import { foldText } from '#lib/domain/text.ts';
import type { RowRemark } from './problem.ts';
import type { Column } from './columns.ts';
import type { UnderstoodTable } from './understand.ts';
import { readDate, readSerialDate } from './values.ts';

/** One row under way: what is read of it and what is told about it. */
export class Reading {
	readonly problems: RowRemark[] = [];
	readonly notes: RowRemark[] = [];
	constructor(private readonly cells: ReadonlyMap<string, { raw: string; column: string }>) {}

	raw(field: string): string | undefined {
		return this.cells.get(field)?.raw;
	}
	column(field: string): string | undefined {
		return this.cells.get(field)?.column;
	}
	problem(code: string, field: string, more: Partial<RowRemark> = {}): void {
		this.problems.push(this.#remark(code, field, more));
	}
	note(code: string, field: string, more: Partial<RowRemark> = {}): void {
		this.notes.push(this.#remark(code, field, more));
	}
	/** The cell read by `read`; told as a problem when it cannot be. */
	value<T>(field: string, read: (raw: string) => T | undefined, code: string): T | undefined {
		const raw = this.raw(field);
		if (raw === undefined) return undefined;
		const value = read(raw);
		if (value === undefined) this.problem(code, field);
		return value;
	}
	#remark(code: string, field: string, more: Partial<RowRemark>): RowRemark {
		const cell = this.cells.get(field);
		return {
			code,
			field,
			...(cell && { column: cell.column, value: cell.raw }),
			...more
		};
	}
}

export function readingOf(columns: readonly Column[], cells: readonly string[]): Reading {
	const byField = new Map<string, { raw: string; column: string }>();
	columns.forEach(({ field, key }, i) => {
		const raw = cells[i] ?? '';
		if (field !== undefined && raw !== '' && !byField.has(field))
			byField.set(field, { raw, column: key });
	});
	return new Reading(byField);
}

/** Meanings a person gave to words, by the word as it is compared. */
export const folded = <T>(
	chosen: Readonly<Record<string, T>> | undefined
): ReadonlyMap<string, T> =>
	new Map(Object.entries(chosen ?? {}).map(([word, value]) => [foldText(word), value]));

/** Reads a day, as precise as it is written; of a workbook, also one that lost its format. */
export const readDay =
	({ dateOrder, sheet }: UnderstoodTable) =>
	(raw: string): string | undefined =>
		readDate(raw, dateOrder) ?? (sheet === undefined ? undefined : readSerialDate(raw));

const SHOWN = 12;
/** Headers for a sentence: the first, each cut. */
export const headersOf = (columns: readonly Column[]): string =>
	columns
		.slice(0, SHOWN)
		.map(({ key }) => key.slice(0, 40))
		.join(', ');

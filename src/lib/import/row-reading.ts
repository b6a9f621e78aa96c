import { foldText } from '#lib/domain/text.ts';
import type { RowRemark } from './problem.ts';
import type { Column } from './columns.ts';
import type { UnderstoodTable } from './understand.ts';
import { readDate, readSerialDate } from './values.ts';

/** One row under way: what is read of it and what is told about it. */
export class Reading {
	readonly problems: RowRemark[] = [];
	readonly notes: RowRemark[] = [];
	constructor(
		private readonly places: Places,
		private readonly cells: readonly string[]
	) {}

	raw(field: string): string | undefined {
		return this.#cell(field)?.raw;
	}
	column(field: string): string | undefined {
		return this.#cell(field)?.column;
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
		const cell = this.#cell(field);
		return {
			code,
			field,
			...(cell && { column: cell.column, value: cell.raw }),
			...more
		};
	}

	/** The first column read as this field that says something here. */
	#cell(field: string): { raw: string; column: string } | undefined {
		for (const { at, column } of this.places.get(field) ?? []) {
			const raw = this.cells[at] ?? '';
			if (raw !== '') return { raw, column };
		}
		return undefined;
	}
}

/** Where the cells of a field stand: worked out once for all rows of a table. */
type Places = ReadonlyMap<string, { at: number; column: string }[]>;

/** Reads the rows of a table with these columns. */
export function readingOf(columns: readonly Column[]): (cells: readonly string[]) => Reading {
	const places = new Map<string, { at: number; column: string }[]>();
	columns.forEach(({ field, key: column }, at) => {
		if (field === undefined) return;
		const known = places.get(field);
		if (known) known.push({ at, column });
		else places.set(field, [{ at, column }]);
	});
	return (cells) => new Reading(places, cells);
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

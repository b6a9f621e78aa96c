import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from './columns.ts';
import { filterRows, foldRows, sortRows } from './order.ts';

interface Row {
	id: string;
	name: string;
	year?: number | undefined;
}
const NAME: Column<Row> = { id: 'name', title: () => 'Nom', text: ({ name }) => name };
const YEAR: Column<Row> = {
	id: 'year',
	title: () => 'Année',
	text: ({ year }) => String(year ?? ''),
	key: ({ year }) => year
};
const row = (name: string, year?: number): Row => ({ id: `${name}${year ?? ''}`, name, year });
const names = (rows: readonly Row[]): string[] => rows.map(({ name }) => name);

describe('rows in the order of a column', () => {
	it('follow French collation, both ways', () => {
		const rows = ['Zoo', 'Étang', 'eau', 'Œuvre', 'ode'].map((name) => row(name));
		expect(names(sortRows(rows, NAME, false))).toEqual(['eau', 'Étang', 'ode', 'Œuvre', 'Zoo']);
		expect(names(sortRows(rows, NAME, true))).toEqual(['Zoo', 'Œuvre', 'ode', 'Étang', 'eau']);
	});
	it('go by value, not by digit', () => {
		const rows = [row('a', 10), row('b', 9), row('c', 100)];
		expect(names(sortRows(rows, YEAR, false))).toEqual(['b', 'a', 'c']);
	});
	it('leave what is not known at the end, both ways', () => {
		const rows = [row('a'), row('b', 2), row('', 3), row('d', 1)];
		expect(names(sortRows(rows, YEAR, false)).at(-1)).toBe('a');
		expect(names(sortRows(rows, YEAR, true)).at(-1)).toBe('a');
		expect(names(sortRows(rows, NAME, true)).at(-1)).toBe('');
	});
	it('keep equals in the order they came, and lose none', () => {
		const years = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
		fc.assert(
			fc.property(fc.array(years), fc.boolean(), (list, down) => {
				const rows = list.map((year, at) => ({ id: String(at), name: String(at), year }));
				const sorted = sortRows(rows, YEAR, down);
				expect([...sorted].sort((a, b) => Number(a.id) - Number(b.id))).toEqual(rows);
				for (const [at, one] of sorted.entries()) {
					const next = sorted[at + 1];
					if (next && next.year === one.year) expect(Number(one.id)).toBeLessThan(Number(next.id));
				}
			})
		);
	});
});

describe('rows that hold every word', () => {
	const rows = [row('Maison de l’Étang', 2019), row('Centre de soins', 2020)];
	const found = (query: string) => names(filterRows(rows, foldRows(rows, [NAME, YEAR]), query));
	it('are found without case nor accents, by the beginnings of words, in any column', () => {
		expect(found('ETANG 2019')).toEqual(['Maison de l’Étang']);
		expect(found('so cen')).toEqual(['Centre de soins']);
		expect(found('etang 2020')).toEqual([]);
		expect(found('tang')).toEqual([]);
	});
	it('are all of them where nothing is asked', () => {
		expect(found(' ')).toHaveLength(2);
	});
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachRecord } from './separated.ts';

const read = (text: string) => {
	const rows: { line: number; cells: string[] }[] = [];
	const broken = eachRecord(text, ';', (cells, line) => rows.push({ line, cells }));
	return { rows, broken: broken && { code: broken.code, ...broken.params } };
};

it('cuts lines without quotes like the parser of tables', () => {
	const texts = fc.string({ unit: fc.constantFrom('a', 'é', ';', ';', '\n', '\r\n', '\r', ' ') });
	fc.assert(
		fc.property(texts, (text) => {
			const expected: unknown = parse(text, {
				delimiter: ';',
				relax_column_count: true,
				relax_quotes: true,
				skip_empty_lines: true,
				record_delimiter: ['\r\n', '\n', '\r']
			});
			expect(read(text).rows.map(({ cells }) => cells)).toEqual(expected);
		})
	);
});

it('cuts quoted lines like the parser of tables, and leaves to it those that are not as they should', () => {
	const cell = fc.oneof(
		fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', ' '), maxLength: 6 }),
		fc
			.string({ unit: fc.constantFrom('a', ';', '"', ' ', '\r\n'), maxLength: 6 })
			.map((text) => `"${text.replaceAll('"', '""')}"`)
	);
	const texts = fc
		.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
		.map((rows) => rows.map((cells) => cells.join(';')).join('\r\n'));
	fc.assert(
		fc.property(texts, (text) => {
			let expected: unknown;
			try {
				expected = parse(text, {
					delimiter: ';',
					relax_column_count: true,
					relax_quotes: true,
					skip_empty_lines: true,
					record_delimiter: ['\r\n', '\n', '\r']
				});
			} catch {
				expect(read(text).broken).toMatchObject({ code: 'open_quote' });
				return;
			}
			const { rows, broken } = read(text);
			expect(broken).toBeUndefined();
			expect(rows.map(({ cells }) => cells)).toEqual(expected);
		}),
		{ numRuns: 2000 }
	);
});

it('knows the lines of what comes before and after the first quote', () => {
	expect(read('a;b\n\r\nc;d\r\n"e\nf";g\nh;i').rows).toEqual([
		{ line: 1, cells: ['a', 'b'] },
		{ line: 3, cells: ['c', 'd'] },
		{ line: 4, cells: ['e\nf', 'g'] },
		{ line: 6, cells: ['h', 'i'] }
	]);
	expect(read('a;b\nc;"d')).toEqual({
		rows: [{ line: 1, cells: ['a', 'b'] }],
		broken: { code: 'open_quote', line: 2 }
	});
});

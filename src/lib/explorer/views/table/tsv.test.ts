import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell, toTsv } from './tsv.ts';

describe('a cell on its way to a spreadsheet', () => {
	it('never begins as a formula', () => {
		for (const begin of ['=', '+', '-', '@', '\t', '\r'])
			expect(safeCell(`${begin}1+1`).charAt(0), begin).toBe("'");
		expect(safeCell('1 200 €')).toBe('1 200 €');
	});
	it('is one cell of one line, whatever it holds', () => {
		const columns = ['a', 'b'].map((id) => ({
			id,
			title: () => id,
			text: (row: Record<string, string>) => row[id] ?? ''
		}));
		const text = fc.string({ unit: fc.constantFrom('=', '-', '\t', '\n', '\r', 'é', ' ', "'") });
		fc.assert(
			fc.property(fc.array(fc.record({ a: text, b: text })), (rows) => {
				const lines = toTsv(rows, columns).split('\n');
				expect(lines).toHaveLength(rows.length + 1);
				for (const line of lines) {
					const cells = line.split('\t');
					expect(cells).toHaveLength(2);
					for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\r]/);
				}
			})
		);
	});
});

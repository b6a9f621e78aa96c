import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesToCsv, nodesToCsv } from './csv.ts';
import { escapeFormula, unescapeFormula } from './formula.ts';
import { SAMPLE } from './sample.ts';

const read = (text: string, delimiter: string): Record<string, string>[] =>
	parse(text, { bom: true, columns: true, delimiter });

describe('CSV', () => {
	it.each([',', ';'] as const)(
		'is read back whole by another library, separator %s',
		(separator) => {
			const nodes = read(nodesToCsv(SAMPLE, separator), separator);
			expect(nodes.map((row) => [row['id'], unescapeFormula(row['name'] ?? '')])).toEqual(
				SAMPLE.nodes.map(({ id, name }) => [id, name])
			);
			expect(nodes[0]).toMatchObject({ nature: 'Actor', ess: 'true', lon: '-2.5' });
			expect(nodes.every((row) => row['licence'] === SAMPLE.licence)).toBe(true);
			const edges = read(edgesToCsv(SAMPLE, separator), separator);
			expect(edges.map(({ id, source, target, type }) => [id, source, target, type])).toEqual(
				SAMPLE.edges.map(({ id, source, target, type }) => [id, source, target, type])
			);
			expect(edges[0]).toMatchObject({ sources: 's1 | s2', sourceTitles: 'Rapport "2019" | Site' });
			expect(edges[3]).toMatchObject({ amountEur: '12500.5', stage: 'granted' });
		}
	);

	it('never gives a spreadsheet a formula, and its escape is undone exactly', () => {
		const [first] = read(nodesToCsv(SAMPLE, ';'), ';');
		expect(first?.['name']).toMatch(/^'=/);
		fc.assert(
			fc.property(
				fc.string(),
				fc.constantFrom('', '=', '+', '-', '@', '\t', "'", "'="),
				(rest, start) => {
					const text = start + rest;
					expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r]/);
					expect(unescapeFormula(escapeFormula(text))).toBe(text);
				}
			)
		);
	});
});

import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { actor, tie } from '#lib/network/small-networks.ts';
import { edgeTable, nodeTable } from './columns.ts';
import { unescapeFormula } from './formula.ts';
import type { NetworkExport } from './model.ts';
import { SAMPLE } from './sample.ts';
import { toXlsx } from './xlsx.ts';

const WORDS = {
	about: 'à lire',
	nodes: 'structures',
	edges: 'liens',
	sources: 'sources',
	columns: { id: 'identifiant', name: '=SUM(1)' }
};

type Value = string | number | boolean | Date | null;

/** The workbook as another library reads it: rows of values by sheet. */
async function read(given: NetworkExport): Promise<Map<string, Value[][]>> {
	const bytes = Buffer.from(await (await toXlsx(given, WORDS)).arrayBuffer());
	const sheets = await readExcelFile(bytes, { trim: false });
	return new Map(sheets.map(({ sheet, data }) => [sheet, data as Value[][]]));
}

/** The rows of a sheet as objects, by the names of the first row. */
function records(rows: readonly Value[][] = []): Record<string, Value>[] {
	const [head = [], ...rest] = rows;
	return rest.map((row) =>
		Object.fromEntries(head.map((name, i) => [String(name), row[i] ?? null]))
	);
}

describe('the workbook', () => {
	it('is read back whole by another library, with the columns of the CSV', async () => {
		const sheets = await read(SAMPLE);
		expect([...sheets.keys()]).toEqual(['à lire', 'structures', 'liens', 'sources']);
		expect(sheets.get('structures')?.[0]).toEqual(nodeTable(SAMPLE).map(({ name }) => name));
		expect(sheets.get('liens')?.[0]).toEqual(edgeTable(SAMPLE).map(({ name }) => name));
		const nodes = records(sheets.get('structures'));
		expect(nodes.map((row) => unescapeFormula(String(row['name'])))).toEqual(
			SAMPLE.nodes.map(({ name }) => name)
		);
		expect(nodes[0]).toMatchObject({ id: 'a', nature: 'Actor', ess: true, lat: 48.8, lon: -2.5 });
		expect(nodes[1]).toMatchObject({ departement: '01', ess: false });
		const edges = records(sheets.get('liens'));
		expect(edges.map(({ id }) => id)).toEqual(SAMPLE.edges.map(({ id }) => id));
		expect(edges[0]).toMatchObject({ since: 2019, detail: "'-1+1", sources: 's1 | s2' });
		expect(edges[1]).toMatchObject({ until: new Date('2020-05-01T00:00:00Z') });
		expect(edges[3]).toMatchObject({ amountEur: 12_500.5, stage: 'granted' });
	});

	it('says what it is, and lists each source with what is known of it', async () => {
		const sheets = await read({
			...SAMPLE,
			about: [{ name: 'Adresse', value: 'http://exemple.fr/?a=1' }],
			sources: [
				{
					id: 's1',
					name: 'Rapport',
					year: 2019,
					url: 'https://exemple.fr/r',
					accessed: '2026-01-02'
				}
			]
		});
		const about = sheets.get('à lire')?.flat();
		expect(about).toEqual(
			expect.arrayContaining([
				SAMPLE.title,
				'http://exemple.fr/?a=1',
				SAMPLE.licence,
				'identifiant',
				"'=SUM(1)"
			])
		);
		const day = new Date('2026-01-02T00:00:00Z');
		expect(records(sheets.get('sources'))).toMatchObject([
			{
				id: 's1',
				name: 'Rapport',
				year: 2019,
				url: 'https://exemple.fr/r',
				accessed: day,
				relations: 2
			},
			{ id: 's2', name: 'Site', url: null, relations: 1 }
		]);
	});

	it('holds any text, and none becomes a formula', async () => {
		const texts = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'=1+1',
				'@x',
				'\t=1',
				'constructor',
				'__proto__',
				'🩺',
				'عيادة',
				'a\r\nb',
				'é'.repeat(200)
			)
		);
		await fc.assert(
			fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 8 }), async (names) => {
				const nodes = names.map((name, i) => actor(`n${i}`, { name }));
				const rows = records((await read({ ...SAMPLE, nodes, edges: [] })).get('structures'));
				expect(rows).toHaveLength(nodes.length);
				rows.forEach((row, i) => {
					const written = row['name'];
					expect(typeof written === 'string' || written === null).toBe(true);
					expect(String(written ?? '')).not.toMatch(/^[=+\-@\t\r]/);
					expect(row['id']).toBe(`n${i}`);
				});
			}),
			{ numRuns: 40 }
		);
		// Forty workbooks on a busy machine: slow is not wrong.
	}, 30_000);

	it('keeps a text longer than a cell readable, and an empty network whole', async () => {
		const edges = [tie('a', 'b', { detail: 'x'.repeat(40_000) })];
		const [row] = records((await read({ ...SAMPLE, edges })).get('liens'));
		expect(String(row?.['detail'])).toHaveLength(32_767);
		const sheets = await read({ ...SAMPLE, nodes: [], edges: [] });
		expect(sheets.get('structures')).toHaveLength(1);
	});
});

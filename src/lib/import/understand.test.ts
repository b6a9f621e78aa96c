import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { FileRefusedError } from './problem.ts';
import { understand } from './understand.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

async function refusal(bytes: Uint8Array) {
	try {
		await understand(bytes);
	} catch (error) {
		if (error instanceof FileRefusedError) return { code: error.code, ...error.params };
		throw error;
	}
	throw new Error('expected a refusal');
}

const SECRETARY = [
	'Partenaires du territoire;;;',
	'',
	'Nom de la structure;Type;Créée le;Présentation',
	'Été solidaire;association;14/02/2011;"Accueil',
	'et ""médiation"""',
	'Les Œuvres;association;03/01/1999;'
].join('\r\n');

describe('a table as people have it', () => {
	it.each([
		['utf-8', utf8(SECRETARY)],
		['windows-1252', Buffer.from(SECRETARY.replace('Œ', '\u008c'), 'latin1')],
		['utf-16le', utf16(`\uFEFF${SECRETARY}`)],
		['utf-16le', utf16(SECRETARY)]
	])('in %s: titles, headers, separator, line breaks in quotes', async (encoding, bytes) => {
		const read = await understand(bytes);
		expect(read).toMatchObject({ encoding, separator: ';', headerLine: 3, table: 'structures' });
		expect(read.columns.map(({ field }) => field)).toEqual([
			'name',
			'kind',
			'foundedYear',
			'description'
		]);
		expect(read.rows.map(({ line }) => line)).toEqual([4, 6]);
		expect(read.rows[0]?.cells[3]?.replace('\r', '')).toBe('Accueil\net "médiation"');
		expect(read.rows[1]?.cells[0]).toBe('Les Œuvres');
	});

	it.each([',', ';', '\t', '|'])('finds the separator %j', async (separator) => {
		const rows = ['nom', 'commune', 'siret'].join(separator);
		expect(await understand(utf8(`${rows}\na${separator}b${separator}c`))).toMatchObject({
			separator
		});
	});

	it('believes the line by which Excel names its separator, and counts it', async () => {
		const read = await understand(utf8('sep=|\nnom|commune\nA;B|C'));
		expect(read).toMatchObject({ separator: '|', headerLine: 2 });
		expect(read.rows).toEqual([{ line: 3, cells: ['A;B', 'C'] }]);
	});

	it.each([
		['Structure;Type;Ville;SIRET', 'structures'],
		['Structure;Partenaire', 'ties'],
		['Structure A;Type de lien;Structure B;Commune B', 'ties'],
		['Nom;Partenaire', 'structures']
	])('%s is a table of %s', async (headers, table) => {
		expect(await understand(utf8(`${headers}\n${headers.replace(/[^;]+/g, 'x')}`))).toMatchObject({
			table
		});
	});

	it('tells day from month when a date can, and says when none does', async () => {
		const dates = (...cells: string[]) =>
			understand(utf8(`de;vers;type;depuis\n${cells.map((c) => `A;B;finance;${c}`).join('\n')}`));
		expect(await dates('03/04/2021', '25/04/2021')).toMatchObject({
			dateOrder: 'dmy',
			dateOrderSure: true
		});
		expect(await dates('03/25/2021')).toMatchObject({ dateOrder: 'mdy', dateOrderSure: true });
		expect(await dates('03/04/2021')).toMatchObject({ dateOrder: 'dmy', dateOrderSure: false });
	});

	it('finds the decimal mark of amounts', async () => {
		const amounts = (cell: string) =>
			understand(utf8(`financeur;bénéficiaire;montant\nA;B;${cell}`));
		expect(await amounts('12 500,50 €')).toMatchObject({ decimal: ',', impliedType: 'FUNDS' });
		expect(await amounts('12,500.50')).toMatchObject({ decimal: '.' });
	});

	it('reads the first of two headers alike and says so', async () => {
		const read = await understand(utf8('nom;commune;Commune\nA;Lens;Liévin'));
		expect(read.repeated).toEqual(['Commune']);
		expect(read.columns.map(({ field }) => field)).toEqual(['name', 'commune', undefined]);
	});

	it('knows a column by what it holds when its header says nothing', async () => {
		const read = await understand(utf8('nom;n°\nA;732 829 320 00074\nB;73282932000074'));
		expect(read.columns[1]).toMatchObject({ field: 'siret', by: 'content' });
	});

	it('follows what a person chooses', async () => {
		const read = await understand(utf8('a;b\nA;B'), {
			table: 'structures',
			columns: { b: 'name', a: '' }
		});
		expect(read.columns).toMatchObject([{ by: 'choice' }, { field: 'name', by: 'choice' }]);
	});

	it('takes back the apostrophe our own files put before formulas', async () => {
		const read = await understand(utf8("nom;commune\n'=SOMME(A1);''-x"));
		expect(read.rows[0]?.cells).toEqual(['=SOMME(A1)', "'-x"]);
	});

	it('reads a workbook: the sheet with a table, days as days, whole numbers whole', async () => {
		const file = await writeExcelFile([
			{ sheet: 'Lisez-moi', data: [['Bonjour']] },
			{
				sheet: 'Structures',
				data: [
					['Nom', 'SIRET', 'Date de création'],
					['A', 26010004500012, { value: new Date('2011-02-14T00:00:00Z'), format: 'dd/mm/yyyy' }]
				]
			}
		]).toBlob();
		const read = await understand(new Uint8Array(await file.arrayBuffer()));
		expect(read).toMatchObject({ sheet: 'Structures', headerLine: 1 });
		expect(read.rows).toEqual([{ line: 2, cells: ['A', '26010004500012', '2011-02-14'] }]);
	});
});

describe('what is no table', () => {
	it.each([
		['an empty file', utf8(''), { code: 'empty_file' }],
		['spaces alone', utf8(' \r\n \n'), { code: 'empty_file' }],
		['headers alone', utf8('nom;commune\n'), { code: 'no_rows', line: 1 }],
		[
			'a picture',
			Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
			{ code: 'not_a_table' }
		],
		['a NUL in the text', utf8('nom;commune\nA\u0000;B'), { code: 'not_a_table' }],
		['a quote never closed', utf8('nom;commune\nA;B\nC;"D\nE;F'), { code: 'open_quote', line: 3 }],
		['a zip that is no workbook', zipSync({ 'a.txt': utf8('x') }), { code: 'damaged_workbook' }],
		[
			'half a workbook',
			zipSync({ 'xl/a.xml': utf8('x'.repeat(500)) }).slice(0, 60),
			{ code: 'damaged_workbook' }
		],
		[
			'ten thousand columns',
			utf8(`${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(';')}\n1`),
			{ code: 'too_many_columns', line: 1, found: 10_000, most: 1000 }
		],
		[
			'a line without end',
			utf8(`nom;commune\nA;${'x'.repeat(1_100_000)}`),
			{ code: 'long_record', line: 2, most: 1_000_000 }
		]
	])('%s is refused with its reason', async (_, bytes, expected) => {
		expect(await refusal(bytes)).toEqual(expected);
	});

	it('a workbook that says it unpacks to hundreds of megabytes is not unpacked', async () => {
		const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': utf8('x'.repeat(5000)) }));
		const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		bomb.writeUInt32LE(300 * 1024 * 1024, entry + 24);
		expect(await refusal(bomb)).toEqual({ code: 'workbook_too_large', most: 200 });
	});

	it('one that lies about its size is not unpacked past what it says', async () => {
		const liar = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': utf8('x'.repeat(500_000)) }));
		const entry = liar.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		liar.writeUInt32LE(100, entry + 24);
		expect(await refusal(liar)).toEqual({ code: 'damaged_workbook' });
	});

	it('text from a lost encoding is read, and the loss told', async () => {
		expect(await understand(utf8('nom;commune\nH\uFFFDpital;B'))).toMatchObject({ lost: 1 });
		expect(await understand(windows1252('nom;commune\nHôpital;É'))).toMatchObject({ lost: 0 });
	});
});

it('answers any bytes with a table or a refusal, never with anything else', async () => {
	const noise = fc.uint8Array({ maxLength: 400 });
	const text = fc
		.array(
			fc.constantFrom('nom', ';', ',', '\t', '"', '\r\n', '\n', 'é', '12/13/2021', '=', "'", '1,5'),
			{
				maxLength: 80
			}
		)
		.map((parts) => utf8(parts.join('')));
	const zipped = noise.map((bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
	await fc.assert(
		fc.asyncProperty(fc.oneof(text, noise, zipped), async (bytes) => {
			try {
				const read = await understand(bytes);
				expect(read.rows.length).toBeGreaterThan(0);
			} catch (error) {
				expect(error).toBeInstanceOf(FileRefusedError);
			}
		}),
		{ numRuns: 400 }
	);
});

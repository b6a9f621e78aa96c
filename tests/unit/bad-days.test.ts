import { readFileSync } from 'node:fs';
import { gzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRefusalSentence } from '#lib/i18n/import-file-sentences.ts';
import { rowNote, rowProblem } from '#lib/i18n/import-row-sentences.ts';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { FileRefusedError } from '#lib/import/problem.ts';
import { openMemoryRepository } from '#lib/server/database.ts';
import { writeImport } from '#lib/server/import/import-file.ts';
import type { Repository } from '#lib/server/repository.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const given = { choices: {}, who: 'Camille', skipRefused: false };

let repository: Repository;
beforeAll(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
	const known = "Nom;Type;Commune\nAlpha d'essai;association;Lens\nBêta d'essai;association;Lens";
	await writeImport(repository, { name: 'known.csv', bytes: utf8(known) }, given);
});
afterAll(() => repository.close());

/** What is told of a file that is tried and written when nothing prevents it. */
async function told(name: string, bytes: Uint8Array): Promise<{ said: string[]; wrote: boolean }> {
	try {
		const { preview, revision } = await writeImport(repository, { name, bytes }, given);
		const said = preview.outcomes.flatMap(({ problems, notes, line }) => [
			...problems.map((problem) => rowProblem(problem, [line])),
			...notes.map((note) => rowNote(note, [line]))
		]);
		return { said, wrote: revision !== undefined && revision !== null };
	} catch (error) {
		if (error instanceof FileRefusedError)
			return { said: [fileRefusalSentence(error)], wrote: false };
		throw error;
	}
}

const fixture = (name: string) =>
	new Uint8Array(readFileSync(new URL(`./bad-days/${name}`, import.meta.url)));

/** A workbook whose one sheet says it unpacks to more than three hundred megabytes. */
function zipBomb(): Uint8Array {
	const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': utf8('x'.repeat(5000)) }));
	const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
	bomb.writeUInt32LE(300 * 1024 * 1024, entry + 24);
	return bomb;
}
const MADE: Readonly<Record<string, () => Uint8Array>> = {
	'ten-thousand-columns.csv': () =>
		utf8(`Nom;${Array.from({ length: 9_999 }, (_, i) => `c${i}`).join(';')}\nAlpha`),
	'line-without-end.csv': () => utf8(`Nom;Commune\nAlpha;${'x'.repeat(1_100_000)}`),
	'more-than-we-read.csv': () => new Uint8Array(66 * 1024 * 1024).fill(0x61),
	'zip-bomb.xlsx': zipBomb,
	'gzip-bomb.csv.gz': () => gzipSync(new Uint8Array(80 * 1024 * 1024).fill(0x61))
};

/** File, where it is told (line, column), and what to do, in French and in English. */
const FILES: readonly (readonly [string, readonly RegExp[], readonly RegExp[]])[] = [
	['empty.csv', [/vide\. Ouvrez-le/], [/empty\. Open it/]],
	['header-only.csv', [/ligne 1.*Ajoutez/], [/line 1.*Add/]],
	['picture.csv', [/pas un tableau.*Donnez/], [/not a table.*Give/]],
	['nul-byte.csv', [/caractères.*Donnez/], [/characters.*Give/]],
	['quote-never-closed.csv', [/ligne 3.*Refermez/], [/line 3.*Close/]],
	['mixed-encodings.csv', [/ligne 2.*ligne 3.*enregistrez/], [/line 2.*line 3.*save/]],
	['ten-thousand-columns.csv', [/ligne 1 a 10\s000.*Vérifiez/], [/[Ll]ine 1.*10,000.*Check/]],
	['line-without-end.csv', [/ligne 2 dépasse.*Vérifiez/], [/[Ll]ine 2.*Check/]],
	['more-than-we-read.csv', [/dépasse 64 Mo\. Découpez/], [/64 MB.*[Ss]plit|64 MB.*[Cc]ut/]],
	['zip-bomb.xlsx', [/plus de 200 Mo.*Gardez/], [/200 MB.*Keep/]],
	['gzip-bomb.csv.gz', [/plus de 64 Mo.*Découpez/], [/64 MB.*([Ss]plit|[Cc]ut)/]],
	['entity-bomb.gexf', [/Ligne 2.*Retirez/], [/Line 2.*Remove/]],
	['external-entity.graphml', [/Ligne 1.*Retirez/], [/Line 1.*Remove/]],
	['cyclic-parents.gexf', [/« a ».*Corrigez/], [/“a”.*Correct/]],
	['dangling-reference.graphml', [/Ligne 3.*« nowhere ».*Ajoutez/], [/Line 3.*“nowhere”.*Add/]],
	[
		'unknown-finess-category.csv',
		[/Ligne 2, colonne « categetab ».*« 999 ».*Choisissez/],
		[/Line 2, column “categetab”.*“999”.*Choose/]
	],
	[
		'negative-and-absurd-amounts.csv',
		[/Ligne 2, colonne « Montant ».*« -500 »/, /Ligne 3.*dix milliards.*corrigez/],
		[/Line 2, column “Montant”.*“-500”/, /Line 3.*ten billion.*correct/]
	],
	[
		'dates-1899-and-2099.csv',
		[/Ligne 2, colonne « Depuis ».*1899.*Corrigez/, /Ligne 3.*2099.*Corrigez/],
		[/Line 2, column “Depuis”.*1899.*Correct/, /Line 3.*2099.*Correct/]
	],
	[
		'swapped-and-zero-coordinates.csv',
		[/Ligne 2.*inversés/, /Ligne 3.*golfe de Guinée\. Laissez/, /Ligne 4.*« 95 »/, /« 200 »/],
		[/Line 2.*swapped/, /Line 3.*Gulf of Guinea\. Leave/, /Line 4.*“95”/, /“200”/]
	]
];

describe.each(FILES)('%s', (name, french, english) => {
	it.each([
		['fr', french],
		['en', english]
	] as const)(
		'is told in %s with its place and what to do; nothing is written',
		async (of, each) => {
			overwriteGetLocale(() => of);
			const bytes = MADE[name]?.() ?? fixture(name);
			const { said, wrote } = await told(name, bytes);
			expect(wrote).toBe(false);
			expect(said).toHaveLength(each.length);
			each.forEach((pattern, i) =>
				// Thin no-break spaces stand where these patterns have plain ones.
				expect(said[i]?.replace(/[\u00a0\u202f]/g, ' ')).toMatch(pattern)
			);
		}
	);
});

it('what a spreadsheet only wore out is read: lone quotes, zeros lost', async () => {
	overwriteGetLocale(() => 'fr');
	expect(await told('lone-quotes.csv', fixture('lone-quotes.csv'))).toEqual({
		said: [],
		wrote: true
	});
	const names = await repository.nodes(['le-relais', 'l-entraide']);
	expect(names.map(({ name }) => name)).toEqual(['Le "Relais"', 'L"entraide']);
	const { said } = await told('lost-zeros.csv', fixture('lost-zeros.csv'));
	expect(said).toHaveLength(1);
	const [hospital] = await repository.nodes(['ch-d-essai']);
	expect(hospital).toMatchObject({ finess: '010000024', codeInsee: '01451', postalCode: '01440' });
});

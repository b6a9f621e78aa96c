import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import type { Organisation } from '#lib/domain/entities.ts';
import { buildDossier } from '#lib/proposal/dossier.ts';
import type { ProposalFacts } from '#lib/proposal/facts.ts';
import { xml } from '#lib/export/xml.ts';
import { isTooLong, letterOf } from '#lib/proposal/letter/letter.ts';
import { fittedLetter } from '#lib/proposal/letter/pdf.ts';
import { writeDossier } from '#lib/proposal/make/write.ts';
import { writePage } from '#lib/proposal/page/document.ts';
import type { Written } from '#lib/proposal/passages/passage.ts';
import { factsIn, framework, RICHERAND, seededCatalogue } from './proposal-seed.ts';

const catalogue = seededCatalogue();
const SLOW = 120_000;

const letter = (facts: ProposalFacts, written?: Written) =>
	buildDossier(framework('cpts-lettre'), facts, written);

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
	const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	return Promise.all(
		Array.from({ length: file.numPages }, async (_, index) => {
			const { items } = await (await file.getPage(index + 1)).getTextContent();
			const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
			return words.join('').replace(/[\s\u2009\u202f]+/gu, ' ');
		})
	);
}

/** Facts with many more structures, whose names are long. */
function crowded(facts: ProposalFacts): ProposalFacts {
	const more = Array.from({ length: 200 }, (_, index): Organisation => ({
		...{ label: 'Actor', id: `foule-${index}`, kind: 'association' },
		name: `Association pour la santé et l’accès aux droits du quartier numéro ${index}`
	}));
	const [model] = facts.network.nodes;
	if (!model) throw new Error('no node');
	const nodes = more.map(({ id, name }) => ({ ...model, id, name, member: true }));
	return {
		...facts,
		proofs: { ...facts.proofs, organisations: [...facts.proofs.organisations, ...more] },
		network: { ...facts.network, nodes: [...facts.network.nodes, ...nodes] }
	};
}

it(
	'holds on two pages for the largest projects and for a crowd, and says what is missing and what is left out',
	async () => {
		const cards = (await catalogue().cards()).toSorted((a, b) => b.structures - a.structures);
		const largest = await Promise.all(cards.slice(0, 4).map(({ id }) => factsIn(catalogue(), id)));
		const [first] = largest;
		if (!first) throw new Error('no project');
		for (const facts of [...largest, crowded(first)]) {
			const dossier = letter(facts);
			const pages = await pagesOf((await fittedLetter(dossier)).bytes);
			expect(pages.length, dossier.title).toBeLessThanOrEqual(2);
			const whole = pages.join(' ');
			for (const { title } of dossier.sections) expect(whole).toContain(title);
			expect(whole).toContain('Reste à écrire ou à collecter');
			expect(whole).toContain('À l’attention de l’agence régionale de santé');
			expect(whole).not.toContain('undefined');
		}
	},
	SLOW
);

it(
	'never cuts the words of the team: it takes more pages rather',
	async () => {
		const facts = await factsIn(catalogue(), RICHERAND);
		const text = Array.from({ length: 400 }, (_, index) => `Constat numéro ${index} de l’équipe.`);
		const passage = 'orientations.equipe';
		const words = { ...{ dossier: 'd', passage, version: 1, base: '', at: '', who: '' } };
		const written: Written = new Map([[passage, { ...words, text: text.join('\n\n') }]]);
		const pages = await pagesOf((await fittedLetter(letter(facts, written))).bytes);
		expect(pages.length).toBeGreaterThan(2);
		expect(isTooLong(letter(facts, written))).toBe(true);
		expect(isTooLong(letter(facts))).toBe(false);
		for (const line of text) expect(pages.join(' ')).toContain(line);
	},
	SLOW
);

it(
	'is the file of its framework, in Word as in PDF, with the drawing described',
	async () => {
		const dossier = letter(await factsIn(catalogue(), RICHERAND));
		const { value } = await mammoth.convertToHtml({
			buffer: Buffer.from(await writeDossier(dossier, 'docx'))
		});
		expect(value).toMatch(/<img alt="Dessin du réseau[^"]+"/);
		expect(value).not.toContain('Sommaire');
		for (const { title } of dossier.sections) expect(value).toContain(title);
		expect((await pagesOf(await writeDossier(dossier, 'pdf'))).length).toBeLessThanOrEqual(2);
	},
	SLOW
);

it(
	'is read as the short letter too: the same words as its PDF, one file that runs and asks nothing',
	async () => {
		const dossier = letter(await factsIn(catalogue(), RICHERAND));
		const html = new TextDecoder().decode(await writeDossier(dossier, 'html'));
		const { limits } = await fittedLetter(dossier);
		const told = letterOf(dossier, limits);
		for (const { title, lines } of told.sections) {
			expect(html).toContain(`<h2>${xml(title)}</h2>`);
			for (const { runs } of lines) for (const { text } of runs) expect(html).toContain(xml(text));
		}
		expect(html).toContain(xml(told.missing));
		expect(html.match(/<svg role="img" aria-label="[^"]{20,}"/g)).toHaveLength(told.figures.length);
		expect(html.match(/<table/g)).toBeNull();
		expect(html).not.toMatch(/<script|<img|<link|javascript:|src=/);
		expect(html.length).toBeLessThan(writePage(dossier).length);
	},
	SLOW
);

import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { buildDossier } from '#lib/proposal/dossier.ts';
import type { Dossier } from '#lib/proposal/document.ts';
import { participants } from '#lib/proposal/facts.ts';
import { writePage } from '#lib/proposal/page/document.ts';
import { writePdf } from '#lib/proposal/pdf/document.ts';
import { writeWord } from '#lib/proposal/word/document.ts';
import { factsIn, framework, RICHERAND, seededCatalogue } from './proposal-seed.ts';

const catalogue = seededCatalogue();
const SLOW = 120_000;

/** What another reader finds in a PDF: words by page, and the roles and alternative texts of its structure. */
async function read(bytes: Uint8Array) {
	const file = await getDocument({ data: bytes, verbosity: 0 }).promise;
	const pages: string[] = [];
	const tags: { role: string; alt?: string | undefined }[] = [];
	for (let number = 1; number <= file.numPages; number++) {
		const page = await file.getPage(number);
		const { items } = await page.getTextContent();
		const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
		pages.push(words.join('').replace(/\s+/gu, ' '));
		const walk = (node: { role: string; alt?: string; children?: unknown[] }): void => {
			tags.push({ role: node.role, alt: node.alt });
			for (const child of node.children ?? [])
				if (typeof child === 'object' && child !== null && 'role' in child) walk(Object(child));
		};
		walk(Object(await page.getStructTree()));
	}
	// As the eye reads them: what is on one line, from left to right, whenever it was written.
	const contents = new Map<number, string>();
	for (const item of (await (await file.getPage(1)).getTextContent()).items)
		if ('str' in item) {
			const y = Math.round(Number(item.transform[5]));
			contents.set(y, `${contents.get(y) ?? ''}${item.str}`);
		}
	const outline = (await file.getOutline()).map(({ title, items }) => [
		title,
		...items.map((item) => item.title)
	]);
	const { info } = await file.getMetadata();
	const marked = await file.getMarkInfo();
	return { pages, tags, outline, info: Object(info), marked, contents: [...contents.values()] };
}

const flat = (text: string): string => text.replace(/[\s\u2009\u202f]+/gu, ' ');

it(
	'writes a PDF another reader understands: tags, bookmarks, words, contents that lead to their pages',
	async () => {
		const facts = await factsIn(catalogue(), RICHERAND);
		const dossier = buildDossier(framework('pts'), facts);
		const { pages, tags, outline, info, marked, contents } = await read(await writePdf(dossier));
		expect(marked?.Marked).toBe(true);
		expect(info.Language).toBe('fr-FR');
		expect(info.Title).toContain('Coopérative de santé Richerand');
		expect(outline.map(([title]) => title).slice(0, dossier.sections.length)).toEqual(
			dossier.sections.map(({ title }) => title)
		);
		expect(outline.flat()).toContain('Coopérations');
		const whole = pages.join(' ');
		for (const { name } of participants(facts)) expect(whole).toContain(flat(name));
		for (const { name } of dossier.sources) expect(whole).toContain(flat(name));
		const count = (role: string): number => tags.filter((tag) => tag.role === role).length;
		expect(count('H2')).toBe(dossier.sections.length + 4);
		expect(count('TH')).toBeGreaterThan(10);
		expect(count('TD')).toBeGreaterThan(participants(facts).length);
		const figures = tags.filter(({ role }) => role === 'Figure');
		expect(figures.length).toBeGreaterThan(0);
		for (const { alt } of figures) expect(alt?.length).toBeGreaterThan(20);
		// « Titre 5 » in the contents: the page five holds that title.
		for (const { title } of dossier.sections) {
			const line = contents.find((each) => flat(each).startsWith(flat(title))) ?? '';
			const page = Number(/\d+$/.exec(line)?.[0]);
			expect(pages[page - 1], `${title}: ${line}`).toContain(flat(title));
		}
		expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
	},
	SLOW
);

/** A dossier whose words are hard to lay out. */
async function awkward(): Promise<Dossier> {
	const facts = await factsIn(catalogue(), RICHERAND);
	const dossier = buildDossier(framework('pts'), facts);
	const long = 'Une phrase longue. '.repeat(2_000);
	const passages = [
		{
			id: 'x',
			said: '',
			state: 'written' as const,
			blocks: [
				{ kind: 'paragraph' as const, runs: [{ text: long, sources: [1], team: true }] },
				{ kind: 'facts' as const, rows: [{ term: 'Objectifs', runs: [{ text: long }] }] },
				{ kind: 'list' as const, items: [[{ text: `${'x'.repeat(3_000)} \u0007\ud800 <b>&` }]] },
				{
					kind: 'figure' as const,
					id: 'reseau' as const,
					figure: { svg: '<svg', width: 10, height: 10 },
					caption: 'Ratée',
					alt: 'Ce qu’elle aurait montré.'
				},
				{ kind: 'paragraph' as const, runs: [{ text: '' }] }
			]
		}
	];
	return {
		...dossier,
		sections: [{ id: 'a', title: 'A', passages }, ...dossier.sections.slice(0, 2)]
	};
}

it(
	'sets words too long for a page, and says which figure could not be drawn',
	async () => {
		const { pages } = await read(await writePdf(await awkward()));
		const whole = pages.join(' ');
		expect(whole.match(/Une phrase longue\./g)).toHaveLength(4_000);
		expect(whole).toContain('La figure n’a pas pu être dessinée. Ce qu’elle aurait montré.');
	},
	SLOW
);

it(
	'says in the Word file too which figure could not be drawn, and keeps what follows it',
	async () => {
		const bytes = await writeWord(await awkward());
		const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
		expect(value).toContain('La figure n’a pas pu être dessinée. Ce qu’elle aurait montré.');
		expect(value.match(/Une phrase longue\./g)).toHaveLength(4_000);
	},
	SLOW
);

it('writes one HTML file that asks nothing of anyone and runs nothing', async () => {
	const dossier = await awkward();
	const html = writePage({ ...dossier, title: '<script>alert(1)</script>' });
	expect(html).not.toMatch(/<script|<img|<link|javascript:/);
	expect(html).not.toMatch(/src=|url\((?!#frame\))/);
	expect(html).toContain('&lt;b&gt;&amp;');
	const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
	const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
	expect(links.length).toBeGreaterThan(10);
	expect(links.filter((id) => !anchors.has(id))).toEqual([]);
});

it(
	'a figure without room on its page comes before the next subject, and what follows it fills the page',
	async () => {
		const facts = await factsIn(catalogue(), RICHERAND);
		const dossier = buildDossier(framework('pts'), facts);
		const filling = (lines: number) => ({
			kind: 'paragraph' as const,
			runs: [
				{ text: 'Une ligne de texte qui remplit la largeur de la page, à peu près. '.repeat(lines) }
			]
		});
		const drawn = {
			kind: 'figure' as const,
			id: 'reseau' as const,
			figure: {
				svg: '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="400"><rect width="500" height="400"/></svg>',
				width: 500,
				height: 400
			},
			caption: 'Légende du premier',
			alt: 'Un carré plein, pour essayer la place qu’il prend.'
		};
		const passage = (title: string, blocks: (typeof drawn | ReturnType<typeof filling>)[]) => ({
			...{ id: title, title, said: '', state: 'written' as const },
			blocks: [{ kind: 'heading' as const, level: 2 as const, text: title }, ...blocks]
		});
		const section = {
			...{ id: 'a', title: 'Deux sujets' },
			passages: [
				passage('Sujet premier', [filling(30), drawn, filling(1)]),
				passage('Sujet second', [filling(2)])
			]
		};
		const { pages } = await read(await writePdf({ ...dossier, sections: [section] }));
		const whole = pages.join(' ');
		const order = ['Sujet premier', 'Légende du premier', 'Sujet second'].map((words) =>
			whole.indexOf(words)
		);
		expect(order).not.toContain(-1);
		expect(order).toEqual([...order].sort((a, b) => a - b));
		const at = pages.findIndex((page) => page.includes('Légende du premier'));
		expect(pages[at - 1]).toContain('Sujet premier');
		expect(pages[at]).toContain('Sujet second');
	},
	SLOW
);

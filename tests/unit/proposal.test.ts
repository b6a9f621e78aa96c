import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { buildDossier } from '#lib/proposal/dossier.ts';
import {
	blocksOf,
	type Block,
	type Dossier,
	type RuleResult,
	type Run
} from '#lib/proposal/document.ts';
import { participants, type ProjectFacts } from '#lib/proposal/facts.ts';
import { FRAMEWORKS, usualFramework } from '#lib/proposal/frameworks.ts';
import { figureOf } from '#lib/proposal/sections/insight.ts';
import { writeWord } from '#lib/proposal/word/document.ts';
import { PROJECT_KINDS } from '#lib/domain/vocabulary/project-kinds.ts';
import { factsIn, framework, RICHERAND, seededCatalogue } from './proposal-seed.ts';

const catalogue = seededCatalogue();
const factsOf = (id: string): Promise<ProjectFacts> => factsIn(catalogue(), id);

const runsOf = (block: Block): readonly Run[] => {
	if (block.kind === 'paragraph') return block.runs;
	if (block.kind === 'list') return block.items.flat();
	if (block.kind === 'facts') return block.rows.flatMap(({ runs }) => runs);
	if (block.kind === 'table') return block.rows.flat();
	if (block.kind === 'figure') return [{ text: block.caption }, { text: block.alt }];
	return [{ text: block.text }];
};
const allRuns = ({ sections, annex }: Dossier): Run[] =>
	[...sections.flatMap(blocksOf), ...annex].flatMap(runsOf);

const ruleOf = (dossier: Dossier, id: string): RuleResult => {
	const found = dossier.rules.find((rule) => rule.id === id);
	if (!found) throw new Error(`no rule ${id}`);
	return found;
};

it('fills every framework from every project of the seed, each citation leading to a source', async () => {
	const cards = await catalogue().cards();
	expect(cards).toHaveLength(60);
	for (const { id } of cards) {
		const facts = await factsOf(id);
		for (const one of FRAMEWORKS) {
			const dossier = buildDossier(one, facts);
			const where = `${one.id}, ${id}`;
			expect(
				dossier.sections.map((section) => section.id),
				where
			).toEqual(one.sections.map((section) => section.id));
			const runs = allRuns(dossier);
			const cited = runs.flatMap(({ sources = [] }) => sources);
			expect(Math.max(0, ...cited), where).toBeLessThanOrEqual(dossier.sources.length);
			expect(Math.min(1, ...cited), where).toBe(1);
			const text = [
				...runs.map((run) => run.text),
				...dossier.rules.flatMap(({ statement, found, remedy }) => [statement, found, remedy])
			].join('\n');
			expect(text, where).not.toMatch(/undefined|NaN|Infinity|\[object/);
			for (const other of facts.isolated.flatMap((row) => row.with))
				expect(text, where).not.toContain(` ${other}.`);
			for (const { state, remedy } of dossier.rules)
				expect(remedy === '', where).toBe(state === 'satisfied');
		}
	}
}, 120_000);

it('gives every kind of project a framework that takes it, or the territorial project', () => {
	for (const kind of PROJECT_KINDS) {
		const found = usualFramework(kind);
		expect(found.projects.includes(kind) || found.id === 'pts', kind).toBe(true);
	}
	expect(usualFramework('cpts').id).toBe('cpts-projet');
	expect(usualFramework('centre_sante_scic').id).toBe('centre-de-sante-communautaire');
});

describe('a rule', () => {
	it('finds the CPTS and the establishment of a territorial project, and asks what data cannot tell', async () => {
		const dossier = buildDossier(framework('pts'), await factsOf(RICHERAND));
		expect(ruleOf(dossier, 'cpts')).toMatchObject({ state: 'to_confirm' });
		expect(ruleOf(dossier, 'cpts').found).toContain('CPTS Paris 10');
		expect(ruleOf(dossier, 'etablissement').found).toContain('Hôpitaux de Paris');
		expect(ruleOf(dossier, 'liste')).toMatchObject({ state: 'satisfied' });
	});

	it('says what is missing when nobody of that kind is in the network', async () => {
		const facts = await factsOf(RICHERAND);
		const organisations = facts.proofs.organisations.filter(
			({ kind }) => kind !== 'cpts' && kind !== 'hopital'
		);
		const without = { ...facts, proofs: { ...facts.proofs, organisations } };
		const dossier = buildDossier(framework('pts'), without);
		for (const id of ['cpts', 'etablissement'])
			expect(ruleOf(dossier, id)).toMatchObject({
				state: 'missing',
				found: 'Rien dans les données.'
			});
	});

	it('counts the project itself among the CPTS', async () => {
		const cards = await catalogue().cards();
		const cpts = cards.find(({ kind }) => kind === 'cpts');
		if (!cpts) throw new Error('no CPTS in the seed');
		const facts = await factsOf(cpts.id);
		const alone = { ...facts, proofs: { ...facts.proofs, organisations: [] } };
		expect(ruleOf(buildDossier(framework('pts'), alone), 'cpts').found).toContain(cpts.name);
	});

	it('knows a territory with communes, with words only, and without', async () => {
		const facts = await factsOf(RICHERAND);
		const stateWith = (change: object): string => {
			const node = { ...facts.sheet.node, ...change };
			const changed = { ...facts, sheet: { ...facts.sheet, node } };
			return ruleOf(buildDossier(framework('pts'), changed), 'territoire').state;
		};
		expect(stateWith({})).toBe('satisfied');
		expect(stateWith({ communes: undefined })).toBe('to_confirm');
		expect(stateWith({ communes: [], territoryText: undefined })).toBe('missing');
	});

	it('names the dimensions of access nothing is said of', async () => {
		const facts = await factsOf(RICHERAND);
		const node = { ...facts.sheet.node, accessDimensions: ['geographique' as const] };
		const dossier = buildDossier(framework('pts'), { ...facts, sheet: { ...facts.sheet, node } });
		const { state, found } = ruleOf(dossier, 'acces');
		expect(state).toBe('missing');
		expect(found).toMatch(/financi.*psycholog/);
		expect(found).not.toMatch(/géographique/);
	});

	it('counts the ties nobody vouches for', async () => {
		const facts = await factsOf(RICHERAND);
		expect(ruleOf(buildDossier(framework('pts'), facts), 'sources').state).toBe('satisfied');
		const [first, ...others] = facts.proofs.relations.filter(
			({ family, status }) => family === 'cooperation' && status === 'current'
		);
		if (!first) throw new Error('no cooperation');
		const relations = facts.proofs.relations.map((view) =>
			view.id === first.id ? { ...view, claims: [] } : view
		);
		const bare = { ...facts, proofs: { ...facts.proofs, relations } };
		expect(others.length).toBeGreaterThan(0);
		expect(ruleOf(buildDossier(framework('pts'), bare), 'sources')).toMatchObject({
			state: 'missing',
			found: expect.stringMatching(/^1 lien sur \d+/)
		});
	});
});

it('never adds money of different stages, nor counts what is unknown', async () => {
	const facts = await factsOf(RICHERAND);
	const [model] = facts.proofs.relations.filter(({ family }) => family === 'funding');
	if (!model) throw new Error('no funding');
	const relations = [
		{ ...model, id: 'a', amountEur: 1000, stage: 'granted' as const },
		{ ...model, id: 'b', amountEur: 500, stage: 'granted' as const },
		{ ...model, id: 'c', amountEur: 70, stage: 'asked' as const },
		{ ...model, id: 'd', amountEur: undefined }
	];
	const dossier = buildDossier(framework('pts'), {
		...facts,
		proofs: { ...facts.proofs, relations }
	});
	// What the drawing says aloud is what the list says.
	const said = allRuns(dossier)
		.map(({ text }) => text.replace(/\s/gu, ' '))
		.filter((text) => !text.startsWith('Barres'));
	expect(said.filter((text) => text.includes('1 500 €'))).toHaveLength(1);
	expect(said.filter((text) => /: 70 €/.test(text))).toHaveLength(1);
	expect(said.some((text) => text.includes('1 570'))).toBe(false);
	expect(said).toContain('Un financement n’a pas de montant connu : il n’entre dans aucun total.');
});

it('draws every participant once under its number in the table, none over another', async () => {
	const facts = await factsOf(RICHERAND);
	const { svg } = figureOf(facts);
	const numbers = [
		...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="middle"[^>]*>(\d+)</g)
	];
	expect(numbers.map(([, , , number]) => Number(number)).sort((a, b) => a - b)).toEqual(
		participants(facts).map((_, index) => index + 1)
	);
	const radius = Number(/<circle [^>]*r="([\d.]+)" fill/.exec(svg)?.[1]);
	const places = numbers.map(([, x, y]) => [Number(x), Number(y)] as const);
	for (const [i, [x, y]] of places.entries())
		for (const [otherX, otherY] of places.slice(i + 1))
			expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(2 * radius);
	const rings = [...svg.matchAll(/<circle [^>]*fill="none"/g)].length;
	const apart = facts.isolated.filter(({ undocumented }) => !undocumented);
	expect(apart.length).toBeGreaterThan(0);
	// One more in the legend.
	expect(rings).toBe(apart.length + 1);
});

it('writes a Word file another author’s reader understands: headings, tables, figure, links to sources', async () => {
	const facts = await factsOf(RICHERAND);
	const name = 'Coopé\u0007rative <b>&amp; \ud800 «\u202fRicherand\u202f»';
	const node = { ...facts.sheet.node, name };
	const dossier = buildDossier(framework('pts'), { ...facts, sheet: { ...facts.sheet, node } });
	const { value: html } = await mammoth.convertToHtml({
		buffer: Buffer.from(await writeWord(dossier))
	});
	const headings = [...html.matchAll(/<h1>(?:<a id="[^"]*"><\/a>)*([^<]*)<\/h1>/g)].map(
		([, text]) => text
	);
	for (const { title } of dossier.sections) expect(headings).toContain(title);
	expect(html).toContain('Coopérative &lt;b&gt;&amp;amp; \ufffd «\u202fRicherand\u202f»');
	expect(html).toMatch(/<img alt="Dessin du réseau[^"]+"/);
	const rows = [...html.matchAll(/<tr>/g)].length;
	expect(rows).toBeGreaterThan(participants(facts).length + dossier.rules.length);
	const anchors = new Set([...html.matchAll(/id="(source-\d+)"/g)].map(([, id]) => id));
	const links = [...html.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id);
	expect(links.length).toBeGreaterThan(20);
	expect(links.filter((id) => !anchors.has(id))).toEqual([]);
	expect(anchors.size).toBe(dossier.sources.length);
	for (const { name: structure } of participants(facts)) expect(html).toContain(structure);
}, 60_000);

import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Actor, Relation } from '#lib/domain/entities.ts';
import type { PlannedChange, Step } from '#lib/domain/scenario/scenario.ts';
import { knownWith } from '#lib/i18n/scenario-sentences.ts';
import { isApart } from '#lib/network/isolation.ts';
import { buildDossier } from '#lib/proposal/dossier.ts';
import { blocksOf, type Block, type Dossier, type Run } from '#lib/proposal/document.ts';
import type { ProposalFacts } from '#lib/proposal/facts.ts';
import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { writeJson } from '#lib/proposal/json.ts';
import { planningOf } from '#lib/proposal/planned/planning.ts';
import { plannedSheet } from '#lib/proposal/planned/sheet.ts';
import { writePage } from '#lib/proposal/page/document.ts';
import { passageKey, type Written } from '#lib/proposal/passages/passage.ts';
import { writeWord } from '#lib/proposal/word/document.ts';
import { factsIn, framework, seededCatalogue } from './proposal-seed.ts';

const PROJECT = 'prj-place-sante';
const catalogue = seededCatalogue();

const tie = (id: string, source: string, target: string, more: Partial<Relation> = {}) => ({
	...{ id, source, target, type: 'COOPERATES_WITH' as const, projectId: PROJECT },
	...more
});
const newcomer: Actor = {
	...{ label: 'Actor', id: 'plan-ruche', name: 'La Ruche d’essai', kind: 'cpts' }
};

/** The facts of a project of the starter set, with steps over them made from what is there. */
async function planned(
	more: (apart: string, linked: string) => readonly Step[] = () => []
): Promise<ProposalFacts> {
	const facts = await factsIn(catalogue(), PROJECT);
	const apart = facts.isolated.find(isApart)?.actorId ?? '';
	const linked = facts.network.edges.find(({ horizontal }) => horizontal)?.source ?? '';
	const step = (id: string, change: PlannedChange, said: Partial<Step> = {}): Step => ({
		...{ id, change, agreement: 'hoped', at: '2026-05-01T00:00:00Z' },
		...said
	});
	const money = { stage: 'asked' as const, amountEur: 12_345, amountPeriod: '2028-2029' };
	const steps = [
		step(
			's-new',
			{
				op: 'add',
				node: newcomer,
				relations: [tie('plan-r', newcomer.id, linked)]
			},
			{ when: '2028-03', agreement: 'in_discussion', who: 'la mairie' }
		),
		step('s-tie', { op: 'tie', relation: tie('plan-t', apart, linked) }, { when: '2027' }),
		step('s-post', {
			op: 'add',
			node: {
				...{ label: 'SharedResource', id: 'plan-post', name: 'Médiation d’essai' },
				kind: 'personnel_partage'
			},
			relations: [
				tie('plan-h', linked, 'plan-post', { type: 'HOLDS' }),
				tie('plan-u', newcomer.id, 'plan-post', { type: 'USES' })
			]
		}),
		step(
			's-money',
			{ op: 'tie', relation: tie('plan-m', linked, newcomer.id, { type: 'FUNDS', ...money }) },
			{ when: '2028', agreement: 'agreed' }
		),
		...more(apart, linked)
	];
	const edits = steps.map((each) => ({ op: 'add' as const, step: each }));
	const base = { kind: 'project' as const, id: PROJECT };
	const picture = await catalogue().scenarioPicture({ base, edits, done: edits.length });
	if (!picture) throw new Error('no picture');
	const nodes = new Map(
		[...picture.before.network.nodes, ...picture.after.network.nodes].map((node) => [node.id, node])
	);
	const known = knownWith(steps, {
		end: (id) => nodes.get(id) ?? { name: id, label: 'Actor' },
		relation: (id) => picture.before.network.edges.find((edge) => edge.id === id)
	});
	const planning = planningOf({ name: 'Essai «\u202fici\u202f»' }, picture, known);
	return { ...facts, ...picture.before, planning };
}

const runsOf = (block: Block): readonly Run[] => {
	if (block.kind === 'paragraph') return block.runs;
	if (block.kind === 'list') return block.items.flat();
	if (block.kind === 'facts') return block.rows.flatMap(({ runs }) => runs);
	return block.kind === 'table' ? block.rows.flat() : [];
};
const allBlocks = ({ sections }: Dossier): Block[] => sections.flatMap(blocksOf);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the dossier of a scenario', () => {
	it('tells each planned thing in every framework, marked as such wherever it is told, and no fact so', async () => {
		const facts = await planned();
		const bare = { ...facts, planning: undefined };
		for (const one of FRAMEWORKS) {
			const dossier = buildDossier(one, facts);
			const runs = allBlocks(dossier).flatMap(runsOf);
			for (const name of ['La Ruche d’essai', 'Médiation d’essai', '12 345 €']) {
				const told = runs.filter(({ text }) => plain(text).includes(name));
				expect(told.length, `${one.id}: ${name}`).toBeGreaterThan(0);
				// The amount's own cell stands in a row whose first cell is marked.
				for (const run of told.filter(({ text }) => plain(text) !== '12 345 €'))
					expect(run.planned, `${one.id}: ${run.text}`).toBe(true);
			}
			const said = new Set(
				allBlocks(buildDossier(one, bare))
					.flatMap(runsOf)
					.map(({ text }) => text)
			);
			const factual = runs.filter((run) => !run.planned && !run.team && run.text.length > 30);
			expect(factual.every(({ text }) => said.has(text) || !text.includes('essai'))).toBe(true);
			expect(runs.filter(({ text }) => /undefined|NaN|\[object/.test(text))).toEqual([]);
		}
	});

	it('says when, how far it is agreed and who sees to it; money asked stays apart and in no total of the facts', async () => {
		const facts = await planned();
		const dossier = buildDossier(framework('cpts-projet'), facts);
		const runs = allBlocks(dossier).flatMap(runsOf);
		const texts = runs.map(({ text }) => plain(text));
		expect(texts.some((text) => text.includes('Prévu en mars 2028 : '))).toBe(true);
		expect(texts.some((text) => text.endsWith('(en discussion, suivi par la mairie).'))).toBe(true);
		expect(texts).toContain('Demandé : 12 345 €, sur un montant connu.');
		const factual = runs.filter((run) => !run.planned).map(({ text }) => plain(text));
		expect(factual.filter((text) => /^Demandé :.*12 345/.test(text))).toEqual([]);
	});

	it('draws the network before and after in the same places and the same frame, what is planned apart', async () => {
		const facts = await planned();
		const figures = allBlocks(buildDossier(framework('pts'), facts)).flatMap((block) =>
			block.kind === 'figure' && block.id.startsWith('reseau') ? [block] : []
		);
		expect(figures.map(({ id }) => id)).toEqual(['reseau', 'reseau-apres']);
		const numbersIn = (svg: string) =>
			new Map(
				[
					...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="middle"[^>]*>(\d+)</g)
				].map(([, x, y, number]) => [number, `${x} ${y}`])
			);
		const [before, after] = figures.map(({ figure }) => numbersIn(figure.svg));
		expect(before?.size).toBeGreaterThan(5);
		for (const [number, place] of before ?? []) expect(after?.get(number)).toBe(place);
		expect(after?.size).toBe((before?.size ?? 0) + 1);
		const dashed = (svg = ''): number => [...svg.matchAll(/stroke-dasharray="(4 3|9 6)"/g)].length;
		expect(dashed(figures[0]?.figure.svg)).toBe(0);
		expect(dashed(figures[1]?.figure.svg)).toBeGreaterThan(2);
	});

	it('says of each structure apart how the project reaches it, or that nothing is planned for it', async () => {
		const facts = await planned();
		const { planning } = facts;
		if (!planning) throw new Error('nothing planned');
		const textsOf = (some: ProposalFacts): string[] =>
			allBlocks(buildDossier(framework('cls'), some)).flatMap((block) => [
				...runsOf(block).map(({ text }) => plain(text)),
				...(block.kind === 'gap' ? [plain(block.text)] : [])
			]);
		const apart = facts.isolated.find(isApart)?.actorId ?? '';
		const name = plain(planning.known.end(apart).name);
		const reached = textsOf(facts).filter((text) => text.startsWith(`${name} : ${name} `));
		expect(reached).toHaveLength(1);
		expect(reached[0]).toMatch(/(Ne serait plus à part|Ne tiendrait que par un seul lien)\.$/);
		const idle = { ...planning, steps: [], after: { ...facts }, planned: new Set<string>() };
		expect(
			textsOf({ ...facts, planning: idle }).filter(
				(text) => text.startsWith('Rien n’est prévu pour') && text.includes(name)
			)
		).toHaveLength(1);
	});

	it('gives indicators before and after as a table and as marks to follow', async () => {
		const facts = await planned();
		const blocks = allBlocks(buildDossier(framework('pts'), facts));
		const table = blocks.find(
			(block) => block.kind === 'table' && block.caption.startsWith('Indicateurs avant et après')
		);
		const rows = table?.kind === 'table' ? table.rows : [];
		expect(rows.length).toBeGreaterThan(2);
		for (const [, from, to] of rows) expect(from?.text).not.toBe(to?.text);
	});

	it('satisfies no rule by what is only planned', async () => {
		const facts = await planned();
		const organisations = facts.proofs.organisations.filter(({ kind }) => kind !== 'cpts');
		const proofs = { ...facts.proofs, organisations };
		const rule = (some: ProposalFacts) =>
			buildDossier(framework('pts'), some).rules.find(({ id }) => id === 'cpts');
		expect(rule({ ...facts, proofs })).toMatchObject({
			state: 'to_confirm',
			found: 'Prévu seulement, pas encore fait\u202f: La Ruche d’essai.'
		});
		expect(rule({ ...facts, proofs, planning: undefined })?.state).toBe('missing');
	});

	it('counts a step that does not fit nowhere, and says so', async () => {
		const facts = await planned((apart) => [
			{
				...{ id: 's-gone', agreement: 'hoped', at: '2026-05-01T00:00:00Z' },
				change: { op: 'tie', relation: tie('plan-g', apart, 'gone') }
			}
		]);
		expect(facts.planning?.steps.map(({ id }) => id)).not.toContain('s-gone');
		const gaps = allBlocks(buildDossier(framework('pts'), facts)).flatMap((block) =>
			block.kind === 'gap' ? [block.text] : []
		);
		expect(gaps.filter((text) => text.includes('n’est comptée nulle part'))).toHaveLength(1);
	});

	it('keeps the words of the team when the plan changes, and the mark of what is planned', async () => {
		const facts = await planned();
		const key = passageKey('calendrier', 'calendar');
		const said = buildDossier(framework('pts'), facts)
			.sections.flatMap(({ passages }) => passages)
			.find(({ id }) => id === 'calendar')?.said;
		expect(said).toContain('[prévu]');
		const text = `Notre calendrier à nous.\n\n${said}\n\nRencontre de la mairie [prévu]`;
		const words = { ...{ dossier: 'd', passage: key, version: 1, at: '', who: '' }, text };
		const written: Written = new Map([[key, { ...words, base: said ?? '' }]]);
		const later = await planned((apart) => [
			{
				...{ id: 's-end', agreement: 'agreed', at: '2026-05-01T00:00:00Z', when: '2030' },
				change: { op: 'end', entity: 'node', id: apart }
			}
		]);
		const passageIn = (some: ProposalFacts) =>
			buildDossier(framework('pts'), some, written)
				.sections.flatMap(({ passages }) => passages)
				.find(({ id }) => id === 'calendar');
		expect(passageIn(facts)?.state).toBe('written');
		expect(passageIn(later)?.state).toBe('review');
		const runs = passageIn(later)?.blocks.flatMap(runsOf) ?? [];
		expect(runs.find((run) => run.text.includes('à nous'))).toMatchObject({ team: true });
		expect(runs.find((run) => run.text.includes('Rencontre'))).toMatchObject({ planned: true });
		expect(runs.some((run) => run.planned && run.text.includes('[prévu]'))).toBe(false);
	});

	it('leaves as Word, page, JSON and a sheet of its own, the same things marked in each', async () => {
		const facts = await planned();
		const dossier = buildDossier(framework('pts'), facts);
		const { value } = await mammoth.extractRawText({
			buffer: Buffer.from(await writeWord(dossier))
		});
		const marked = /La Ruche d’essai\u202f\[prévu\]/;
		expect(value).toMatch(marked);
		expect(writePage(dossier)).toContain('La Ruche d’essai\u202f<span class="team-mark">[prévu]');
		const read: unknown = JSON.parse(writeJson(dossier));
		expect(read).toMatchObject({
			title: dossier.title,
			rules: dossier.rules.map(({ id, state }) => ({ id, state }))
		});
		expect(JSON.stringify(read)).not.toContain('<svg');
		expect(writeJson(dossier)).toMatch(/"text": "La Ruche d’essai",\s*"planned": true/);
		const sheet = facts.planning && plannedSheet(facts.planning);
		expect(sheet?.rows).toHaveLength(4);
	}, 60_000);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Relation } from '#lib/domain/entities.ts';
import type { Base, PlannedChange, Scenario } from '#lib/domain/scenario/scenario.ts';
import { FAMILY_OF } from '#lib/domain/vocabulary/relation-types.ts';
import { blocksOf, type Block, type Dossier, type Run } from '#lib/proposal/document.ts';
import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { fittedLetter } from '#lib/proposal/letter/pdf.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { Repository } from '#lib/server/repository.ts';
import { openStarterCatalogue } from '../../../tests/unit/starter-catalogue.ts';
import { askedDossier } from './asked.server.ts';
import { scenarioSubject } from './scenario.server.ts';

const MORBIHAN: Base = { kind: 'departement', code: '56' };
const GUYANE: Base = { kind: 'region', code: '03' };
let repository: Repository;
let catalogue: Catalogue;
beforeAll(async () => {
	({ repository, catalogue } = await openStarterCatalogue());
});
afterAll(() => repository.close());

/** A scenario over a territory: a newcomer tied to one of its structures, and money asked for it. */
async function planned(base: Base, id: string): Promise<void> {
	const { network } = (await catalogue.network(base)) ?? {};
	const partner =
		network?.nodes.find(({ label, member }) => label === 'Actor' && member)?.id ?? 'disparue';
	const at = '2026-05-01T00:00:00Z';
	const relation = (key: string, more: Pick<Relation, 'type' | 'source' | 'target'>): Relation => ({
		...{ id: `plan-${key}`, ...more }
	});
	const money = { stage: 'asked' as const, amountEur: 45_000, amountPeriod: '2028-2029' };
	const changes: PlannedChange[] = [
		{
			op: 'add',
			node: { label: 'Actor', id: 'plan-ruche', name: 'La Ruche d’essai', kind: 'association' },
			relations: [relation('r', { type: 'COOPERATES_WITH', source: 'plan-ruche', target: partner })]
		},
		{
			op: 'tie',
			relation: {
				...relation('m', { type: 'FUNDS', source: partner, target: 'plan-ruche' }),
				...money
			}
		}
	];
	const edits: Scenario['edits'] = changes.map((change, index) => ({
		op: 'add',
		step: { id: `s-${index}`, change, agreement: 'hoped', at, when: '2028-03' }
	}));
	const scenario: Scenario = {
		...{ id, name: `Un centre en ${id}`, note: 'Né d’une réunion d’habitants.', base },
		...{ baseName: 'Là-bas', by: 'local', createdAt: at, updatedAt: at, edits, done: edits.length }
	};
	await repository.saveScenario(scenario, 0);
}

const dossierOf = async (id: string, framework: string) => {
	const subject = await scenarioSubject({ catalogue }, id);
	return askedDossier(repository, subject, new URLSearchParams({ cadre: framework }));
};

const runsOf = (block: Block): readonly Run[] => {
	if (block.kind === 'paragraph') return block.runs;
	if (block.kind === 'list') return block.items.flat();
	if (block.kind === 'facts') return block.rows.flatMap(({ runs }) => runs);
	return block.kind === 'table' ? block.rows.flat() : [];
};
const blocksIn = ({ sections }: Dossier): Block[] => sections.flatMap(blocksOf);
const textOf = (block: Block): string =>
	block.kind === 'gap'
		? block.text
		: runsOf(block)
				.map(({ text }) => text)
				.join(' ');

it('is whole in every framework for a département and a region: named after what is planned, no section empty, what is planned marked', async () => {
	await planned(MORBIHAN, 'scn-56');
	await planned(GUYANE, 'scn-03');
	for (const id of ['scn-56', 'scn-03'])
		for (const framework of FRAMEWORKS) {
			const { dossier } = await dossierOf(id, framework.id);
			expect(dossier.title).toBe(`Un centre en ${id}`);
			for (const section of dossier.sections) expect(blocksOf(section), section.id).not.toEqual([]);
			const blocks = blocksIn(dossier);
			const texts = blocks.map(textOf);
			expect(texts.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([]);
			const told = blocks.flatMap(runsOf).filter(({ text }) => text.includes('d’essai'));
			expect(told.length, framework.id).toBeGreaterThan(0);
			expect(told.every(({ planned }) => planned)).toBe(true);
			expect(texts.some((text) => text.includes('réseau du projet'))).toBe(false);
		}
});

it('lets no rule be met by what is only in the territory, but that of sources', async () => {
	for (const framework of FRAMEWORKS) {
		const { dossier } = await dossierOf('scn-56', framework.id);
		const met = dossier.rules.filter(({ state }) => state === 'satisfied').map(({ id }) => id);
		expect(met.filter((id) => id !== 'sources')).toEqual([]);
		const list = dossier.rules.find(({ id }) => id === 'liste');
		if (list)
			expect(list).toMatchObject({
				state: 'to_confirm',
				remedy: expect.stringContaining('pas encore dans le projet')
			});
	}
});

it('tells the ties between structures of the territory, and of no other place', async () => {
	const { dossier, facts } = await dossierOf('scn-03', 'cls');
	const members = new Set(facts.network.nodes.filter(({ member }) => member).map(({ id }) => id));
	const inside = facts.proofs.relations.filter(
		({ type, status, source, target }) =>
			FAMILY_OF[type] === 'cooperation' &&
			(status === 'current' || status === 'to_check') &&
			members.has(source.id) &&
			members.has(target.id)
	);
	const passage = dossier.sections
		.flatMap(({ passages }) => passages)
		.find(({ id }) => id === 'cooperations');
	const items = passage?.blocks.find(({ kind }) => kind === 'list');
	expect(inside.length).toBeGreaterThan(0);
	expect(items?.kind === 'list' && items.items).toHaveLength(inside.length);
});

it('lists the projects known there, each with its source, and what each structure does in them', async () => {
	const { dossier, facts } = await dossierOf('scn-03', 'pts');
	const known = facts.territory?.projects ?? [];
	expect(known.length).toBeGreaterThan(0);
	const tables = blocksIn(dossier).flatMap((block) => (block.kind === 'table' ? [block] : []));
	const projects = tables.find(({ caption }) =>
		caption.startsWith('Projets territoriaux de santé')
	);
	expect(projects?.rows.map(([name]) => name?.text)).toEqual(known.map(({ node }) => node.name));
	for (const [name] of projects?.rows ?? []) expect(name?.sources?.length).toBeGreaterThan(0);
	const structures = tables.find(({ caption }) => caption === 'Structures du réseau du territoire');
	const parts = structures?.rows.flatMap((row) => row.at(-1) ?? []) ?? [];
	const said = parts.filter(({ text }) => known.some(({ node }) => text.endsWith(node.name)));
	expect(said.length).toBeGreaterThan(0);
	for (const { sources } of said) expect(sources?.length).toBeGreaterThan(0);
});

it('leaves as a letter of two pages, sent to the agency of its region', async () => {
	const { dossier } = await dossierOf('scn-56', 'cpts-lettre');
	expect(dossier.letter?.to).toContain('Bretagne');
	const { bytes } = await fittedLetter(dossier);
	const pages = [
		...Buffer.from(bytes)
			.toString('latin1')
			.matchAll(/\/Type \/Page\b/g)
	];
	expect(pages.length).toBeLessThanOrEqual(2);
});

it('says in a sentence that what a scenario starts from is gone, and knows no deleted scenario', async () => {
	const base: Base = { kind: 'project', id: 'prj-disparu' };
	await planned(base, 'scn-gone');
	await expect(scenarioSubject({ catalogue }, 'scn-gone')).rejects.toMatchObject({
		status: 404,
		body: { message: expect.stringContaining('Là-bas') }
	});
	const kept = await repository.scenario('scn-56');
	if (!kept) throw new Error('no scenario');
	const deletedAt = '2026-06-01T00:00:00Z';
	await repository.saveScenario({ ...kept.scenario, deletedAt }, kept.version);
	await expect(scenarioSubject({ catalogue }, 'scn-56')).rejects.toMatchObject({ status: 404 });
});

import { expect, it } from 'vitest';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { withEdit, type Scenario } from '#lib/domain/scenario/scenario.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { ConflictError, InvalidChangeError } from '../errors.ts';
import type { Repository } from '../repository.ts';
import { actor, CREATIONS, relation } from './fixture.ts';
import {
	allRecords,
	applied,
	freshRepository,
	ids,
	refusal,
	undoOf,
	type Open
} from './context.ts';

const at = '2026-11-23T10:00:00.000Z';
const empty: Scenario = {
	id: 'scn-nord',
	name: 'Un médiateur de plus « ici »',
	base: { kind: 'project', id: 'prj-nord' },
	baseName: 'Projet du Nord',
	by: 'Camille',
	createdAt: at,
	updatedAt: at,
	edits: [],
	done: 0
};
const planned = withEdit(
	withEdit(
		empty,
		{
			op: 'add',
			step: {
				...{ id: 'step-1', at, agreement: 'hoped', when: '2027', who: 'La mairie' },
				change: {
					op: 'add',
					node: actor('plan-mediation', 'Centre de médiation', { commune: 'Saint-Denis' }),
					relations: [relation('plan-r1', 'plan-mediation', 'TAKES_PART_IN', 'prj-nord')]
				}
			}
		},
		at
	),
	{
		op: 'add',
		step: {
			...{ id: 'step-2', at, agreement: 'agreed', note: '=1+1 <b>à dire</b>' },
			change: {
				op: 'modify',
				entity: 'node',
				id: 'prj-nord',
				before: { communes: null },
				after: { communes: ['Saint-Denis', 'Épinay'] }
			}
		}
	},
	at
);

/** Everything the port answers of the graph, as one text. */
async function everything(repository: Repository): Promise<string> {
	const scopes: Scope[] = [
		{ kind: 'all' },
		{ kind: 'project', id: 'prj-nord' },
		{ kind: 'departement', code: '93' },
		{ kind: 'region', code: '11' },
		{ kind: 'funder', id: 'f-banque' }
	];
	const filter = { labels: NODE_LABELS };
	return JSON.stringify([
		await allRecords(repository),
		await Promise.all(scopes.map((scope) => repository.slice(scope))),
		await repository.list(filter, { limit: 1000 }),
		await repository.count(filter),
		await Promise.all(['centre', 'mediation', 'plan'].map((text) => repository.search(text, 50))),
		await repository.nodes(['plan-mediation', 'scn-nord', 'a-centre']),
		await repository.relationsOf('prj-nord'),
		await repository.claimsAbout(['plan-mediation', 'r-coop']),
		await repository.historyOf('plan-mediation'),
		await repository.dataRevision(),
		await repository.revisions({ limit: 10 }),
		await repository.layouts()
	]);
}

export function describeScenarios(open: Open): void {
	const repository = freshRepository(open);

	it('gives a scenario back as it was, counted at each writing', async () => {
		expect(await repository().scenario('scn-nord')).toBeUndefined();
		expect(await repository().saveScenario(empty, 0)).toBe(1);
		expect(await repository().saveScenario(planned, 1)).toBe(2);
		expect(await repository().scenario('scn-nord')).toEqual({ scenario: planned, version: 2 });
	});

	it('lists them by id, all or those of one base', async () => {
		const elsewhere: Scenario = {
			...{ ...empty, id: 'scn-ailleurs', archivedAt: at, baseName: 'Haute-Garonne' },
			base: { kind: 'departement', code: '31' }
		};
		for (const scenario of [planned, elsewhere]) await repository().saveScenario(scenario, 0);
		const found = async (base?: Scenario['base']) =>
			ids((await repository().scenarios(base)).map(({ scenario }) => scenario));
		expect(await found()).toEqual(['scn-ailleurs', 'scn-nord']);
		expect(await found(empty.base)).toEqual(['scn-nord']);
		expect(await found(elsewhere.base)).toEqual(['scn-ailleurs']);
		expect(await found({ kind: 'project', id: 'prj-sud' })).toEqual([]);
	});

	it('refuses what another window wrote meanwhile, and what is no scenario', async () => {
		await repository().saveScenario(empty, 0);
		for (const expected of [0, 2])
			expect(await refusal(repository().saveScenario(planned, expected))).toBeInstanceOf(
				ConflictError
			);
		const nameless = { ...empty, id: 'scn-autre', name: ' ' };
		expect(await refusal(repository().saveScenario(nameless, 0))).toBeInstanceOf(
			InvalidChangeError
		);
		const kept = await Promise.all(
			['scn-nord', 'scn-autre'].map((id) => repository().scenario(id))
		);
		expect(kept).toEqual([{ scenario: empty, version: 1 }, undefined]);
	});

	it('lets one of two windows that write at once through', async () => {
		await repository().saveScenario(empty, 0);
		const both = [planned, { ...empty, name: 'Un autre nom' }];
		const said = await Promise.allSettled(both.map((each) => repository().saveScenario(each, 1)));
		expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await repository().scenario('scn-nord'))?.version).toBe(2);
	});

	it('keeps them apart from the facts: no list, count, search, network, history or export has them', async () => {
		await applied(repository(), CREATIONS);
		const before = await everything(repository());
		await repository().saveScenario(planned, 0);
		await repository().saveScenario({ ...planned, deletedAt: at }, 1);
		expect(await everything(repository())).toBe(before);
	});

	it('outlives what it is planned over: deleted, the facts are gone and the scenario is as it was', async () => {
		const { number } = await applied(repository(), CREATIONS);
		await repository().saveScenario(planned, 0);
		await repository().apply(await undoOf(repository(), number));
		expect((await repository().slice(planned.base)).nodes).toEqual([]);
		expect(await repository().scenario('scn-nord')).toEqual({ scenario: planned, version: 1 });
		expect(ids((await repository().scenarios()).map(({ scenario }) => scenario))).toEqual([
			'scn-nord'
		]);
		expect(await repository().saveScenario({ ...planned, archivedAt: at }, 1)).toBe(2);
	});
}

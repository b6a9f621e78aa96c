import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim, Relation } from '#lib/domain/entities.ts';
import { isolationProperty } from '#lib/domain/isolation-statements.ts';
import type { Catalogue } from '../catalogue.ts';
import { createClaim, createNode, createRelation } from '../changes/codecs.ts';
import { actor, changeSet } from '../contract/fixture.ts';
import { openMemoryRepository } from '../database.ts';
import { inProcess } from '../layouts/compute.ts';
import { LayoutKeeper } from '../layouts/keeper.ts';
import type { Repository } from '../repository.ts';
import { createCatalogue } from './create.ts';

const here = { departement: '93', region: '11', commune: 'Saint-Denis', codeInsee: '93066' };
const there = { departement: '13', region: '93', commune: 'Marseille', codeInsee: '13055' };
const claim = (id: string, aboutId: string, by: string, more: Partial<Claim> = {}): Claim => ({
	...{ id, aboutId, by, says: 'exists', how: 'stated' },
	...more
});
const works = (source: string, target: string, more: Partial<Relation> = {}): Relation => ({
	...{ id: `${source}-${target}`, type: 'COOPERATES_WITH', source, target },
	...more
});

let repository: Repository;
let catalogue: Catalogue;

beforeAll(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
	await repository.apply(
		changeSet([
			createNode({
				...{ label: 'HealthProject', id: 'prj-x', name: 'X', kind: 'cls', status: 'current' },
				...{ coverage: 'partial', codesInsee: ['93066'] }
			}),
			createNode(actor('a', 'A', here)),
			createNode(actor('b', 'B', here)),
			createNode(actor('c', 'C', here)),
			createNode(actor('d', 'D', { ...here, finess: '930000012' })),
			createNode(actor('e', 'E', there)),
			createNode(actor('listed', 'Listed', { ...here, finess: '930000020' })),
			createNode(actor('owner', 'Owner', { ...there, finess: '130000011' })),
			createNode(actor('visited', 'Visited', { ...here, finess: '930000038' })),
			...['a', 'b', 'c'].map((id) => createRelation(works(id, 'prj-x', { type: 'TAKES_PART_IN' }))),
			createRelation(works('a', 'b')),
			createRelation(works('c', 'e')),
			createRelation(works('d', 'e')),
			createRelation(works('owner', 'listed', { type: 'MANAGES' })),
			...['d', 'listed', 'owner', 'owner-listed', 'visited'].map((id) =>
				createClaim(claim(`c-${id}`, id, 'FINESS'))
			),
			createClaim(claim('c-seen', 'visited', 'CPTS de la Plaine')),
			createClaim(claim('c-alone', 'c', 'a', { property: isolationProperty('prj-x') }))
		])
	);
	const layouts = new LayoutKeeper(repository, inProcess);
	catalogue = createCatalogue(repository, { layouts, fictional: () => false });
});
afterAll(() => repository.close());

const classes = async (over?: 'department' | 'all') =>
	Object.fromEntries(
		(await catalogue.isolated({ over })).map((row) => [row.actorId, row.class] as const)
	);

describe('who stands apart, over a network or another', () => {
	it('is judged in its projects, else in its département, and over a wider network when asked', async () => {
		const bridges = { a: 'single_bridge', b: 'single_bridge' };
		const outside = { c: 'outside_only', d: 'outside_only', e: 'outside_only' };
		expect(await classes()).toEqual({ ...bridges, ...outside, visited: 'no_tie' });
		expect(await classes('department')).toEqual({ ...bridges, ...outside, visited: 'no_tie' });
		const single = { c: 'single_bridge', d: 'single_bridge' };
		expect(await classes('all')).toEqual({
			...{ a: 'detached_group', b: 'detached_group' },
			...single,
			visited: 'no_tie'
		});
	});
	it('is documented where somebody says so', async () => {
		const rows = await catalogue.isolated();
		const said = rows.find(({ actorId }) => actorId === 'c');
		expect([said?.certainty, said?.withNames]).toEqual(['documented', ['E']]);
		const prepared = await catalogue.network({ kind: 'project', id: 'prj-x' });
		expect(prepared?.isolated.find(({ actorId }) => actorId === 'c')?.certainty).toBe('documented');
		const [again] = (await catalogue.isolated({ over: 'all' })).filter((r) => r.actorId === 'c');
		expect(again?.certainty).toBe('in_data_only');
	});
});

describe('who a register lists and nobody else speaks of', () => {
	it('is never judged and in no network', async () => {
		const prepared = await catalogue.network({ kind: 'departement', code: '93' });
		const ids = prepared?.network.nodes.map(({ id }) => id);
		expect(ids).toContain('visited');
		expect(ids).not.toContain('listed');
		const everything = await catalogue.network({ kind: 'all' });
		expect(everything?.network.nodes.map(({ id }) => id)).not.toContain('owner');
	});
	it('is absent, of the territory of a project as of everything', async () => {
		expect((await catalogue.absent()).map(({ actorId }) => actorId)).toEqual(['listed', 'owner']);
		const rows = await catalogue.absent('prj-x');
		// A structure the register lists and that works elsewhere is absent from this project too.
		expect(rows.map((row) => [row.actorId, row.class, row.projectId])).toEqual([
			['d', 'absent', 'prj-x'],
			['listed', 'absent', 'prj-x'],
			['visited', 'absent', 'prj-x']
		]);
		expect(await catalogue.absent('prj-nowhere')).toEqual([]);
	});
});

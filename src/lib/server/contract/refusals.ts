import { expect, it } from 'vitest';
import type { Change } from '#lib/domain/changes.ts';
import { createNode, createRelation, removeNode } from '../changes/codecs.ts';
import { ConflictError, InvalidChangeError, InvalidCursorError } from '../errors.ts';
import { allRecords, applied, freshRepository, refusal, type Open } from './context.ts';
import { CREATIONS, NODES, actor, changeSet, relation } from './fixture.ts';

const renamed = (id: string, from: string, to: string): Change => ({
	entity: 'node',
	id,
	label: 'Actor',
	op: 'update',
	before: { name: from },
	after: { name: to }
});

function removal(id: string): Change {
	const node = NODES.find((n) => n.id === id);
	if (!node) throw new Error(`${id} is not in the fixture`);
	return removeNode(node);
}

/** Change sets that break a rule, with the problem each must be told. */
const INVALID: readonly (readonly [string, readonly Change[], object])[] = [
	[
		'the same record twice',
		[renamed('a-cpts', 'CPTS du Grand Hôpital', 'x'), renamed('a-cpts', 'x', 'y')],
		{ id: 'a-cpts', field: 'id', code: 'changed_twice' }
	],
	[
		'an end that does not exist',
		[createRelation(relation('r-new', 'a-centre', 'USES', 'res-nowhere'))],
		{ id: 'r-new', field: 'target', code: 'unknown_end' }
	],
	[
		'an end the same set removes',
		[
			createRelation(relation('r-new', 'a-centre', 'COOPERATES_WITH', 'a-alone')),
			removal('a-alone')
		],
		{ id: 'r-new', field: 'target', code: 'unknown_end' }
	],
	[
		'a claim as an end',
		[createRelation(relation('r-new', 'a-centre', 'COOPERATES_WITH', 'c-form'))],
		{ id: 'r-new', field: 'target', code: 'wrong_nature' }
	],
	[
		'a tie to itself',
		[createRelation(relation('r-new', 'a-centre', 'COOPERATES_WITH', 'a-centre'))],
		{ id: 'r-new', field: 'target', code: 'same_ends' }
	],
	[
		'a project that is not one',
		[createRelation(relation('r-new', 'a-far', 'HOSTS', 'a-asso', { projectId: 'a-centre' }))],
		{ id: 'r-new', field: 'projectId', code: 'wrong_nature' }
	],
	[
		'a node removed while tied',
		[removal('a-mairie')],
		{ id: 'a-mairie', field: 'id', code: 'still_referenced', value: ['r-hosts'] }
	],
	[
		'a source removed while claims rest on it',
		[removal('s-rapport')],
		{ id: 's-rapport', field: 'id', code: 'still_referenced', value: ['c-coop-1'] }
	],
	[
		'a resource removed while a relation is about it',
		[removal('res-vehicule')],
		{ id: 'res-vehicule', field: 'id', code: 'still_referenced', value: ['r-hosts'] }
	],
	[
		'an id no address can hold',
		[createNode(actor('a b/é', 'Nom'))],
		{ id: 'a b/é', field: 'id', code: 'bad_id' }
	]
];

export function describeRefusals(open: Open): void {
	const repository = freshRepository(open);

	it.each(INVALID)('refuses %s', async (_, changes, problem) => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const error = await refusal(
			repository().apply(changeSet([createNode(actor('a-0', 'Autre')), ...changes]))
		);
		expect(error).toBeInstanceOf(InvalidChangeError);
		expect(error).toMatchObject({ problems: [problem] });
		expect(await allRecords(repository())).toEqual(before);
		expect(await repository().dataRevision()).toBe(1);
	});

	it('tells conflicts field by field and writes nothing, whichever change is wrong', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const error = await refusal(
			repository().apply(
				changeSet([
					createNode(actor('a-0', 'Première, bonne')),
					{
						entity: 'node',
						id: 'a-cpts',
						label: 'Actor',
						op: 'update',
						before: { name: 'Ancien nom', website: 'https://old.example' },
						after: { name: 'Nouveau nom', website: null }
					},
					{
						entity: 'node',
						id: 'zz-absent',
						label: 'Actor',
						op: 'update',
						before: { name: 'a' },
						after: { name: 'b' }
					}
				])
			)
		);
		expect(error).toBeInstanceOf(ConflictError);
		expect(error).toMatchObject({
			conflicts: [
				{ id: 'a-cpts', field: 'name', expected: 'Ancien nom', found: 'CPTS du Grand Hôpital' },
				{ id: 'a-cpts', field: 'website', expected: 'https://old.example', found: null },
				{ id: 'zz-absent', field: null, expected: 'Actor', found: null }
			]
		});
		expect(await allRecords(repository())).toEqual(before);
		expect(await repository().dataRevision()).toBe(1);
	});

	it('refuses to create over what exists, be it of the other kind', async () => {
		await applied(repository(), CREATIONS);
		const error = await refusal(
			repository().apply(
				changeSet([createNode(actor('a-far', 'Double')), createNode(actor('r-coop', 'Double'))])
			)
		);
		expect(error).toBeInstanceOf(ConflictError);
		expect(error).toMatchObject({
			conflicts: [
				{ id: 'a-far', field: null, expected: null, found: 'Actor' },
				{ id: 'r-coop', field: null, expected: null, found: 'COOPERATES_WITH' }
			]
		});
	});

	it('refuses a change made for other ends or another label', async () => {
		await applied(repository(), CREATIONS);
		const error = await refusal(
			repository().apply(
				changeSet([
					renamed('f-banque', 'Banque d’essai', 'Banque'),
					{
						entity: 'relation',
						id: 'r-halo',
						type: 'REFERS_TO',
						source: 'a-far',
						target: 'a-sud',
						op: 'update',
						before: { since: null },
						after: { since: '2020' }
					}
				])
			)
		);
		expect(error).toMatchObject({
			conflicts: [
				{ id: 'f-banque', field: 'label', expected: 'Actor', found: 'Funder' },
				{ id: 'r-halo', field: 'source', expected: 'a-far', found: 'a-sud' },
				{ id: 'r-halo', field: 'target', expected: 'a-sud', found: 'a-far' }
			]
		});
	});

	it('refuses to remove what is no longer as it was', async () => {
		await applied(repository(), [createNode(actor('a-1', 'Un', { ess: true }))]);
		const error = await refusal(
			repository().apply(changeSet([removeNode(actor('a-1', 'Un', { publics: ['tous'] }))]))
		);
		expect(error).toMatchObject({
			conflicts: [
				{ id: 'a-1', field: 'ess', expected: null, found: true },
				{ id: 'a-1', field: 'publics', expected: ['tous'], found: null }
			]
		});
	});

	it('never gives the id of a removed thing to another', async () => {
		const one = actor('a-1', 'Un');
		await applied(repository(), [createNode(one)]);
		await applied(repository(), [removeNode(one)]);
		const error = await refusal(repository().apply(changeSet([createNode(one)])));
		expect(error).toBeInstanceOf(InvalidChangeError);
		expect(error).toMatchObject({ problems: [{ id: 'a-1', field: 'id', code: 'id_reused' }] });
	});

	it('refuses a cursor it never gave', async () => {
		const filter = { labels: ['Actor'] as const };
		const error = await refusal(repository().list(filter, { limit: 5, cursor: 'n’importe quoi' }));
		expect(error).toBeInstanceOf(InvalidCursorError);
	});
}

import { expect, it } from 'vitest';
import type { Properties } from '#lib/domain/changes.ts';
import { createNode, createRelation, removeNode, removeRelation } from '../changes/codecs.ts';
import type { StoredLayout } from '../repository.ts';
import { allRecords, applied, freshRepository, ids, refusal, type Open } from './context.ts';
import { CLAIMS, CREATIONS, NODES, RELATIONS, actor, changeSet, relation } from './fixture.ts';

export function describeWriting(open: Open): void {
	const repository = freshRepository(open);

	it('migrates again without harm and without a revision', async () => {
		await applied(repository(), CREATIONS);
		await repository().migrate();
		await repository().ping();
		expect(await repository().dataRevision()).toBe(1);
		expect(await allRecords(repository())).toHaveLength(CREATIONS.length);
	});

	it('starts empty, at revision 0', async () => {
		expect(await repository().dataRevision()).toBe(0);
		expect(await repository().revisions({ limit: 10 })).toEqual([]);
		expect(await allRecords(repository())).toEqual([]);
		expect(await repository().slice({ kind: 'all' })).toEqual({
			revision: 0,
			nodes: [],
			relations: [],
			claims: []
		});
	});

	it('gives back what was written, nodes with their claims first, all by id', async () => {
		const revision = await repository().apply(changeSet(CREATIONS));
		expect(revision).toEqual({
			number: 1,
			previous: null,
			who: 'contract',
			why: 'essai',
			at: '2025-01-02T03:04:05.000Z',
			origin: { kind: 'import', name: 'fixture.csv', checksum: 'abc' },
			created: CREATIONS.length,
			updated: 0,
			removed: 0
		});
		const records = await allRecords(repository());
		const nodeIds = [...ids(NODES), ...ids(CLAIMS)].sort();
		expect(ids(records)).toEqual([...nodeIds, ...ids(RELATIONS)]);
		const changes = new Map(CREATIONS.map((change) => [change.id, change]));
		for (const { properties, ...subject } of records) {
			expect({ ...subject, op: 'create', after: properties }).toEqual(changes.get(subject.id));
		}
	});

	it('writes nothing for an empty set, nor for one that changes nothing', async () => {
		await applied(repository(), CREATIONS);
		expect(await repository().apply(changeSet([]))).toBeNull();
		const same = { name: 'Mairie' };
		expect(
			await repository().apply(
				changeSet([
					{
						entity: 'node',
						id: 'a-mairie',
						label: 'Actor',
						op: 'update',
						before: same,
						after: same
					}
				])
			)
		).toBeNull();
		expect(await repository().dataRevision()).toBe(1);
	});

	it('updates what it is told and nothing else, and takes a property away', async () => {
		await applied(repository(), CREATIONS);
		const revision = await applied(repository(), [
			{
				entity: 'node',
				id: 'a-cpts',
				label: 'Actor',
				op: 'update',
				before: { commune: 'Saint-Denis', website: null, departement: '93' },
				after: { commune: 'Épinay', website: 'https://example.org/cpts', departement: null }
			}
		]);
		expect(revision).toMatchObject({ number: 2, previous: 1, created: 0, updated: 1, removed: 0 });
		const [node] = await repository().nodes(['a-cpts']);
		expect(node).toEqual({
			label: 'Actor',
			id: 'a-cpts',
			name: 'CPTS du Grand Hôpital',
			kind: 'cpts',
			region: '11',
			commune: 'Épinay',
			website: 'https://example.org/cpts'
		});
		const inDepartement = { labels: ['Actor'] as const, departement: '93' };
		expect(ids((await repository().list(inDepartement, { limit: 10 })).items)).toEqual([
			'a-centre'
		]);
		expect(ids(await repository().search('epinay', 5))).toEqual(['a-cpts']);
		expect(ids(await repository().search('cpts denis', 5))).toEqual([]);
	});

	it('marks claims to be checked again when the fact they supported changes', async () => {
		await applied(repository(), CREATIONS);
		const revision = await applied(repository(), [
			{
				entity: 'relation',
				id: 'r-coop',
				type: 'COOPERATES_WITH',
				source: 'a-centre',
				target: 'a-asso',
				op: 'update',
				before: { until: null },
				after: { until: '2024-06' }
			},
			{
				entity: 'node',
				id: 'a-centre',
				label: 'Actor',
				op: 'update',
				before: { legalForm: 'SCIC' },
				after: { legalForm: 'association' }
			}
		]);
		expect(revision.updated).toBe(5);
		const claims = await repository().claimsAbout(['r-coop', 'a-centre', 'r-funds']);
		expect(claims.map(({ id, toCheck }) => [id, toCheck])).toEqual([
			['c-coop-1', true],
			['c-coop-2', true],
			['c-form', true],
			['c-funds', undefined]
		]);
	});

	it('leaves claims alone when the set changes them, or when nothing they said changes', async () => {
		await applied(repository(), CREATIONS);
		const revision = await applied(repository(), [
			{
				entity: 'relation',
				id: 'r-coop',
				type: 'COOPERATES_WITH',
				source: 'a-centre',
				target: 'a-asso',
				op: 'update',
				before: { detail: null },
				after: { detail: 'réunions' }
			},
			{
				entity: 'node',
				id: 'a-centre',
				label: 'Actor',
				op: 'update',
				before: { legalForm: 'SCIC' },
				after: { legalForm: 'SCIC SA' }
			},
			{
				entity: 'node',
				id: 'c-form',
				label: 'Claim',
				op: 'update',
				before: { value: '"SCIC"' },
				after: { value: '"SCIC SA"' }
			}
		]);
		expect(revision.updated).toBe(3);
		const claims = await repository().claimsAbout(['r-coop', 'a-centre']);
		expect(claims.filter(({ toCheck }) => toCheck)).toEqual([]);
	});

	it('moves a claim to another source, another section, to none and back', async () => {
		await applied(repository(), CREATIONS);
		const others = Object.fromEntries(
			Object.entries(CLAIMS[0] ?? {}).filter(([key]) => key !== 'sourceId' && key !== 'section')
		);
		let before: Properties = { sourceId: 's-rapport', section: 'p. 12' };
		const steps: Properties[] = [
			{ sourceId: 's-site', section: 'p. 12' },
			{ sourceId: 's-site', section: 'p. 13' },
			{ sourceId: 's-site' },
			{},
			{ section: 'p. 14' },
			{ sourceId: 's-rapport', section: 'p. 14' }
		];
		for (const after of steps) {
			const both = ['sourceId', 'section'] as const;
			const whole = (properties: Properties) =>
				Object.fromEntries(both.map((key) => [key, properties[key] ?? null]));
			await applied(repository(), [
				{
					entity: 'node',
					id: 'c-coop-1',
					label: 'Claim',
					op: 'update',
					before: whole(before),
					after: whole(after)
				}
			]);
			const [claim] = await repository().claimsAbout(['r-coop']);
			expect(claim).toEqual({ ...others, ...after });
			const resting =
				after.sourceId === 's-site' ? ['c-coop-1', 'c-form', 'c-funds'] : ['c-form', 'c-funds'];
			expect(ids(await repository().claimsFrom('s-site'))).toEqual(resting);
			before = after;
		}
	});

	it('removes hundreds at once, whatever ties them, and leaves the others', async () => {
		const some = Array.from({ length: 300 }, (_, n) => n);
		const structures = some.map((n) => actor(`a-x${n}`, `Acteur ${n}`));
		const ties = some.map((n) =>
			relation(
				`r-x${n}`,
				`a-x${n}`,
				n % 2 ? 'USES' : 'COOPERATES_WITH',
				n % 2 ? 'res-vehicule' : 'a-far'
			)
		);
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		await applied(repository(), [...structures.map(createNode), ...ties.map(createRelation)]);
		const tied = await refusal(repository().apply(changeSet(structures.map(removeNode))));
		expect(tied).toMatchObject({
			problems: [...structures]
				.sort((a, b) => (a.id < b.id ? -1 : 1))
				.map(({ id }) => ({ id, code: 'still_referenced', value: [id.replace('a-', 'r-')] }))
		});
		const all = [...structures.map(removeNode), ...ties.map(removeRelation)];
		expect(await applied(repository(), all)).toMatchObject({ removed: 600 });
		expect(await allRecords(repository())).toEqual(before);
	});

	it('keeps any text: quotes, emoji, other scripts, long names', async () => {
		const names = [
			`l'"hôpital"; DROP TABLE node; -- \\ \n\t {} $id`,
			'👩🏽‍⚕️ équipe 🚑',
			'Ω ж 汉字 العربية',
			'é'.repeat(200),
			'nul\u0000byte'
		];
		await applied(
			repository(),
			names.map((name, index) => createNode(actor(`a-${index}`, name, { description: name })))
		);
		const nodes = await repository().nodes(names.map((_, index) => `a-${index}`));
		expect(nodes.map(({ name }) => name)).toEqual(names);
		expect(nodes.map(({ description }) => description)).toEqual(names);
		expect(ids(await repository().search('汉字', 5))).toEqual(['a-2']);
		expect(ids(await repository().search('é'.repeat(200), 5))).toEqual(['a-3']);
		expect(await repository().search(`"'*) OR (`, 5)).toEqual([]);
	});

	it('queues writers and chains their revisions', async () => {
		const writers = Array.from({ length: 12 }, (_, index) =>
			repository().apply(changeSet([createNode(actor(`a-${index}`, `Acteur ${index}`))]))
		);
		const revisions = await Promise.all(writers);
		const numbers = revisions.map((r) => r?.number ?? 0).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
		for (const r of revisions)
			expect(r?.previous).toBe(r?.number === 1 ? null : (r?.number ?? 0) - 1);
		expect(await allRecords(repository())).toHaveLength(12);
	});

	it('keeps layouts by key, the last one saved', async () => {
		const layout: StoredLayout = {
			key: 'project:prj-nord',
			version: 1,
			revision: 0,
			fingerprint: 'f1',
			data: 'é{"x":[1.5]}'
		};
		expect(await repository().layout(layout.key)).toBeUndefined();
		await repository().saveLayout(layout);
		await repository().saveLayout({ ...layout, key: 'all' });
		await repository().saveLayout({ ...layout, fingerprint: 'f2', revision: 3, data: '[]' });
		expect(await repository().layout(layout.key)).toEqual({
			...layout,
			fingerprint: 'f2',
			revision: 3,
			data: '[]'
		});
		expect(await repository().layouts()).toEqual([
			{ key: 'all', version: 1, revision: 0, fingerprint: 'f1' },
			{ key: 'project:prj-nord', version: 1, revision: 3, fingerprint: 'f2' }
		]);
		expect(await repository().dataRevision()).toBe(0);
	});
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, Properties, PropertyValue } from '#lib/domain/changes.ts';
import type { Repository, StoredRecord } from '../repository.ts';
import { createNode, createRelation, removeNode } from '../changes/codecs.ts';
import {
	allRecords,
	applied,
	freshRepository,
	ids,
	refusal,
	undoOf,
	type Open
} from './context.ts';
import { CREATIONS, actor, changeSet, relation } from './fixture.ts';

/** A stored record as the changes that could touch it name it. */
function asChange(record: StoredRecord): Change & { op: 'create' } {
	const found = CREATIONS.find(({ id }) => id === record.id);
	if (found?.op !== 'create') throw new Error(`${record.id} is not in the fixture`);
	const after: Record<string, PropertyValue> = {};
	for (const [key, value] of Object.entries(record.properties)) {
		if (value !== null && value !== undefined) after[key] = value as PropertyValue;
	}
	return { ...found, after };
}

const removed = ({ after, ...subject }: Change & { op: 'create' }): Change => ({
	...subject,
	op: 'remove',
	before: after
});

function updated({ after, ...subject }: Change & { op: 'create' }, to: Properties): Change {
	const before = Object.fromEntries(Object.keys(to).map((key) => [key, after[key] ?? null]));
	return { ...subject, op: 'update', before, after: to };
}

const DATES = fc.constantFrom('2018', '2020-05', '2021-12-31');
const TEXT = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
	.filter((text) => text.trim() !== '' && Buffer.from(text).toString() === text);

/** What to do with each record of the fixture, and how many new ones to add. */
const PLAN = fc.record({
	fates: fc.array(fc.constantFrom('keep', 'keep', 'update', 'remove'), {
		minLength: CREATIONS.length,
		maxLength: CREATIONS.length
	}),
	text: TEXT,
	date: DATES,
	added: fc.integer({ min: 0, max: 3 })
});
type Plan = typeof PLAN extends fc.Arbitrary<infer T> ? T : never;

/** A valid change set from a plan: whatever names a removed record goes with it. */
function changesOfPlan(plan: Plan, records: readonly StoredRecord[], run: number): Change[] {
	const stored = records.map(asChange);
	const gone = new Set<string>();
	const names = (change: Change & { op: 'create' }): string[] => [
		...(change.entity === 'relation' ? [change.source, change.target] : []),
		...['projectId', 'resourceId', 'aboutId', 'sourceId', 'publisherId'].flatMap((key) => {
			const value = change.after[key];
			return typeof value === 'string' ? [value] : [];
		})
	];
	stored.forEach((change, index) => {
		if (plan.fates[index] === 'remove') gone.add(change.id);
	});
	for (let before = -1; before !== gone.size;) {
		before = gone.size;
		for (const change of stored) if (names(change).some((id) => gone.has(id))) gone.add(change.id);
	}
	const changes = stored.flatMap((change, index): Change[] => {
		if (gone.has(change.id)) return [removed(change)];
		if (plan.fates[index] !== 'update') return [];
		if (change.entity === 'relation') return [updated(change, { since: plan.date })];
		if (change.label === 'Claim') return [updated(change, { detail: plan.text })];
		return [updated(change, { name: plan.text })];
	});
	for (let n = 0; n < plan.added; n++) {
		const id = `a-new-${run}-${n}`;
		changes.push(createNode(actor(id, plan.text)));
		if (!gone.has('a-far'))
			changes.push(createRelation(relation(`r-new-${run}-${n}`, id, 'ACCOMPANIES', 'a-far')));
	}
	return changes;
}

async function expectUndone(repository: Repository, changes: readonly Change[]): Promise<void> {
	const before = await allRecords(repository);
	const slice = await repository.slice({ kind: 'all' });
	const revision = await repository.apply(changeSet(changes));
	if (revision) {
		if (revision.created + revision.updated + revision.removed > 0)
			expect(await allRecords(repository)).not.toEqual(before);
		const undone = await repository.apply(await undoOf(repository, revision.number));
		expect(undone?.number).toBe(revision.number + 1);
	}
	expect(await allRecords(repository)).toEqual(before);
	const after = await repository.slice({ kind: 'all' });
	expect({ ...after, revision: 0 }).toEqual({ ...slice, revision: 0 });
}

export function describeUndo(open: Open): void {
	const repository = freshRepository(open);

	it('takes back a whole creation, and brings it back again', async () => {
		await applied(repository(), CREATIONS);
		const full = await allRecords(repository());
		await repository().apply(await undoOf(repository(), 1));
		expect(await allRecords(repository())).toEqual([]);
		expect(await repository().search('hôpital', 10)).toEqual([]);
		await repository().apply(await undoOf(repository(), 2));
		expect(await allRecords(repository())).toEqual(full);
		expect(await repository().dataRevision()).toBe(3);
	});

	it('removes again what came back, and brings it back again', async () => {
		await applied(repository(), CREATIONS);
		for (const round of [1, 3]) {
			await repository().apply(await undoOf(repository(), round));
			expect(await allRecords(repository())).toEqual([]);
			const [first] = CREATIONS;
			const reused = await refusal(repository().apply(changeSet(first ? [first] : [])));
			expect(reused).toMatchObject({ problems: [{ id: first?.id, code: 'id_reused' }] });
			await repository().apply(await undoOf(repository(), round + 1));
			expect(await allRecords(repository())).toHaveLength(CREATIONS.length);
		}
		for (const id of ['a-centre', 'r-coop', 'c-coop-1']) {
			const life = await repository().historyOf(id);
			expect(life.map(({ revision, change }) => [revision.number, change.op])).toEqual([
				[5, 'create'],
				[4, 'remove'],
				[3, 'create'],
				[2, 'remove'],
				[1, 'create']
			]);
		}
	});

	it('takes back a set that brings some back and removes others', async () => {
		await applied(repository(), [...CREATIONS, createNode(actor('a-old', 'Ancien'))]);
		await applied(repository(), [
			removeNode(actor('a-old', 'Ancien')),
			createNode(actor('a-new', 'Nouveau'))
		]);
		const before = await allRecords(repository());
		await repository().apply(await undoOf(repository(), 2));
		expect(ids(await repository().nodes(['a-old', 'a-new']))).toEqual(['a-old']);
		await repository().apply(await undoOf(repository(), 3));
		expect(await allRecords(repository())).toEqual(before);
	});

	it('takes back the marks on claims too, and sets none', async () => {
		await applied(repository(), CREATIONS);
		await expectUndone(repository(), [
			{
				entity: 'node',
				id: 'a-centre',
				label: 'Actor',
				op: 'update',
				before: { legalForm: 'SCIC' },
				after: { legalForm: 'association' }
			},
			{
				entity: 'relation',
				id: 'r-funds',
				type: 'FUNDS',
				source: 'f-banque',
				target: 'prj-nord',
				op: 'update',
				before: { amountEur: 50000 },
				after: { amountEur: 60000 }
			}
		]);
	});

	it('takes back any change set: the graph is as it was', async () => {
		await applied(repository(), CREATIONS);
		let run = 0;
		await fc.assert(
			fc.asyncProperty(PLAN, async (plan) => {
				const records = await allRecords(repository());
				await expectUndone(repository(), changesOfPlan(plan, records, run++));
			}),
			{ numRuns: 20 }
		);
	});
}

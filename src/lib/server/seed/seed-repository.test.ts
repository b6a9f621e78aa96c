import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeSet } from '#lib/domain/changes.ts';
import type { Relation } from '#lib/domain/entities.ts';
import { checkGraph } from '#lib/domain/check/check-graph.ts';
import { removeClaim, removeRelation } from '../changes/codecs.ts';
import type { Repository, StoredRecord } from '../repository.ts';
import { openSqlite } from '../sqlite/repository.ts';
import { seedDirectory } from './location.ts';
import { readSeed, type SeedRecords } from './read-seed.ts';
import { awaitsSeed, markEmpty, seedRepository } from './seed-repository.ts';

// The whole starter set is read and written: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let records: SeedRecords;
let repository: Repository;

beforeAll(async () => {
	const reading = await readSeed(seedDirectory());
	if (!reading.ok) throw new Error('the starter set is damaged');
	records = reading.value;
});
beforeEach(async () => {
	repository = openSqlite({ path: ':memory:' });
	await repository.migrate();
});
afterEach(() => repository.close());

/** A person's change set. */
const byCamille = (changes: ChangeSet['changes']): ChangeSet => ({
	who: 'Camille',
	why: 'correction',
	at: '2026-11-23T10:00:00.000Z',
	origin: { kind: 'page' },
	changes
});

/** The next edition of the seed: one relation corrected. */
const corrected = (id: string, correction: Partial<Relation>): SeedRecords => ({
	...records,
	checksum: 'next',
	relations: records.relations.map((r) => (r.id === id ? { ...r, ...correction } : r))
});

const relation = async (id: string): Promise<Relation | undefined> =>
	(await repository.relations([id]))[0];

async function all(): Promise<StoredRecord[]> {
	const found: StoredRecord[] = [];
	for await (const record of repository.records()) found.push(record);
	return found;
}

const organisations = { labels: ['Actor', 'Funder', 'ArsRegion'] } as const;

describe('seeding', () => {
	it('brings the starter set in one revision, and the graph then checks', async () => {
		const { revision } = await seedRepository(repository, records);
		expect(revision).toMatchObject({ number: 1, origin: { kind: 'seed' }, updated: 0, removed: 0 });
		expect((await repository.count(organisations)).total).toBe(379);
		expect((await repository.count({ labels: ['HealthProject'] })).total).toBe(60);
		expect(checkGraph(await all()).filter((p) => p.level === 'fault')).toEqual([]);
	});

	it('writes nothing the second time', async () => {
		await seedRepository(repository, records);
		expect(await seedRepository(repository, records)).toEqual({ revision: null, kept: [] });
		expect(await repository.dataRevision()).toBe(1);
	});

	it('keeps what people changed, and says what it kept', async () => {
		await seedRepository(repository, records);
		const aides = { entity: 'node', label: 'Actor', id: 'aides' } as const;
		await repository.apply(
			byCamille([{ ...aides, op: 'update', before: { name: 'Aides' }, after: { name: 'AIDES' } }])
		);
		expect(await seedRepository(repository, records)).toEqual({ revision: null, kept: ['aides'] });
		expect((await repository.nodes(['aides']))[0]?.name).toBe('AIDES');
	});

	it('keeps away what people removed, with its claims', async () => {
		await seedRepository(repository, records);
		const gone = await relation('rel-0001');
		if (!gone) throw new Error('rel-0001 is not in the seed');
		const claims = await repository.claimsAbout([gone.id]);
		await repository.apply(byCamille([removeRelation(gone), ...claims.map(removeClaim)]));
		const { revision, kept } = await seedRepository(repository, records);
		expect(revision).toBeNull();
		expect(kept).toEqual([...claims.map((c) => c.id), gone.id].sort());
		expect(await relation('rel-0001')).toBeUndefined();
	});

	it('brings a corrected fact to what is still as the seed wrote it, its claims still standing', async () => {
		await seedRepository(repository, records);
		const { revision, kept } = await seedRepository(
			repository,
			corrected('rel-0001', { until: '2022' })
		);
		expect(revision).toMatchObject({ number: 2, created: 0, updated: 1, removed: 0 });
		expect(kept).toEqual([]);
		expect(await relation('rel-0001')).toMatchObject({ until: '2022' });
		expect((await repository.claimsAbout(['rel-0001'])).map((c) => c.toCheck)).toEqual([
			undefined,
			undefined
		]);
		expect(
			(await seedRepository(repository, corrected('rel-0001', { until: '2022' }))).revision
		).toBeNull();
	});

	it('corrects one field of a record and keeps another that people changed', async () => {
		await seedRepository(repository, records);
		const first = await relation('rel-0001');
		await repository.apply(
			byCamille([
				{
					entity: 'relation',
					id: 'rel-0001',
					type: 'COOPERATES_WITH',
					source: first?.source ?? '',
					target: first?.target ?? '',
					op: 'update',
					before: { detail: first?.detail ?? null },
					after: { detail: 'partenaire principal' }
				}
			])
		);
		await seedRepository(repository, corrected('rel-0001', { since: '2019', detail: 'autre' }));
		expect(await relation('rel-0001')).toMatchObject({
			since: '2019',
			detail: 'partenaire principal'
		});
	});

	it('marks to be checked again what others said of a fact it corrects', async () => {
		await seedRepository(repository, records);
		const after = { aboutId: 'rel-0001', by: 'Camille', says: 'exists', how: 'stated' } as const;
		await repository.apply(
			byCamille([{ entity: 'node', label: 'Claim', id: 'claim-camille', op: 'create', after }])
		);
		await seedRepository(repository, corrected('rel-0001', { until: '2022' }));
		const claims = await repository.claimsAbout(['rel-0001']);
		expect(claims.filter((c) => c.toCheck).map((c) => c.id)).toEqual(['claim-camille']);
	});

	it('takes back a claim whose source is no longer cited', async () => {
		await seedRepository(repository, records);
		const id = 'claim-rel-0001-labo-communique';
		const fewer = { ...records, claims: records.claims.filter((c) => c.id !== id) };
		expect((await seedRepository(repository, fewer)).revision).toMatchObject({ removed: 1 });
		expect((await repository.claimsAbout(['rel-0001'])).map((c) => c.id)).not.toContain(id);
	});

	it('never gives a relation other ends under the same id', async () => {
		await seedRepository(repository, records);
		const { revision, kept } = await seedRepository(
			repository,
			corrected('rel-0001', { source: 'aides' })
		);
		expect(revision).toBeNull();
		expect(kept).toEqual(['rel-0001']);
	});
});

describe('a database nobody wrote to', () => {
	it('waits for the seed until it is seeded', async () => {
		expect(await awaitsSeed(repository)).toBe(true);
		await seedRepository(repository, records);
		expect(await awaitsSeed(repository)).toBe(false);
	});

	it('stays empty once it was asked to', async () => {
		await markEmpty(repository);
		expect(await awaitsSeed(repository)).toBe(false);
		expect(await repository.dataRevision()).toBe(0);
	});
});

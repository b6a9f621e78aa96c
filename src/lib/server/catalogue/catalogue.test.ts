import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { decodePayload } from '#lib/network/payload.ts';
import type { Repository } from '../repository.ts';
import { openStarterCatalogue } from '../../../../tests/unit/starter-catalogue.ts';

const TODAY = '2026-06-01';
let repository: Repository;
let catalogue: Catalogue;

beforeAll(async () => {
	({ repository, catalogue } = await openStarterCatalogue(TODAY));
}, 60_000);
afterAll(() => repository.close());

describe('the catalogue over the starter set', () => {
	it('has one card per project, by name, with the counts of its network', async () => {
		const cards = await catalogue.cards();
		expect(cards).toHaveLength(60);
		const names = cards.map((card) => card.name);
		expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare));
		for (const card of cards.slice(0, 12)) {
			const prepared = await catalogue.network({ kind: 'project', id: card.id });
			const members = prepared?.network.nodes.filter((node) => node.member) ?? [];
			const structures = members.filter((n) => n.label === 'Actor' || n.label === 'Funder');
			expect([card.id, card.structures]).toEqual([card.id, structures.length]);
			expect(card.documented).toBe(prepared?.network.documented);
		}
	});

	it('opens an ended project on the last day of its last year', async () => {
		const ended = (await catalogue.cards()).find((c) => c.status === 'ended' && c.endYear);
		const prepared = await catalogue.network({ kind: 'project', id: ended?.id ?? '' });
		expect(prepared?.network.day).toBe(`${ended?.endYear}-12-31`);
	});

	it('gives a place to every node it draws', async () => {
		const prepared = await catalogue.network({ kind: 'region', code: '11' });
		expect(prepared?.network.nodes.length).toBeGreaterThan(20);
		for (const node of prepared?.network.nodes ?? [])
			expect(prepared?.layout.positions.has(node.id)).toBe(true);
	});

	it('keeps every structure at its place whatever the day', async () => {
		const scope = { kind: 'project', id: 'prj-place-sante' } as const;
		const then = await catalogue.network(scope, { day: '2015-01-01' });
		expect(then?.network.day).toBe('2015-01-01');
		expect(then?.layout).toBe((await catalogue.network(scope))?.layout);
	});

	it('names every source a packed network cites', async () => {
		const scope = { kind: 'project', id: 'prj-scic-richerand' } as const;
		const packed = await catalogue.encodedNetwork(scope, { acceptEncoding: '' });
		const { network, sourceNames } = decodePayload(new TextDecoder().decode(packed?.body));
		const cited = new Set(network.edges.flatMap(({ sources }) => sources));
		expect(cited.size).toBeGreaterThan(3);
		const nodes = await repository.nodes([...cited]);
		expect(sourceNames).toEqual(new Map(nodes.map(({ id, name }) => [id, name])));
	});

	it('builds a network once for the same revision and day', async () => {
		const scope = { kind: 'project', id: 'prj-place-sante' } as const;
		expect(await catalogue.network(scope)).toBe(await catalogue.network(scope));
	});

	it('says nothing of what does not exist', async () => {
		expect(await catalogue.network({ kind: 'project', id: 'prj-nobody' })).toBeUndefined();
		expect(await catalogue.network({ kind: 'project', id: 'place-sante' })).toBeUndefined();
		expect(await catalogue.network({ kind: 'region', code: '99' })).toBeUndefined();
		expect(await catalogue.network({ kind: 'funder', id: 'nobody' })).toBeUndefined();
		expect(await catalogue.organisation('prj-place-sante')).toBeUndefined();
		expect(await catalogue.relation('nothing')).toBeUndefined();
	});

	it('shows on a sheet every relation of a structure, with its claims and their sources', async () => {
		const [relation] = (await repository.slice({ kind: 'all' })).relations.filter(
			(r) => r.type === 'COOPERATES_WITH'
		);
		const sheet = await catalogue.organisation(relation?.source ?? '');
		const stored = await repository.relationsOf(relation?.source ?? '');
		const ends = stored.filter(
			(r) =>
				r.type !== 'LOCATED_IN' && (r.source === relation?.source || r.target === relation?.source)
		);
		expect(sheet?.relations.map((view) => view.id).sort()).toEqual(ends.map((r) => r.id).sort());
		const view = sheet?.relations.find(({ id }) => id === relation?.id);
		expect(view?.claims[0]?.source?.name).toBeTruthy();
		expect(sheet?.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
	});

	it('tells a source all that rests on it', async () => {
		const [relation] = (await repository.slice({ kind: 'all' })).relations;
		const view = await catalogue.relation(relation?.id ?? '');
		const source = view?.claims[0]?.source;
		const sheet = await catalogue.source(source?.id ?? '');
		expect(sheet?.relations.map(({ id }) => id)).toContain(relation?.id);
	});

	it('lists the isolated of every project, and agrees with its network', async () => {
		const rows = await catalogue.isolated();
		const project = rows.find((row) => row.projectId)?.projectId ?? '';
		const prepared = await catalogue.network({ kind: 'project', id: project });
		const ids = rows.filter((row) => row.projectId === project).map((row) => row.actorId);
		expect(ids).toEqual(prepared?.isolated.map((row) => row.actorId));
	});

	it('packs the same bytes once, under one name', async () => {
		const options = { acceptEncoding: 'gzip, br' };
		const first = await catalogue.encodedNetwork({ kind: 'all' }, options);
		expect(first?.encoding).toBe('br');
		expect(await catalogue.encodedNetwork({ kind: 'all' }, options)).toBe(first);
		const plain = await catalogue.encodedNetwork({ kind: 'all' }, { acceptEncoding: '' });
		expect(plain?.etag).not.toBe(first?.etag);
		expect(JSON.parse(new TextDecoder().decode(plain?.body)).day).toBe(TODAY);
	});
});

describe('stored layouts', () => {
	it('keeps a network and the same with its halo apart', async () => {
		const scope = { kind: 'project', id: 'prj-place-sante' } as const;
		await catalogue.network(scope);
		await catalogue.network(scope, { halo: true });
		const keys = (await repository.layouts()).map(({ key }) => key);
		expect(keys).toContain('project:prj-place-sante');
		expect(keys).toContain('project:prj-place-sante+halo');
	});
});

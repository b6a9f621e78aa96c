import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { SliceParts } from '#lib/network/slice-parts.ts';
import { openStarterCatalogue } from '../../../../tests/unit/starter-catalogue.ts';
import type { Repository } from '../repository.ts';
import { Slices } from './slices.ts';

let repository: Repository;
let whole: GraphSlice;

beforeAll(async () => {
	({ repository } = await openStarterCatalogue('2026-06-01'));
	whole = await repository.slice({ kind: 'all' });
});
afterAll(() => repository.close());

describe('slices cut out of the whole graph', () => {
	it('are those the repository answers, for every project, region and département', async () => {
		const parts = new SliceParts(whole);
		const scopes = new Map(
			whole.nodes
				.flatMap((node) => [
					...(node.label === 'HealthProject' ? [{ kind: 'project', id: node.id } as const] : []),
					...('region' in node && node.region
						? [{ kind: 'region', code: node.region } as const]
						: []),
					...('departement' in node && node.departement
						? [{ kind: 'departement', code: node.departement } as const]
						: [])
				])
				.map((scope) => [JSON.stringify(scope), scope])
		);
		expect(scopes.size).toBeGreaterThan(120);
		for (const scope of [...scopes.values(), { kind: 'project', id: 'nobody' } as const])
			expect([scope, parts.of(scope)]).toEqual([scope, await repository.slice(scope)]);
	});
});

describe('the whole graph', () => {
	it('is read once for all who ask of one revision, and again after a change', async () => {
		let readings = 0;
		let revision = 1;
		const slices = new Slices({
			slice: (scope) => {
				readings++;
				return repository.slice(scope);
			},
			claimsAbout: (ids) => repository.claimsAbout(ids),
			dataRevision: () => Promise.resolve(revision)
		});
		const [one, other] = await Promise.all([slices.whole(), slices.whole()]);
		expect(one).toBe(other);
		expect((await slices.of({ kind: 'all' })).nodes).toBe(one.known.nodes);
		expect(readings).toBe(1);
		revision = 2;
		expect(await slices.whole()).not.toBe(one);
		expect(readings).toBe(2);
	});
});

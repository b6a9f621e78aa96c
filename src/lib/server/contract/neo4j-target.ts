import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionTo, openDirect, reset } from '../../../../tests/neo4j/database.ts';
import type { TestTarget } from '../../../../tests/neo4j/global-setup.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { foldText } from '#lib/domain/text.ts';
import { describeCypherFile } from './cypher-file.ts';
import { allRecords, ids } from './context.ts';
import { describeRepository } from './suite.ts';
import { openMemoryRepository } from '../database.ts';
import type { Archive } from '../archive.ts';
import type { Repository } from '../repository.ts';
import { seedDirectory } from '../seed/location.ts';
import { readSeed } from '../seed/read-seed.ts';
import { seedRepository } from '../seed/seed-repository.ts';
import { openNeo4jRepository } from '../neo4j/index.ts';

/** Holds a server to the contract, and to SQLite's answers on the starter set. */
export function describeTarget(target: TestTarget): void {
	const direct = openDirect(target);
	afterAll(() => direct.close());
	const open = async (): Promise<Repository & Archive> => {
		await reset(direct);
		return openNeo4jRepository(connectionTo(target));
	};
	describeRepository(`Neo4j ${target.name}`, open);
	it(`Neo4j ${target.name}, where nothing of ours is, says so and stays so`, async () => {
		await reset(direct);
		await direct.execute('MATCH (m:Maillage) DELETE m');
		const repository = openNeo4jRepository(connectionTo(target));
		try {
			expect(await repository.prepared()).toBe(false);
			const counted = await direct.execute('MATCH (n) RETURN toString(count(n)) AS nodes');
			expect(counted).toEqual([{ nodes: '0' }]);
			await repository.migrate();
			expect(await repository.prepared()).toBe(true);
		} finally {
			await repository.close();
		}
	});
	describe(`Neo4j ${target.name}, another's`, () => describeCypherFile(direct));

	// The suite knows its answers by hand, on few records; the real set asks thousands of questions
	// whose answers only have to be the same.
	describe(`Neo4j ${target.name} beside SQLite on the starter set`, () => {
		let both: readonly [Repository, Repository];
		beforeAll(async () => {
			both = [await openMemoryRepository(), await open()];
			const seed = await readSeed(seedDirectory());
			if (!seed.ok) throw new Error('the starter set is damaged');
			for (const repository of both) {
				await repository.migrate();
				await seedRepository(repository, seed.value, new Date(0));
			}
		});
		afterAll(() => Promise.all(both.map((repository) => repository.close())));

		/** Asks both, and gives what they agree on. */
		const ask = async <T>(question: (repository: Repository) => Promise<T>): Promise<T> => {
			const [expected, found] = await Promise.all(both.map(question));
			expect(found).toEqual(expected);
			if (expected === undefined) throw new Error('no answer');
			return expected;
		};

		it('stores the same records, revision and changes', async () => {
			expect((await ask(allRecords)).length).toBeGreaterThan(1000);
			await ask((repository) => repository.revisions({ limit: 5 }));
			await ask((repository) => repository.changesOf(1));
		});

		it('cuts the same slices', async () => {
			const { nodes } = await ask((repository) => repository.slice({ kind: 'all' }));
			const scopes = nodes.flatMap((node): Scope[] => {
				if (node.label === 'HealthProject') return [{ kind: 'project', id: node.id }];
				if (node.label === 'Funder') return [{ kind: 'funder', id: node.id }];
				if (node.label === 'ArsRegion') return [{ kind: 'region', code: node.code }];
				const code = 'departement' in node ? node.departement : undefined;
				return code === undefined ? [] : [{ kind: 'departement', code }];
			});
			const asked = new Map(scopes.map((scope) => [JSON.stringify(scope), scope]));
			expect(asked.size).toBeGreaterThan(100);
			for (const scope of asked.values()) await ask((repository) => repository.slice(scope));
		});

		it('lists, counts and finds the same', async () => {
			const filter = { labels: NODE_LABELS };
			const { items } = await ask((repository) => repository.list(filter, { limit: 10_000 }));
			await ask((repository) => repository.count(filter));
			const words = new Set(items.flatMap(({ name }) => foldText(name).split(' ')));
			const beginnings = new Set([...words].map((word) => word.slice(0, 3)));
			for (const text of beginnings) {
				await ask((repository) => repository.search(text, 20));
				await ask((repository) => repository.count({ ...filter, text }));
			}
		});

		it('tells the same of each node: relations, claims, history', async () => {
			const { items } = await ask((repository) =>
				repository.list({ labels: ['Actor', 'SharedResource'] }, { limit: 60 })
			);
			for (const { id } of items) {
				const relations = await ask((repository) => repository.relationsOf(id));
				await ask((repository) => repository.claimsAbout([id, ...ids(relations)]));
				await ask((repository) => repository.historyOf(id));
			}
		});
	});
}

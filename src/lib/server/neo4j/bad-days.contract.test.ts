import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	inject,
	it,
	vi
} from 'vitest';
import { emptied, execute } from '../../../../tests/neo4j/database.ts';
import { losingFirstCommit, silentServer } from '../../../../tests/neo4j/faulty.ts';
import {
	freePort,
	NEO4J_LTS,
	startNeo4j,
	type Neo4jServer
} from '../../../../tests/neo4j/server.ts';
import { createNode } from '../changes/codecs.ts';
import { actor, changeSet } from '../contract/fixture.ts';
import type { Repository } from '../repository.ts';
import { openNeo4jRepository, type Neo4jOptions } from './index.ts';

const STARTS_A_SERVER_MS = 180_000;
const PASSWORD = 'correct horse';
const one = changeSet([createNode(actor('a-1', 'Un'))]);
const two = changeSet([createNode(actor('a-2', 'Deux'))]);
// A server of our own to lose: only where the machine could start one for the suite too.
const possible = inject('neo4j').some(({ name }) => name === NEO4J_LTS.version);

describe.skipIf(!possible)('Neo4j on a bad day', () => {
	const folder = mkdtempSync(join(tmpdir(), 'maillage-neo4j-'));
	let server: Neo4jServer;
	let opened: Repository[] = [];
	const start = async (port: number): Promise<void> => {
		server = await startNeo4j(NEO4J_LTS, { folder, port, password: PASSWORD });
	};
	const open = (more: Partial<Neo4jOptions> = {}): Repository => {
		const options = { uri: server.uri, user: 'neo4j', password: PASSWORD, timeoutMs: 20_000 };
		const repository = openNeo4jRepository({ ...options, ...more });
		opened.push(repository);
		return repository;
	};
	const target = () => ({ name: 'own', uri: server.uri, user: 'neo4j', password: PASSWORD });

	beforeAll(async () => start(await freePort()));
	afterAll(async () => {
		await server.kill();
		rmSync(folder, { recursive: true, force: true });
	});
	beforeEach(() => emptied(target()));
	afterEach(async () => {
		await Promise.all(opened.map((repository) => repository.close()));
		opened = [];
	});

	it('tells a wrong password from a server that is away', async () => {
		const error = { name: 'DatabaseUnavailableError', reason: 'credentials', where: server.uri };
		await expect(open({ password: 'wrong' }).ping()).rejects.toMatchObject(error);
		await expect(open({ password: 'wrong' }).migrate()).rejects.toMatchObject(error);
	});

	it('says that nobody listens there', async () => {
		const uri = `bolt://127.0.0.1:${await freePort()}`;
		const repository = open({ uri, timeoutMs: 2_000 });
		const error = { name: 'DatabaseUnavailableError', reason: 'unreachable', where: uri };
		await expect(repository.ping()).rejects.toMatchObject(error);
		await expect(repository.slice({ kind: 'all' })).rejects.toMatchObject(error);
		await expect(repository.apply(one)).rejects.toMatchObject(error);
	});

	it('does not wait for ever for a server that accepts and says nothing', async () => {
		const silent = await silentServer();
		const repository = open({ uri: silent.uri, timeoutMs: 1_000 });
		const error = { name: 'DatabaseUnavailableError', reason: 'unreachable' };
		await expect(repository.ping()).rejects.toMatchObject(error);
		await expect(repository.nodes(['a-1'])).rejects.toMatchObject(error);
		await silent.close();
	});

	it('does not wait for ever for a server that froze, and goes on once it thaws', async () => {
		const repository = open({ timeoutMs: 2_000 });
		await open().migrate();
		await repository.apply(one);
		await server.freeze();
		try {
			const error = { name: 'DatabaseUnavailableError', reason: 'unreachable' };
			await expect(repository.nodes(['a-1'])).rejects.toMatchObject(error);
			await expect(repository.ping()).rejects.toMatchObject(error);
		} finally {
			server.thaw();
		}
		const patient = open();
		expect(await patient.nodes(['a-1'])).toHaveLength(1);
		expect(await patient.apply(two)).toMatchObject({ number: 2, previous: 1 });
	});

	it('leaves a database alone that is not ours', async () => {
		await execute(target(), "CREATE (:Person {name: 'Ada'})");
		const error = { name: 'DatabaseUnusableError', reason: 'not_ours', where: server.uri };
		await expect(open().migrate()).rejects.toMatchObject(error);
		await expect(open().apply(one)).rejects.toMatchObject(error);
		const left = await execute(target(), 'MATCH (n) RETURN labels(n) AS labels');
		expect(left).toEqual([{ labels: ['Person'] }]);
	});

	it('leaves a database alone that a newer version wrote', async () => {
		const repository = open();
		await repository.migrate();
		await execute(target(), 'MATCH (m:Maillage) SET m.schema = 99');
		const error = { name: 'DatabaseUnusableError', reason: 'newer' };
		await expect(repository.migrate()).rejects.toMatchObject(error);
		await expect(repository.apply(one)).rejects.toMatchObject(error);
		expect(await repository.dataRevision()).toBe(0);
	});

	it('chains the revisions of two processes that write at once, also through a routing address', async () => {
		const repositories = [open(), open({ uri: server.uri.replace('bolt:', 'neo4j:') })];
		await repositories[0]?.migrate();
		const revisions = await Promise.all(
			Array.from({ length: 10 }, (_, n) =>
				repositories[n % 2]?.apply(changeSet([createNode(actor(`a-${n}`, `n° ${n}`))]))
			)
		);
		const numbers = revisions.map((revision) => revision?.number ?? 0);
		expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it('says locked when another writer keeps the lock, and writes once it is free', async () => {
		const repository = open({ timeoutMs: 2_000 });
		await open().migrate();
		const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', PASSWORD));
		const session = driver.session();
		const other = await session.beginTransaction();
		await other.run('MATCH (m:Maillage) SET m.writers = 1');
		await expect(repository.apply(one)).rejects.toMatchObject({
			name: 'DatabaseUnavailableError',
			reason: 'locked'
		});
		await other.rollback();
		await driver.close();
		expect(await open().apply(two)).toMatchObject({ created: 1 });
	});

	it('writes once when the answer to a commit is lost on the way', async () => {
		await open().migrate();
		const proxy = await losingFirstCommit(server.port);
		const revision = await open({ uri: proxy.uri }).apply(one);
		expect(proxy.lost()).toBe(true);
		expect(revision).toMatchObject({ number: 1, created: 1 });
		expect(await open().dataRevision()).toBe(1);
		await proxy.close();
	});

	it(
		'answers again by itself after a power cut, with all it had acknowledged',
		async () => {
			const repository = open();
			await repository.migrate();
			await repository.apply(one);
			await server.kill();
			await expect(repository.dataRevision()).rejects.toMatchObject({ reason: 'unreachable' });
			await expect(repository.apply(two)).rejects.toMatchObject({ reason: 'unreachable' });
			await start(server.port);
			await vi.waitFor(() => repository.ping(), { timeout: 60_000, interval: 500 });
			expect(await repository.dataRevision()).toBe(1);
			expect(await repository.apply(two)).toMatchObject({ number: 2, previous: 1 });
			expect(await repository.nodes(['a-1', 'a-2'])).toHaveLength(2);
		},
		STARTS_A_SERVER_MS
	);
});

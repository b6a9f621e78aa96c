import neo4j from 'neo4j-driver';
import type { TestProject } from 'vitest/node';
import { noteNotRun } from '../not-run.ts';
import {
	canStart,
	NEO4J_LTS,
	NEO4J_NEWEST,
	startNeo4j,
	type Neo4jServer,
	type Neo4jVersion
} from './server.ts';

export interface TestTarget {
	name: string;
	uri: string;
	user: string;
	password: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		neo4j: TestTarget[];
	}
}

/** Tests wipe what they are given, so a server that holds anything is refused. */
async function requireEmpty(target: TestTarget): Promise<void> {
	const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
	try {
		const { records } = await driver.executeQuery('MATCH (n) RETURN 1 LIMIT 1');
		if (records.length > 0)
			throw new Error('MAILLAGE_TEST_NEO4J_URI: tests empty that database; give them an empty one');
	} finally {
		await driver.close();
	}
}

async function given(uri: string): Promise<TestTarget> {
	const target = {
		name: 'given server',
		uri,
		user: process.env.MAILLAGE_TEST_NEO4J_USER ?? 'neo4j',
		password: process.env.MAILLAGE_TEST_NEO4J_PASSWORD ?? ''
	};
	await requireEmpty(target);
	return target;
}

/** Starts the server, or notes why not; in CI what could have run must run. */
async function tryStart(wanted: Neo4jVersion): Promise<Neo4jServer | undefined> {
	const what = `Repository on Neo4j ${wanted.version}`;
	const mandatory = wanted === NEO4J_LTS || (await canStart(wanted));
	try {
		const server = await startNeo4j(wanted);
		noteNotRun(what, undefined);
		return server;
	} catch (error) {
		noteNotRun(what, error instanceof Error ? error.message : String(error), !mandatory);
		if (process.env.CI === 'true' && mandatory) throw error;
		return undefined;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const uri = process.env.MAILLAGE_TEST_NEO4J_URI;
	if (uri) {
		project.provide('neo4j', [await given(uri)]);
		return async () => {};
	}
	const wanted = [NEO4J_LTS, NEO4J_NEWEST];
	const started = await Promise.allSettled(wanted.map(tryStart));
	const servers = started.map((s) => (s.status === 'fulfilled' ? s.value : undefined));
	const stop = async (): Promise<void> => {
		await Promise.all(servers.map((server) => server?.stop()));
	};
	const failed = started.find((s) => s.status === 'rejected');
	if (failed) {
		await stop();
		throw failed.reason;
	}
	const targets = wanted.flatMap(({ version }, i) => {
		const uri = servers[i]?.uri;
		return uri ? [{ name: version, uri, user: 'neo4j', password: '' }] : [];
	});
	project.provide('neo4j', targets);
	return stop;
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureMaven } from './jdk.ts';

const run = promisify(execFile);
/** This folder, also for what was bundled with a measurement, which is run from the root. */
const beside = dirname(fileURLToPath(import.meta.url));
const HERE = existsSync(join(beside, 'pom.xml')) ? beside : resolve('tests/neo4j');
const CACHE = join(HERE, '..', '.cache', 'neo4j');
const SOURCE = join(HERE, 'Neo4jServer.java');

/** A folder made by `make` the first time: renamed once complete, an interrupted one must not look finished. */
async function once(folder: string, make: (partial: string) => Promise<unknown>): Promise<string> {
	if (existsSync(folder)) return folder;
	mkdirSync(CACHE, { recursive: true });
	const partial = `${folder}.${process.pid}`;
	try {
		await make(partial);
		if (!existsSync(folder)) renameSync(partial, folder);
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
	return folder;
}

/** The folder with a version's jars, fetched from Maven Central the first time. */
export const jarsOf = (version: string): Promise<string> =>
	once(join(CACHE, version), async (partial) => {
		const problem = await ensureMaven();
		if (problem) throw new Error(problem);
		const options = ['-q', '-B', '-f', join(HERE, 'pom.xml'), `-Dneo4j.version=${version}`];
		await run(
			'mvn',
			[
				...options,
				`-DoutputDirectory=${partial}`,
				'-DincludeScope=runtime',
				'dependency:copy-dependencies'
			],
			{ timeout: 600_000, maxBuffer: 1 << 24 }
		);
	});

/** The folder with our launcher, compiled against these jars the first time and when it changed. */
export const launcherOf = (version: string, java: string, jars: string): Promise<string> => {
	const source = createHash('sha1').update(readFileSync(SOURCE)).digest('hex').slice(0, 12);
	return once(join(CACHE, `launcher-${version}-${source}`), (partial) =>
		run(join(dirname(realpathSync(java)), 'javac'), ['-cp', join(jars, '*'), '-d', partial, SOURCE])
	);
};

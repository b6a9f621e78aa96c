import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureMaven } from './jdk.ts';

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));
const CACHE = join(HERE, '..', '.cache', 'neo4j');

/** The folder with a version's jars, fetched from Maven Central the first time. */
export async function jarsOf(version: string): Promise<string> {
	const folder = join(CACHE, version);
	if (existsSync(folder)) return folder;
	const problem = await ensureMaven();
	if (problem) throw new Error(problem);
	mkdirSync(CACHE, { recursive: true });
	// Renamed once complete: an interrupted download must not look like a finished one.
	const partial = `${folder}.${process.pid}`;
	try {
		await run(
			'mvn',
			[
				'-q',
				'-B',
				'-f',
				join(HERE, 'pom.xml'),
				`-Dneo4j.version=${version}`,
				`-DoutputDirectory=${partial}`,
				'-DincludeScope=runtime',
				'dependency:copy-dependencies'
			],
			{ timeout: 600_000, maxBuffer: 1 << 24 }
		);
		if (!existsSync(folder)) renameSync(partial, folder);
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
	return folder;
}

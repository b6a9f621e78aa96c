import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Folders where systems keep their Java machines, besides `JAVA_HOME` and `PATH`. */
const ROOTS = ['/usr/lib/jvm', '/opt/java', '/Library/Java/JavaVirtualMachines'];

const inFolder = (root: string): string[] =>
	existsSync(root)
		? readdirSync(root).flatMap((name) => [
				join(root, name, 'bin', 'java'),
				join(root, name, 'Contents', 'Home', 'bin', 'java')
			])
		: [];

const candidates = (): string[] => [
	...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin', 'java')] : []),
	...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'java')),
	...ROOTS.flatMap(inFolder)
];

/** Major version of a `java` that can compile a source file by itself, or 0. */
async function majorOf(java: string): Promise<number> {
	try {
		const { stderr, stdout } = await run(java, ['--list-modules', '-version']);
		if (!stdout.includes('jdk.compiler')) return 0;
		return Number(
			/version "(\d+)/.exec(stderr)?.[1] ?? /jdk\.compiler@(\d+)/.exec(stdout)?.[1] ?? 0
		);
	} catch {
		return 0;
	}
}

/** The lowest installed JDK of at least this major version: the one a release was tested with. */
export async function findJdk(minimum: number): Promise<string | undefined> {
	const found: { java: string; major: number }[] = [];
	for (const java of new Set(candidates())) {
		if (!existsSync(java)) continue;
		const major = await majorOf(java);
		if (major >= minimum) found.push({ java, major });
	}
	return found.sort((a, b) => a.major - b.major)[0]?.java;
}

async function works(command: string, args: string[]): Promise<boolean> {
	return run(command, args).then(
		() => true,
		() => false
	);
}

/** Maven and a JDK 17, installed when we are root on Debian; a sentence that says why not otherwise. */
export async function ensureMaven(): Promise<string | undefined> {
	const missing = async (): Promise<boolean> =>
		!(await works('mvn', ['--version'])) || !(await findJdk(17));
	if (!(await missing())) return undefined;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		return 'needs Maven and a JDK 17 or newer, or MAILLAGE_TEST_NEO4J_URI';
	const packages = ['maven', 'openjdk-17-jdk-headless'];
	const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	await run('apt-get', ['update', '-q'], options).catch(() => undefined);
	await run('apt-get', ['install', '-y', '-q', ...packages], options).catch(() => undefined);
	return (await missing()) ? `could not install ${packages.join(' and ')}` : undefined;
}

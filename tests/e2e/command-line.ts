import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { DatabaseSync } from '@photostructure/sqlite';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = { maillage: 'src/bin/maillage.js', start: 'src/bin/start.js' };

export interface Answer {
	code: number | null;
	out: string;
	err: string;
}

const folders: string[] = [];
test.afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes with the test. */
export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'maillage-cli-'));
	folders.push(folder);
	return folder;
}

const environment = (data: string, env: Record<string, string> = {}) => ({
	...process.env,
	LANG: 'fr_FR.UTF-8',
	LC_ALL: '',
	LOG_LEVEL: 'warn',
	MAILLAGE_DATA: data,
	...env
});

function ended(args: string[], data: string, env?: Record<string, string>): Answer {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: root,
		encoding: 'utf8',
		timeout: 60_000,
		env: environment(data, env)
	});
	return { code: status, out: stdout, err: stderr };
}

/** `npx maillage LINE` on a data folder, to its end. */
export const maillage = (line: string, data: string, env?: Record<string, string>): Answer =>
	ended([programs.maillage, ...line.split(' ')], data, env);

/** `npm start` that is expected to refuse. */
export const start = (data: string, env?: Record<string, string>): Answer =>
	ended([programs.start], data, env);

/** Either program, under way, not listened to. */
export const under = (
	program: keyof typeof programs,
	args: string[],
	data: string,
	env?: Record<string, string>
): ChildProcess =>
	spawn(process.execPath, [programs[program], ...args], {
		cwd: root,
		env: environment(data, env),
		stdio: 'ignore'
	});

/** Everything stored, as an independent reader finds it. */
export function contentOf(data: string): { nodes: unknown[]; relations: unknown[] } {
	const path = join(data, 'maillage.sqlite');
	if (!existsSync(path)) return { nodes: [], relations: [] };
	const database = new DatabaseSync(path);
	const all = (table: string): unknown[] =>
		database.prepare(`SELECT id, revision, body FROM ${table} ORDER BY id`).all();
	try {
		return { nodes: all('node'), relations: all('relation') };
	} finally {
		database.close();
	}
}

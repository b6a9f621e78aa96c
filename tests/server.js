import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

/** A port nobody listens on at the moment of asking. */
export const freePort = () =>
	new Promise((/** @type {(port: number) => void} */ resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});

/**
 * Starts the program as people do, on a free port and, unless told otherwise, a database of its own.
 * @param {{ env?: Record<string, string>, path?: string, timeout?: number }} [options]
 *   `path` must answer before the server counts as started; `timeout` in milliseconds.
 */
export async function startServer({ env = {}, path = '/readyz', timeout = 240_000 } = {}) {
	const port = await freePort();
	const data = mkdtempSync(join(tmpdir(), 'maillage-'));
	const child = spawn(process.execPath, ['src/bin/start.js'], {
		cwd: root,
		env: { ...process.env, LOG_LEVEL: 'warn', PORT: String(port), MAILLAGE_DATA: data, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const exited = new Promise((/** @type {(code: number | null) => void} */ resolve) =>
		child.once('exit', (code) => resolve(code))
	);
	const origin = `http://127.0.0.1:${port}`;
	const stop = async () => {
		child.kill('SIGTERM');
		const code = await exited;
		rmSync(data, { recursive: true, force: true });
		return code;
	};
	const deadline = Date.now() + timeout;
	for (;;) {
		if (child.exitCode !== null) throw new Error(`the server ended by itself:\n${output}`);
		const answer = await fetch(origin + path).catch(() => undefined);
		if (answer?.ok) break;
		if (Date.now() > deadline) {
			await stop();
			throw new Error(`${path} did not answer:\n${output}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return { origin, data, child, stop, output: () => output };
}

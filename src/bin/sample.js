#!/usr/bin/env node
// Makes the sample dossier again from the starter set, in a database of its own: static/dossier-exemple.pdf
// and .docx, plainly labelled as an example. Usage: npm run sample
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stamp.js';

const DOSSIER = '/projets/prj-scic-richerand/dossier';
const FILES = { pdf: 'dossier-exemple.pdf', word: 'dossier-exemple.docx' };

const port = await new Promise((resolve) => {
	const probe = createServer().listen(0, '127.0.0.1', () => {
		const address = probe.address();
		probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
	});
});
const data = mkdtempSync(join(tmpdir(), 'maillage-sample-'));
const server = spawn(process.execPath, ['src/bin/start.js'], {
	cwd: ROOT,
	env: { ...process.env, PORT: String(port), MAILLAGE_DATA: data },
	stdio: ['ignore', 'pipe', 'inherit']
});
try {
	await new Promise((resolve, reject) => {
		server.stdout.on('data', (chunk) => String(chunk).includes('http') && resolve(undefined));
		server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
	for (const [form, file] of Object.entries(FILES)) {
		const url = `http://127.0.0.1:${port}${DOSSIER}/${form}?exemple`;
		const answer = await fetch(url, { headers: { 'accept-language': 'fr' } });
		if (!answer.ok) throw new Error(`${form}: ${answer.status}`);
		writeFileSync(join(ROOT, 'static', file), new Uint8Array(await answer.arrayBuffer()));
	}
} finally {
	server.removeAllListeners('exit');
	server.kill('SIGTERM');
	await new Promise((resolve) =>
		server.exitCode === null ? server.once('exit', resolve) : resolve(0)
	);
	rmSync(data, { recursive: true, force: true });
}

#!/usr/bin/env node
// Makes the sample dossier again from the starter set, in a database of its own: static/dossier-exemple.pdf
// and .docx, of a project with a scenario whose every planned thing is named as an example. Usage: npm run sample
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stamp.js';

const PROJECT = '/projets/prj-place-sante';
const CENTRE = 'acsbe-la-place-sante';
const FILES = { pdf: 'dossier-exemple.pdf', word: 'dossier-exemple.docx' };

/**
 * Plans a scenario by the forms of its page, as a person does.
 * @param {string} origin
 * @returns {Promise<string>} the address of its dossier
 */
async function plannedDossier(origin) {
	/** @param {string} path @param {Record<string, string>} fields */
	const post = async (path, fields) => {
		const headers = { origin, accept: 'text/html', 'accept-language': 'fr' };
		const body = new URLSearchParams(fields);
		const answer = await fetch(origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers,
			body
		});
		if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
		return (answer.headers.get('location') ?? '').replace(/#.*$/, '');
	};
	const page = await post(`${PROJECT}/scenarios?/creer`, {
		name: 'Exemple : une médiation et des locaux partagés'
	});
	/** @param {string} action @param {Record<string, string>} fields */
	const plan = async (action, fields) => {
		const html = await fetch(origin + page).then((answer) => answer.text());
		const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
		const newcomer = /value="(plan-[^"]+)"/.exec(html)?.[1] ?? '';
		const all = { who: '', note: '', version, ...fields };
		await post(
			`${page}?/${action}`,
			Object.fromEntries(
				Object.entries(all).map(([name, value]) => [name, value === 'newcomer' ? newcomer : value])
			)
		);
	};
	await plan('structure', {
		...{ name: 'Association de médiation (exemple)', kind: 'association', commune: 'Saint-Denis' },
		...{ role: 'TAKES_PART_IN', with: CENTRE, when: '2027-03', agreement: 'in_discussion' }
	});
	await plan('ressource', {
		...{ name: 'Locaux partagés (exemple)', kind: 'locaux', capacity: '80 m²' },
		...{ holder: 'newcomer', users: CENTRE, when: '2028-01', agreement: 'hoped' }
	});
	await plan('financement', {
		...{ source: '', name: 'Fondation (exemple)', kind: 'fondation', target: 'newcomer' },
		...{ amount: '45 000', period: '2027-2029', stage: 'asked', when: '2027', agreement: 'hoped' }
	});
	return `${origin}/scenarios/${page.split('/').at(-1)}/dossier`;
}

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
	const dossier = await plannedDossier(`http://127.0.0.1:${port}`);
	for (const [form, file] of Object.entries(FILES)) {
		const url = `${dossier}/${form}?exemple`;
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

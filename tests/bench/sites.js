// The built site over a database of a known size. A database is filled once for all the parts of a run.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { freePort } from '../server.js';

const root = new URL('../../', import.meta.url).pathname;
const DATABASES = `${root}tests/output/bench-data/`;
/** What fill.ts says when the file it should read is not on this machine. */
const NO_FILE = 4;

/**
 * @typedef {object} Network
 * @property {string} name in the table: `1,000/3,000`
 * @property {string[]} fill what fill.ts is told
 * @property {string} page address of its explorer, everything drawn
 * @property {string} api address of its payload
 */

/** @param {number} nodes @param {number} edges @returns {Network} */
export const fictional = (nodes, edges) => ({
	name: `${nodes.toLocaleString('en')}/${edges.toLocaleString('en')}`,
	fill: [String(nodes), String(edges)],
	page: '/projets/fictif-projet-1',
	api: '/api/v1/projects/fictif-projet-1/network'
});

/** Its ties are of governance, which a first visit does not draw: asked for, so that all of it is. @type {Network} */
export const NATIONAL = {
	name: '84,881/130,138',
	fill: ['national'],
	page: '/ecosysteme?familles=governance',
	api: '/api/v1/network'
};

export const forgetDatabases = () => rmSync(DATABASES, { recursive: true, force: true });

/** Folder of its database; nothing when what it is made of is not here. @param {Network} network */
function databaseOf({ fill }) {
	const folder = `${DATABASES}${fill.join('-')}`;
	if (existsSync(folder)) return folder;
	mkdirSync(folder, { recursive: true });
	const { status } = spawnSync(process.execPath, ['tests/output/bench/fill.mjs', folder, ...fill], {
		cwd: root,
		stdio: 'inherit'
	});
	if (status === 0) return folder;
	rmSync(folder, { recursive: true, force: true });
	if (status === NO_FILE) return undefined;
	throw new Error('the database could not be filled');
}

/**
 * Starts the site over a network and waits until it has nothing left to prepare; nothing when the
 * network is not here.
 * @param {Network} network
 */
export async function site(network) {
	const data = databaseOf(network);
	if (!data) return undefined;
	const port = await freePort();
	const child = spawn(process.execPath, ['tests/bench/site.js'], {
		cwd: root,
		env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), MAILLAGE_DATA: data },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise((resolve, reject) => {
		child.stdout.once('data', resolve);
		child.once('exit', (code) => reject(new Error(`the site ended with ${code}`)));
	});
	const origin = `http://127.0.0.1:${port}`;
	await fetch(`${origin}/__floor/settled`);
	const stop = () => {
		child.removeAllListeners('exit');
		child.kill('SIGTERM');
	};
	return { origin, stop };
}

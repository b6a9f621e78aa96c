// How long `npm start` takes on an existing database, and the memory of the server with the seed.
import { readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';

const STARTS = 3;
/** Pages read before memory is looked at: a server that nobody asked anything is always small. */
const PAGES = ['/', '/demonstration', '/structures', '/projets/prj-scic-richerand', '/ecosysteme'];

/** Resident memory in MB, from /proc where there is one. @param {number | undefined} pid */
function residentMb(pid) {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
	} catch {
		return null;
	}
}

const data = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
const env = { MAILLAGE_DATA: data };
const times = [];
/** @type {number | null} */
let memory = null;
try {
	// Creates and seeds the database, with its layouts.
	const first = await startServer({ env });
	await fetch(`${first.origin}/`);
	await first.stop();
	for (let i = 0; i < STARTS; i++) {
		const start = performance.now();
		const server = await startServer({ env });
		times.push((performance.now() - start) / 1000);
		if (i === STARTS - 1) {
			for (let round = 0; round < 3; round++)
				for (const page of PAGES) await (await fetch(server.origin + page)).arrayBuffer();
			memory = residentMb(server.child.pid);
		}
		await server.stop();
	}
} finally {
	rmSync(data, { recursive: true, force: true });
}
/** @type {import('./run.js').Row[]} */
const rows = [
	{
		what: 'npm start on an existing database until /readyz, slowest of three',
		measured: Math.max(...times),
		unit: 's',
		atMost: 3
	},
	{
		what: 'memory of the server with the seed, after fifteen pages',
		measured: memory,
		unit: 'MB',
		...(memory === null ? { note: 'no /proc here' } : { atMost: 250 })
	}
];
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(rows));
else console.log(rows);

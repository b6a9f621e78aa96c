// Speed and size: measures what the project promises, prints a table, writes tests/output/bench.json,
// and exits with 1 when a bound is exceeded. Compared figures are measured in one run, taken in turn.
// Usage: npm run bench [-- layout payload server pages explorer lasting start proposal suggestions insight scenario import import-neo4j preview]
// or, on networks of one's own: npm run bench suggestions FILE…
// or, for the table of /aide: npm run bench suggestions publish
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { resolve } from 'node:path';
import { isFresh } from '../../src/bin/stamp.js';
import { bundle } from './bundle.js';
import { forgetDatabases } from './sites.js';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number | null} measured null when it could not be measured here
 * @property {string} unit
 * @property {number} [atMost]
 * @property {string} [note]
 */

/** Measured in a browser: plain JavaScript, run as it is. */
const IN_BROWSER = ['pages', 'explorer', 'lasting', 'start', 'proposal'];
const PARTS = [
	'layout',
	'payload',
	'server',
	...IN_BROWSER,
	'suggestions',
	'insight',
	'scenario',
	'import',
	'import-neo4j',
	'preview'
];
const given = process.argv.slice(2);
/** Networks to try suggestions on. */
const files = given.filter((each) => !PARTS.includes(each) && existsSync(each));
/** The table of `/aide` is written again. */
const publishes = given.includes('publish');
const asked = given.filter((each) => !files.includes(each) && each !== 'publish');
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
	console.error(`unknown part: ${unknown.join(', ')} (one of ${PARTS.join(', ')})`);
	process.exit(2);
}

process.env.BENCH_PUBLISH = publishes && files.length === 0 ? 'yes' : 'no';
process.env.BENCH_FILES = files.map((file) => resolve(file)).join('\n');
const root = new URL('../../', import.meta.url).pathname;
const out = `${root}tests/output/`;
mkdirSync(out, { recursive: true });
process.chdir(root);

/** @param {string[]} args */
const node = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

if (!(isFresh('app') && isFresh('tools')) && node(['src/bin/build.js']) !== 0) process.exit(1);
await bundle(root);
forgetDatabases();

/** @type {{ part: string, rows: Row[], failed: boolean }[]} */
const results = [];
for (const part of PARTS.filter((p) => asked.length === 0 || asked.includes(p))) {
	console.error(`measuring: ${part}`);
	const file = `${out}bench-${part}.json`;
	rmSync(file, { force: true });
	const script = IN_BROWSER.includes(part)
		? `tests/bench/${part}.js`
		: `tests/output/bench/${part}.mjs`;
	const failed = node(['--expose-gc', script, file]) !== 0;
	/** @type {Row[]} */
	const rows = failed ? [] : JSON.parse(readFileSync(file, 'utf8'));
	results.push({ part, rows, failed });
	rmSync(file, { force: true });
}

forgetDatabases();

const figure = (/** @type {number} */ value) =>
	value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 6 });
/** @param {Row} row */
const exceeds = (row) =>
	row.atMost !== undefined && (row.measured === null || row.measured > row.atMost);

const lines = results.flatMap(({ part, rows, failed }) => [
	...(failed ? [[part, 'could not be measured', '', 'FAILED']] : []),
	...rows.map((row) => [
		row.what,
		row.measured === null ? 'not measured' : `${figure(row.measured)} ${row.unit}`,
		row.atMost === undefined ? '' : `≤ ${figure(row.atMost)} ${row.unit}`,
		`${exceeds(row) ? 'EXCEEDED' : row.atMost === undefined ? '' : 'ok'}${row.note ? ` (${row.note})` : ''}`
	])
]);
const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
for (const line of lines)
	console.log(
		line
			.map((cell, i) => cell.padEnd(widths[i] ?? 0))
			.join('  ')
			.trimEnd()
	);

const load = os.loadavg()[0] ?? 0;
if (load > 2 * os.cpus().length)
	console.log(`The machine was busy (load ${figure(load)}): measure again when it is not.`);
const machine = {
	load,
	node: process.version,
	cpu: os.cpus()[0]?.model,
	cores: os.cpus().length,
	at: new Date().toISOString()
};
writeFileSync(`${out}bench.json`, `${JSON.stringify({ machine, results }, null, '\t')}\n`);
const bad = results.some(({ rows, failed }) => failed || rows.some(exceeds));
process.exit(bad ? 1 : 0);

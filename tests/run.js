// The one test command: builds once, then unit and contract tests (vitest), then pages in a real
// Chromium (Playwright). What a machine could not run is named at the end, and fails under CI.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.js';
import { failedPages, failedUnits } from './failures.js';

const output = new URL('./output/', import.meta.url);
/** @param {string} name */
const file = (name) => new URL(name, output);
/** @param {string[]} args @param {Record<string, string>} [env] @returns {number} exit code */
const run = (args, env = {}) =>
	spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ??
	1;
/** @param {string} name */
const readJson = (name) =>
	existsSync(file(name)) ? JSON.parse(readFileSync(file(name), 'utf8')) : undefined;

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const built = run(['src/bin/build.js', '--if-stale']);
if (built !== 0) {
	console.log('The build failed, so no test was run.\n0 passed, 1 failed');
	process.exit(1);
}

const totals = { passed: 0, failed: 0 };
/** @type {{ what: string, why: string, excused?: boolean }[]} */
const notRun = [];
/** @type {import('./failures.js').Failure[]} */
const failures = [];

const unit = run([
	'node_modules/vitest/vitest.mjs',
	'run',
	'--reporter=default',
	'--reporter=json',
	'--outputFile.json=tests/output/vitest.json'
]);
const vitest = readJson('vitest.json');
totals.passed += vitest?.numPassedTests ?? 0;
totals.failed += vitest?.numFailedTests ?? 0;
// A file that does not load, or a hook that throws, fails no test of its own.
if (unit !== 0 && !vitest?.numFailedTests) totals.failed += 1;
for (const suite of vitest?.testResults ?? []) {
	failures.push(...failedUnits(suite));
	for (const test of suite.assertionResults)
		if (test.status !== 'passed' && test.status !== 'failed')
			notRun.push({ what: test.fullName, why: test.status });
}
notRun.push(...(readJson('not-run.json') ?? []));

const chromium = findChromium();
if (chromium) {
	const pages = run(
		['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'],
		{ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: fileURLToPath(file('playwright.json')) }
	);
	const report = readJson('playwright.json');
	failures.push(...(report?.suites ?? []).flatMap(failedPages));
	const stats = report?.stats;
	totals.passed += stats?.expected ?? 0;
	totals.failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
	if (stats?.skipped) notRun.push({ what: `${stats.skipped} page tests`, why: 'skipped' });
	if (pages !== 0 && !stats?.unexpected && !stats?.flaky) totals.failed += 1;
} else {
	notRun.push({ what: 'the tests of pages', why: 'no Chromium found: set CHROMIUM_PATH' });
}

for (const { what, why } of failures) console.log(`failed: ${what}\n\t${why}`);
for (const { what, why } of notRun) console.log(`not run: ${what} (${why})`);
if (process.env.CI) totals.failed += notRun.filter((entry) => !entry.excused).length;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

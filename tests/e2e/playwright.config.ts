import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';

const root = new URL('../..', import.meta.url).pathname;
// Workers read this file again: the port and the folder must be those of the first reading.
const port = (process.env.MAILLAGE_TEST_PORT ??= String(
	20_000 + Math.floor(Math.random() * 20_000)
));
const data = (process.env.MAILLAGE_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'maillage-e2e-')));
const executablePath = findChromium();

export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../output/e2e',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	// The longest take half a minute each on a quiet machine; one may be three times slower.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json']],
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		locale: 'fr-FR',
		viewport: { width: 1440, height: 900 },
		launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_ARGS }
	},
	webServer: {
		command: 'node src/bin/start.js',
		cwd: root,
		url: `http://127.0.0.1:${port}/readyz`,
		timeout: 240_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
		env: { PORT: port, MAILLAGE_DATA: data, LOG_LEVEL: 'warn' }
	}
});

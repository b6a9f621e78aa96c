#!/usr/bin/env node
// Builds the site (build/handler.js), the page a saved network is made of, and the tools beside it: the
// command line, the launcher and the threads for reading, layouts, imports and documents. `--tools` builds only those, `--quiet` says nothing when all goes well.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { build } from 'vite';
import { PARAGLIDE } from '../lib/i18n/compile-options.js';
import { buildFile } from './build-file.js';
import { ROOT, sourcesDigest, writeStamp } from './stamp.js';

const TOOLS = {
	cli: 'src/cli/main.ts',
	serve: 'src/cli/serve.ts',
	'layout-worker': 'src/lib/server/layouts/worker.ts',
	'reading-worker': 'src/lib/server/reading/worker.ts',
	'import-worker': 'src/routes/importer/aside/worker.ts',
	'document-worker': 'src/lib/proposal/make/worker.ts'
};

process.chdir(ROOT);
const logLevel = process.argv.includes('--quiet') ? 'error' : 'warn';
const digest = sourcesDigest();

if (!process.argv.includes('--tools')) await build({ logLevel });

// Our tsconfig.json stands on the one SvelteKit writes, which a fresh clone has not yet.
if (!existsSync('.svelte-kit/tsconfig.json'))
	spawnSync(process.execPath, [join('node_modules', '@sveltejs/kit/svelte-kit.js'), 'sync'], {
		stdio: ['ignore', 'ignore', 'inherit']
	});

await build({
	configFile: false,
	logLevel,
	publicDir: false,
	plugins: [paraglideVitePlugin(PARAGLIDE)],
	build: {
		ssr: true,
		outDir: 'build',
		emptyOutDir: false,
		target: 'node20',
		sourcemap: true,
		rolldownOptions: {
			input: Object.fromEntries(Object.entries(TOOLS).filter(([, file]) => existsSync(file))),
			output: { entryFileNames: '[name].js', chunkFileNames: 'tools/[name]-[hash].js' }
		}
	}
});

if (!process.argv.includes('--tools')) {
	await buildFile(logLevel);
	writeStamp('app', digest);
}
writeStamp('tools', digest);

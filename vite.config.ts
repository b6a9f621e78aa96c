import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunks } from './src/bin/chunks.js';
import { pluralRulesOnce } from './src/bin/plural-rules.js';
import { PARAGLIDE } from './src/lib/i18n/compile-options.js';

const contract = 'src/lib/server/**/*.contract.test.ts';

/**
 * The workbook library compresses in workers made of Blobs, which a strict content policy forbids.
 * Ours is a worker already: there it compresses in place.
 */
const zipInPlace = (): Plugin => ({
	name: 'zip-in-place',
	enforce: 'pre',
	resolveId: (source, importer) =>
		source === 'fflate' && importer?.includes('write-excel-file')
			? fileURLToPath(new URL('./src/lib/export/zip-in-place.ts', import.meta.url))
			: undefined
});

export default defineConfig({
	plugins: [paraglideVitePlugin(PARAGLIDE), pluralRulesOnce(), sveltekit(), chunks()],
	worker: { format: 'es', plugins: () => [zipInPlace()] },
	build: { target: 'es2022' },
	test: {
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Read as text by what draws for paper; without this it would be empty here.
					css: { include: /tokens\.css/ },
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: [contract],
					// They share two cores with the databases of the contract tests: slow is not wrong.
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'contract',
					environment: 'node',
					include: [contract],
					globalSetup: ['tests/neo4j/global-setup.ts'],
					// A real Neo4j on a busy machine: slow is not wrong.
					testTimeout: 60_000,
					hookTimeout: 180_000
				}
			}
		]
	}
});

import { build } from 'vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { PARAGLIDE } from '../../src/lib/i18n/compile-options.js';

/**
 * The programs that measure, as plain JavaScript: run through a development server they would measure
 * its module wrappers too. And the floor page's script, for the browser.
 * @param {string} root
 */
export async function bundle(root) {
	/** @type {import('vite').InlineConfig} */
	const common = {
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		plugins: [paraglideVitePlugin(PARAGLIDE)]
	};
	await build({
		...common,
		build: {
			ssr: true,
			target: 'node20',
			outDir: 'tests/output/bench',
			rolldownOptions: {
				input: {
					layout: 'tests/bench/layout.ts',
					payload: 'tests/bench/payload.ts',
					server: 'tests/bench/server.ts',
					fill: 'tests/bench/fill.ts',
					suggestions: 'tests/bench/suggestions.ts',
					insight: 'tests/bench/insight.ts',
					import: 'tests/bench/import.ts',
					'import-once': 'tests/bench/import-once.ts',
					'import-neo4j': 'tests/bench/import-neo4j.ts',
					preview: 'tests/bench/preview.ts',
					scenario: 'tests/bench/scenario.ts'
				},
				output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' }
			}
		}
	});
	await build({
		...common,
		build: {
			target: 'es2022',
			outDir: 'tests/output/bench-floor',
			rolldownOptions: {
				input: { floor: 'tests/bench/floor.ts' },
				output: { entryFileNames: '[name].mjs' }
			}
		}
	});
}

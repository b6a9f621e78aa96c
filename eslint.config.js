import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const lib = (/** @type {string} */ folder) => ({
	type: folder.replace('/', '-'),
	pattern: `src/lib/${folder}`
});

/** Folder → what it may import besides itself. Arrows point toward `domain`; nothing else passes. */
const LAYERS = {
	domain: [],
	network: ['domain'],
	export: ['domain', 'network'],
	import: ['domain', 'export'],
	rendering: ['domain', 'network'],
	i18n: ['domain', 'network', 'import'],
	ui: ['i18n'],
	threads: [],
	// The outline of the map is drawn on paper too.
	proposal: ['domain', 'network', 'export', 'rendering', 'i18n', 'ui', 'threads'],
	explorer: ['domain', 'network', 'export', 'rendering', 'ui', 'i18n'],
	'server-neo4j': ['domain', 'server-changes'],
	'server-sqlite': ['domain', 'server-changes'],
	'server-changes': ['domain'],
	server: [
		'domain',
		'network',
		'export',
		'import',
		'threads',
		'server-changes',
		'server-neo4j',
		'server-sqlite'
	],
	cli: ['server', 'export', 'import', 'domain', 'network', 'i18n'],
	entry: [
		'cli',
		'server',
		'import',
		'explorer',
		'proposal',
		'ui',
		'i18n',
		'export',
		'rendering',
		'network',
		'threads',
		'domain'
	]
};

// Files whose folder says one thing and whose part is another.
const files = [
	{ category: 'port', pattern: 'src/lib/server/(repository|archive|errors|cursor|ranking).ts' },
	{ category: 'entry', pattern: 'src/(hooks.server|app.d).ts' }
];

const elements = [
	lib('server/neo4j'),
	lib('server/sqlite'),
	lib('server/changes'),
	...[
		'domain',
		'network',
		'export',
		'import',
		'rendering',
		'i18n',
		'ui',
		'explorer',
		'proposal',
		'threads',
		'server'
	].map(lib),
	{ type: 'cli', pattern: 'src/cli' },
	{ type: 'entry', pattern: 'src/routes' }
];

/** Folder → the packages it may import. Folders that are not here choose theirs, but for `RESERVED`. */
const PACKAGES = {
	domain: ['valibot'],
	network: ['valibot', 'graphology*'],
	export: ['csv-stringify', 'write-excel-file', 'fflate'],
	threads: ['node:*'],
	import: ['valibot', 'csv-parse', 'proj4', 'fflate', 'read-excel-file', 'sax'],
	rendering: ['sigma', '@sigma/*', 'graphology*', 'maplibre-gl'],
	i18n: [],
	proposal: [
		'valibot',
		'node-diff3',
		'docx',
		'docx/layout',
		'pdfkit',
		'fontkit',
		'@resvg/resvg-js',
		'node:*'
	],
	ui: ['svelte', '$app*', '@fontsource-variable/*'],
	explorer: ['svelte', 'valibot', 'graphology*', '$app*']
};

/** Package → the only folders that may import it. */
const RESERVED = {
	'neo4j-driver': ['server-neo4j'],
	'@photostructure/sqlite': ['server-sqlite'],
	sigma: ['rendering'],
	'maplibre-gl': ['rendering'],
	svelte: ['explorer', 'ui', 'entry']
};

const EXTERNAL = { module: { origin: ['external', 'core'] } };
const packagePolicies = [
	{ allow: { to: EXTERNAL } },
	...Object.keys(PACKAGES).map((type) => ({
		from: { element: { type } },
		disallow: { to: EXTERNAL }
	})),
	...Object.entries(RESERVED).map(([source, folders]) => ({
		from: {
			element: {
				types: { anyOf: Object.keys(LAYERS).filter((layer) => !folders.includes(layer)) }
			}
		},
		disallow: { to: { module: { source } } }
	})),
	...Object.entries(PACKAGES).flatMap(([type, packages]) =>
		packages.map((source) => ({
			from: { element: { type } },
			allow: { to: { module: { source } } }
		}))
	)
];

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'data/',
			'src/lib/i18n/paraglide/',
			'tests/.cache/',
			'tests/output/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
			],
			'no-console': 'error',
			// `array[at++] = x` reads best when the last line looks like the others.
			'no-useless-assignment': 'off',
			// The site lives at the root of its host: there is no base path to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			// Networks are big and replaced whole: `$state.raw` and plain maps, never reactive collections.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
	{ files: ['tests/**', 'src/bin/**'], rules: { 'no-console': 'off' } },
	{
		files: ['src/**/*.{ts,js,svelte}'],
		// A test may look at its subject from any side.
		ignores: ['src/**/*.test.ts', 'src/lib/server/contract/**', 'src/bin/**'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': elements,
			'boundaries/files': files,
			'boundaries/include': ['src/**/*'],
			'import/resolver': {
				[fileURLToPath(new URL('./src/bin/lib-resolver.cjs', import.meta.url))]: {}
			}
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					checkAllOrigins: true,
					policies: [
						...packagePolicies,
						{ from: { file: { categories: 'entry' } }, allow: { to: { element: { type: '*' } } } },
						{
							from: {
								element: {
									types: {
										anyOf: ['server-neo4j', 'server-sqlite', 'server-changes', 'cli', 'entry']
									}
								}
							},
							allow: { to: { file: { categories: 'port' } } }
						},
						...Object.entries(LAYERS).map(([type, may]) => ({
							from: { element: { type } },
							allow: { to: { element: { types: { anyOf: [type, ...may] } } } }
						}))
					]
				}
			]
		}
	},
	{
		files: ['src/lib/**/*.ts', 'src/cli/**/*.ts'],
		ignores: ['src/lib/{explorer,ui}/**'],
		rules: {
			'no-restricted-imports': ['error', { patterns: [{ regex: '^\\$(app|env)/' }] }]
		}
	}
);

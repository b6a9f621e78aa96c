// Builds the program of a saved network: the explorer itself, its doors to the server replaced, as one
// HTML page without a network in it. The site serves it; the page puts the network in.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { pluralRulesOnce } from './plural-rules.js';
import { ROOT } from './stamp.js';

const EXPLORER = join(ROOT, 'src', 'lib', 'explorer');
const FILE = join(EXPLORER, 'file');

/** Module of the explorer → what takes its place in a file. */
const STAND_INS = {
	'load.ts': 'load.ts',
	'offline/ahead.ts': 'ahead.ts',
	'offline/connection.svelte.ts': 'connection.ts',
	'insight/Suggestions.svelte': 'Nothing.svelte',
	'planning/OnSheet.svelte': 'Nothing.svelte',
	'planning/PlannedSheet.svelte': 'Nothing.svelte',
	'planning/PlanningSlot.svelte': 'Nothing.svelte',
	'planning/StartPlanning.svelte': 'Nothing.svelte',
	'planning/Summary.svelte': 'Nothing.svelte',
	'takeaway/TakeAwayButton.svelte': 'Nothing.svelte',
	'views/map/MapSlot.svelte': 'NoMap.svelte',
	'views/offered.ts': 'offered.ts'
};

/** @returns {import('vite').Plugin} */
const standIns = () => ({
	name: 'stand-ins',
	enforce: 'pre',
	resolveId(source, importer) {
		if (source === '$app/environment') return '\0environment';
		if (!importer || !source.startsWith('.') || importer.startsWith(FILE)) return undefined;
		const path = join(dirname(importer), source);
		for (const [module, standIn] of Object.entries(STAND_INS))
			if (path === join(EXPLORER, module)) return join(FILE, standIn);
		return undefined;
	},
	load: (id) => (id === '\0environment' ? 'export const browser = true;' : undefined)
});

/**
 * A page opened from a disk has no address its workers could be under: they travel in it.
 * @returns {import('vite').Plugin}
 */
const workersInside = () => ({
	name: 'workers-inside',
	enforce: 'pre',
	transform(code, id) {
		if (!id.endsWith('layout-runner.ts')) return undefined;
		const made =
			/new Worker\(new URL\('(\.\/[\w.-]+)', import\.meta\.url\), \{ type: 'module' \}\)/;
		const [whole, path] = made.exec(code) ?? [];
		if (!whole) throw new Error('layout-runner.ts no longer makes its worker as expected');
		return `import Inside from '${path}?worker&inline';\n${code.replace(whole, 'new Inside()')}`;
	}
});

/** A script no HTML parser takes for the end of its block. @param {string} code */
const inScript = (code) =>
	code
		.replace(/\r/g, '\\r')
		.replace(/<\/(script)/gi, '<\\/$1')
		.replace(/<!--/g, '<\\!--')
		.trim();

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {string} script @param {string} style @param {string} dark */
function page(script, style, dark) {
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(style)} ${hashOf(dark)}`,
		'img-src data: blob:',
		'font-src data:',
		'worker-src blob: data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	return `<!doctype html>
<html lang="%lang%" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>%title%</title>
<style>${style}</style>
<style id="dark" media="screen and (prefers-color-scheme: dark)">${dark}</style>
</head>
<body>
<div id="maillage"><noscript>%noscript%</noscript></div>
%network%
<script type="module">${script}</script>
</body>
</html>
`;
}

/** Writes the page among the site's static files, once the site and its messages are built. @param {'error' | 'warn'} logLevel */
export async function buildFile(logLevel) {
	const result = await build({
		configFile: false,
		root: ROOT,
		logLevel,
		publicDir: false,
		plugins: [
			standIns(),
			workersInside(),
			pluralRulesOnce(),
			svelte({
				configFile: false,
				preprocess: vitePreprocess(),
				compilerOptions: { runes: true }
			})
		],
		// A worker made of a module would be fetched, which nothing opened from a disk may be.
		worker: { format: 'iife' },
		build: {
			write: false,
			target: 'es2022',
			cssCodeSplit: false,
			modulePreload: false,
			assetsInlineLimit: Number.MAX_SAFE_INTEGER,
			rolldownOptions: {
				input: join(FILE, 'main.ts'),
				output: { codeSplitting: false }
			}
		}
	});
	const outputs = 'output' in result ? result.output : [];
	const [script] = outputs.flatMap((output) => (output.type === 'chunk' ? output.code : []));
	const style = outputs.find((output) => output.fileName.endsWith('.css'));
	if (!script || style?.type !== 'asset' || outputs.length !== 2)
		throw new Error('a saved file is one script and one style sheet');
	const dark = readFileSync(join(ROOT, 'src', 'lib', 'ui', 'dark.css'), 'utf8');
	const html = page(inScript(script), String(style.source), dark);
	const path = join(ROOT, 'build', 'client', 'saved-network.txt');
	writeFileSync(path, html);
	writeFileSync(`${path}.gz`, gzipSync(html));
	const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
	writeFileSync(`${path}.br`, brotliCompressSync(html, { params: quality }));
}

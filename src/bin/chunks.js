// How the browser's code is cut into files, and which of them a page announces.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const EXPLORER = '/src/lib/explorer/Explorer.svelte';
const DRAWING = '/src/lib/rendering/drawing.ts';
const MANIFEST = '.vite/manifest.json';
const NODE = /client-optimized\/nodes\/(\d+)\.js$/;
/** All the messages together, each a module of its own under it. */
const MESSAGES = '/i18n/paraglide/messages.js';
const MESSAGE = /\/i18n\/paraglide\/messages\/(?!_index)\w+\.js$/;
const FILES = ['base', 'shared', 'explorer'];
/** The layout and the error page: SvelteKit loads both with every page. */
const EVERYWHERE = new Set(['0', '1']);

/**
 * Code that is fetched together is one file: what every page needs, what the explorer adds to it, the
 * drawing. A file for each way of sharing would be thirty for a page, six at a time, before the first
 * drawing. The explorer's pages announce the drawing too, which they import only once they run.
 * @returns {import('vite').Plugin}
 */
export function chunks() {
	/** @type {Map<string, string>} */
	const fileOf = new Map();
	/** @type {string[]} */
	let explorerEntries = [];
	return {
		name: 'maillage:chunks',
		apply: 'build',
		config: (_config, { isSsrBuild }) =>
			isSsrBuild
				? {}
				: {
						build: {
							rolldownOptions: {
								output: {
									codeSplitting: {
										// In the order of what needs what: a file imports those before it.
										groups: FILES.map((name) => ({ name, test: (id) => fileOf.get(id) === name }))
									}
								}
							}
						}
					},
		buildEnd() {
			const all = [...this.getModuleIds()];
			const messages = new Map(
				all.flatMap((id) => (MESSAGE.test(id) ? [[basename(id, '.js'), id]] : []))
			);
			/** What a module imports; of the messages, those it says. @param {string} id */
			const needs = (id) => {
				const { importedIds = [], code } = this.getModuleInfo(id) ?? {};
				const others = importedIds.filter((each) => !each.endsWith(MESSAGES));
				if (others.length === importedIds.length) return others;
				const said = [...(code ?? '').matchAll(/\bm\.(\w+)/g)];
				return [...others, ...said.flatMap(([, key = '']) => messages.get(key) ?? [])];
			};
			/** Everything modules bring with them. @param {readonly string[]} from */
			const closure = (from) => {
				const found = new Set(from);
				for (const id of found) for (const next of needs(id)) found.add(next);
				return found;
			};
			const entries = all.filter((id) => this.getModuleInfo(id)?.isEntry);
			const isCommon = (/** @type {string} */ id) => {
				const node = NODE.exec(id)?.[1];
				return node === undefined || EVERYWHERE.has(node);
			};
			const base = closure(entries.filter(isCommon));
			/** Everything each page brings with it, by its entry. */
			const pages = new Map(entries.flatMap((id) => (isCommon(id) ? [] : [[id, closure([id])]])));
			const isExplorer = (/** @type {Set<string>} */ page) =>
				[...page].some((id) => id.endsWith(EXPLORER));
			const explorers = [...pages.values()].filter(isExplorer);
			const others = [...pages.values()].filter((page) => !isExplorer(page));
			explorerEntries = [...pages].flatMap(([id, page]) => (isExplorer(page) ? [id] : []));
			for (const page of explorers)
				for (const id of page) {
					if (explorers.filter((each) => each.has(id)).length > 1)
						fileOf.set(id, others.some((each) => each.has(id)) ? 'shared' : 'explorer');
				}
			for (const id of base) fileOf.set(id, 'base');
			for (const id of entries) fileOf.delete(id);
		},
		// Read by SvelteKit once this build is over.
		writeBundle({ dir }) {
			const path = join(dir ?? '', MANIFEST);
			/** @type {Record<string, Chunk>} */
			let manifest;
			try {
				manifest = JSON.parse(readFileSync(path, 'utf8'));
			} catch {
				return;
			}
			for (const [key, file] of Object.entries(manifest))
				if (explorerEntries.some((id) => id.endsWith(`/${key}`)))
					file.imports = [DRAWING.slice(1), ...(file.imports ?? [])];
			deferImports(manifest);
			writeFileSync(path, JSON.stringify(manifest));
		}
	};
}

/**
 * @typedef {object} Chunk
 * @property {string} file
 * @property {boolean} [isEntry]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 */

/**
 * SvelteKit reads a page's files depth first, and announces none that it met as an import made later:
 * so what is imported later stands after everything a page imports at once, on the page itself.
 * @param {Record<string, Chunk>} manifest
 */
function deferImports(manifest) {
	/** @type {Set<string>} */
	const moved = new Set();
	for (const [key, entry] of Object.entries(manifest)) {
		if (!entry.isEntry) continue;
		const atOnce = new Set([key]);
		for (const each of atOnce) for (const next of manifest[each]?.imports ?? []) atOnce.add(next);
		const later = [...atOnce].flatMap((each) => manifest[each]?.dynamicImports ?? []);
		entry.dynamicImports = [...new Set(later)].filter((each) => !atOnce.has(each));
		for (const each of atOnce) if (!manifest[each]?.isEntry) moved.add(each);
	}
	for (const key of moved) delete manifest[key]?.dynamicImports;
}

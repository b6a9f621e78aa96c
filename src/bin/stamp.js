import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was typed. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const WATCHED = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
// Made by the build itself, or never in it.
const IGNORED = /(^|\/)i18n\/(paraglide\/|project\.inlang\/(?!settings\.json|$))|\.test\.ts\/?$/;

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
	const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
	if (!stat) return [];
	// The message compiler writes its settings again, unchanged: their words count, not their date.
	if (path.endsWith('project.inlang/settings.json'))
		return [readFileSync(join(ROOT, path), 'utf8')];
	if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
	return readdirSync(join(ROOT, path))
		.sort()
		.map((name) => `${path}/${name}`)
		.filter((child) => !IGNORED.test(`${child}/`) && !IGNORED.test(child))
		.flatMap(filesUnder);
}

/** Changes when any source does: names, sizes and dates, without reading a file. */
export const sourcesDigest = () =>
	createHash('sha1').update(WATCHED.flatMap(filesUnder).join('\n')).digest('hex');

/** @param {'app' | 'tools'} part */
const stampFile = (part) => join(ROOT, 'build', `.${part}-stamp`);

/** True when this part was built from the sources as they are. @param {'app' | 'tools'} part */
export function isFresh(part) {
	try {
		return readFileSync(stampFile(part), 'utf8') === sourcesDigest();
	} catch {
		return false;
	}
}

/** @param {'app' | 'tools'} part @param {string} digest taken before the build began */
export const writeStamp = (part, digest) => writeFileSync(stampFile(part), digest);

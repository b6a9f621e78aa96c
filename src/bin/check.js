#!/usr/bin/env node
// What `npm run check` runs, step by step; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { compile } from '@inlang/paraglide-js';
import { PARAGLIDE } from '../lib/i18n/compile-options.js';
import { ROOT } from './stamp.js';

process.chdir(ROOT);

const MESSAGES = 'src/lib/i18n/messages';

/** @param {string} file @returns {Record<string, unknown>} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every area in both languages and in the settings, every message in both with the same inputs. */
function translations() {
	/** @type {string[]} */
	const faults = [];
	const { locales, 'plugin.inlang.messageFormat': format } = /** @type {{
		locales: string[], 'plugin.inlang.messageFormat': { pathPattern: string[] }
	}} */ (readJson('src/lib/i18n/project.inlang/settings.json'));
	const areas = new Set(locales.flatMap((locale) => readdirSync(join(MESSAGES, locale))));
	/** @type {Map<string, string>} */
	const owners = new Map();
	for (const area of areas) {
		if (!format.pathPattern.includes(`./messages/{locale}/${area}`))
			faults.push(`${area} is not in project.inlang/settings.json`);
		const byLocale = locales.map((locale) => readJson(join(MESSAGES, locale, area)));
		const keys = new Set(byLocale.flatMap(Object.keys));
		keys.delete('$schema');
		for (const key of keys) {
			const owner = owners.get(key);
			if (owner) faults.push(`${key} is both in ${owner} and ${area}`);
			owners.set(key, area);
			const inputs = byLocale.map((messages, index) => {
				if (!(key in messages)) faults.push(`${key} is missing in ${locales[index]}/${area}`);
				const found = JSON.stringify(messages[key] ?? '').match(/\{\w+\}/g) ?? [];
				return [...new Set(found)].sort().join(' ');
			});
			if (new Set(inputs).size > 1) faults.push(`${key} takes ${inputs.join(' or ')} in ${area}`);
		}
	}
	for (const fault of faults) console.error(fault);
	return faults.length === 0;
}

/** @param {string} command @param {string[]} args */
const run =
	(command, ...args) =>
	() =>
		spawnSync(join('node_modules', '.bin', command), args, { stdio: 'inherit' }).status === 0;

/** @type {[string, () => boolean][]} */
const steps = [
	['translations', translations],
	['format', run('prettier', '--check', '--log-level', 'warn', '.')],
	['types', run('svelte-kit', 'sync')],
	['types', run('svelte-check', '--fail-on-warnings', '--output', 'human')],
	['lint and layers', run('eslint', '--max-warnings', '0', '.')],
	['dead code', run('knip', '--no-progress')]
];

// Types and lint read the compiled messages.
await compile(PARAGLIDE);

for (const [name, step] of steps) {
	console.log(`\u2500\u2500 ${name}`);
	if (!step()) {
		console.error(`check failed: ${name}`);
		process.exit(1);
	}
}
console.log('check passed');

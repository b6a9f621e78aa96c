import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stamp.js';

/**
 * A sentence of the message files, read as they are: before the first build nothing is compiled.
 * @param {string} key
 */
export function say(key) {
	const { LC_ALL, LC_MESSAGES, LANG } = process.env;
	const locale = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'fr';
	const file = join(ROOT, 'src/lib/i18n/messages', locale, 'cli.json');
	const messages = JSON.parse(readFileSync(file, 'utf8'));
	process.stderr.write(`${messages[key]}\n`);
}

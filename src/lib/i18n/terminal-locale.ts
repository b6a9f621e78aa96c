import { overwriteGetLocale, type Locale } from './paraglide/runtime.js';

/** The language of a terminal: French unless its environment asks for English. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): Locale {
	const wanted = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
	return wanted.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Makes messages speak the terminal's language, for programs without a request. */
export function speakTerminalLanguage(env: Readonly<Record<string, string | undefined>>): void {
	const locale = terminalLocale(env);
	overwriteGetLocale(() => locale);
}

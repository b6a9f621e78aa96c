import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { FileAbout } from '../file/format.ts';
import { compactUrl } from '../load.ts';
import { beside } from './beside.ts';
import type { SavedFile } from './export-messages.ts';
import { writeFiles } from './save.ts';

/** The page without a network, among the site's static files (src/bin/build-file.js). */
const TEMPLATE = '/saved-network.txt';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const html = (text: string): string =>
	text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/**
 * The network whole, with its sheets and their sources, as one page that needs nothing else: the
 * explorer itself, opening on the view shown. Rejects when what it needs could not be fetched.
 */
export async function htmlFile(
	name: string,
	networkUrl: string,
	about: FileAbout
): Promise<SavedFile> {
	const at = (address: string | URL): string => new URL(address, location.origin).href;
	const [file] = await writeFiles({
		kind: 'page',
		name,
		template: at(TEMPLATE),
		network: at(compactUrl(networkUrl)),
		proofs: at(beside(networkUrl, 'proofs')),
		about: JSON.stringify(about),
		filled: {
			lang: getLocale(),
			title: html(`${about.title} · ${m.app_name()}`),
			noscript: html(m.takeaway_saved_noscript())
		}
	});
	if (!file) throw new Error('no file');
	return file;
}

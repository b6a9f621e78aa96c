import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { BLOCKS, inBlock, type FileAbout } from '../file/format.ts';
import { compactUrl } from '../load.ts';
import { beside } from './beside.ts';

/** The page without a network, among the site's static files (src/bin/build-file.js). */
const TEMPLATE = '/saved-network.txt';

/** @throws when it is refused or nobody answers */
async function textAt(address: string | URL): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return response.text();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const html = (text: string): string =>
	text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

const block = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${inBlock(json)}</script>`;

/**
 * The network whole, with its sheets and their sources, as one page that needs nothing else: the
 * explorer itself, opening on the view shown. Rejects when what it needs could not be fetched.
 */
export async function htmlFile(networkUrl: string, about: FileAbout): Promise<Blob> {
	const [template, network, proofs] = await Promise.all([
		textAt(TEMPLATE),
		textAt(compactUrl(networkUrl)),
		textAt(beside(networkUrl, 'proofs'))
	]);
	const parts: Readonly<Record<string, string>> = {
		lang: getLocale(),
		title: html(`${about.title} · ${m.app_name()}`),
		noscript: html(m.takeaway_saved_noscript()),
		network: [
			block(BLOCKS.about, JSON.stringify(about)),
			block(BLOCKS.network, network),
			block(BLOCKS.proofs, proofs)
		].join('\n')
	};
	// Everything to fill in stands before the program, whose text the page's policy knows by its hash.
	const head = template.slice(0, template.indexOf('<script type="module">'));
	const filled = head.replace(
		/%(lang|title|noscript|network)%/g,
		(whole, name: string) => parts[name] ?? whole
	);
	return new Blob([filled, template.slice(head.length)], { type: 'text/html;charset=utf-8' });
}

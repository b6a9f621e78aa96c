import { BLOCKS, inBlock } from '../file/format.ts';
import type { PageRequest } from './export-messages.ts';

/** @throws when it is refused or nobody answers */
async function textAt(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return response.text();
}

const block = (id: string, json: string): string =>
	`<script type="application/json" id="${id}">${inBlock(json)}</script>`;

/** The page without a network, filled with one. Rejects when a part of it could not be fetched. */
export async function networkPage(given: PageRequest): Promise<Blob> {
	const [template, network, proofs] = await Promise.all(
		[given.template, given.network, given.proofs].map(textAt)
	);
	if (template === undefined || network === undefined || proofs === undefined)
		throw new Error('a part is missing');
	const parts: Readonly<Record<string, string>> = {
		...given.filled,
		network: [
			block(BLOCKS.about, given.about),
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

import { BLOCKS, inBlock } from '../file/format.ts';
import type { PageRequest } from './export-messages.ts';

/** « < ». */
const LESS_THAN = 0x3c;

/** @throws when it is refused or nobody answers */
async function bytesAt(address: string): Promise<ArrayBuffer> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return response.arrayBuffer();
}

const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

/** A block of JSON. What could end it is written otherwise: looked for first, in what may be 50 MB. */
const block = (id: string, json: ArrayBuffer): BlobPart[] => [
	`<script type="application/json" id="${id}">`,
	new Uint8Array(json).includes(LESS_THAN) ? inBlock(textOf(json)) : json,
	'</script>\n'
];

/** The page without a network, filled with one. Rejects when a part of it could not be fetched. */
export async function networkPage(given: PageRequest): Promise<Blob> {
	const [template, network, proofs] = await Promise.all([
		bytesAt(given.template).then(textOf),
		bytesAt(given.network),
		bytesAt(given.proofs)
	]);
	// Everything to fill in stands before the program, whose text the page's policy knows by its hash.
	const head = template.slice(0, template.indexOf('<script type="module">'));
	const words: Readonly<Record<string, string>> = given.filled;
	// Parted first: what a network is called may be anything, our own marks included.
	const [before = '', after = ''] = head
		.split('%network%')
		.map((half) =>
			half.replace(/%(lang|title|noscript)%/g, (whole, name: string) => words[name] ?? whole)
		);
	const blocks = [
		...block(BLOCKS.about, new TextEncoder().encode(given.about).buffer),
		...block(BLOCKS.network, network),
		...block(BLOCKS.proofs, proofs)
	];
	const rest = template.slice(head.length);
	return new Blob([before, ...blocks, after, rest], { type: 'text/html;charset=utf-8' });
}

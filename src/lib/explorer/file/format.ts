/** What a network saved as one HTML file holds: three blocks of JSON, read by the program beside them. */

export interface FileAbout {
	/** Of this format. */
	version: 1;
	title: string;
	subtitle: string;
	notices: readonly { kind: 'fictional' | 'ended' | 'plain'; text: string }[];
	/** The day it was saved, `YYYY-MM-DD`. */
	saved: string;
	/** Where the network is kept up to date; absent when only the machine that saved it could go there. */
	address?: string | undefined;
	/** The view it opens with, as in an address. */
	search: string;
	licence: string;
}

/** Ids of the blocks. */
export const BLOCKS = {
	about: 'maillage-about',
	network: 'maillage-network',
	proofs: 'maillage-proofs'
} as const;

/** JSON that no HTML parser takes for the end of its block. */
export const inBlock = (json: string): string => json.replaceAll('<', '\\u003c');

/** The text of a block, as it was written. */
export const blockText = (id: string): string => document.getElementById(id)?.textContent ?? '';

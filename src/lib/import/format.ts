import { isZip } from './decode.ts';
import { isFinessPlus } from './finess/plus.ts';
import { isPositional } from './finess/positional.ts';

export const FORMATS = ['csv', 'xlsx', 'finess', 'finess-plus'] as const;
export type Format = (typeof FORMATS)[number];

const HEAD = 4000;

/** What a file is, told by how it begins. */
export function formatOf(bytes: Uint8Array): Format {
	if (isZip(bytes)) return 'xlsx';
	const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
	const bare = head.replace(/^ï»¿/, '');
	if (isPositional(bare)) return 'finess';
	return isFinessPlus(bare) ? 'finess-plus' : 'csv';
}

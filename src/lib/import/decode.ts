import { FileRefusedError } from './problem.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
	text: string;
	encoding: Encoding;
	/** Characters that an earlier program already lost and wrote as `�`. */
	lost: number;
}

/** Files are read whole into memory: enough for any list of structures, and a bound for the rest. */
export const MAX_BYTES = 64 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
	head.every((byte, i) => bytes[i] === byte);

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 3, 4);

/** Text of spreadsheets without a mark: one byte of two is zero in Western languages. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
	const length = Math.min(bytes.length, 4096) & ~1;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < length; i += 2) {
		if (bytes[i] === 0) even++;
		if (bytes[i + 1] === 0) odd++;
	}
	const most = length / 2;
	if (most >= 4 && odd > most * 0.7 && even < most * 0.1) return 'utf-16le';
	if (most >= 4 && even > most * 0.7 && odd < most * 0.1) return 'utf-16be';
	return undefined;
}

function encodingOf(bytes: Uint8Array): Encoding {
	if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
	if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
	const unmarked = unmarkedUtf16(bytes);
	if (unmarked) return unmarked;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding), where Node's decoder leaves Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function textOf(bytes: Uint8Array, encoding: Encoding): string {
	const text = new TextDecoder(encoding).decode(bytes);
	if (encoding !== 'windows-1252') return text;
	return text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80] ?? c);
}

/** How an accent of UTF-8 reads in Windows-1252: `Ã©`, which no French or English word has. */
const TWICE = /Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]/;

/** Lines in UTF-8 among lines that are not: pasted together from two files, and no encoding reads both. */
function ensureOneEncoding(bytes: Uint8Array, text: string): void {
	const lines = text.split('\n');
	const utf8 = lines.findIndex((line) => TWICE.test(line));
	if (utf8 === -1) return;
	const strict = new TextDecoder('utf-8', { fatal: true });
	let start = 0;
	for (let line = 1; start <= bytes.length; line++) {
		const end = bytes.indexOf(0x0a, start);
		try {
			strict.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
		} catch {
			throw new FileRefusedError('mixed_encodings', { line: utf8 + 1, other: line });
		}
		if (end === -1) return;
		start = end + 1;
	}
}

/** Characters no text has: a picture or a program under a name in `.csv`. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/**
 * The text of a file, in the encoding asked for or else the one found: by its mark, as UTF-8 when all
 * of it is, as Windows-1252 otherwise.
 * @throws {FileRefusedError} for a file that is empty, too large or no text
 */
export function decode(bytes: Uint8Array, asked?: Encoding): Decoded {
	if (bytes.length === 0) throw new FileRefusedError('empty_file');
	if (bytes.length > MAX_BYTES)
		throw new FileRefusedError('too_large', { most: MAX_BYTES / 1024 / 1024 });
	const encoding = asked ?? encodingOf(bytes);
	const text = textOf(bytes, encoding);
	if (text.trim() === '') throw new FileRefusedError('empty_file');
	const head = text.slice(0, 100_000);
	const controls = head.match(CONTROL)?.length ?? 0;
	if (text.includes('\u0000') || controls > head.length / 200)
		throw new FileRefusedError('not_a_table');
	if (asked === undefined && encoding === 'windows-1252') ensureOneEncoding(bytes, text);
	return { text, encoding, lost: text.split('\uFFFD').length - 1 };
}

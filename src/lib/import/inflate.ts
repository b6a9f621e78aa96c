import { Gunzip } from 'fflate';
import { MAX_BYTES } from './decode.ts';
import { FileRefusedError } from './problem.ts';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const STEP = 64 * 1024;

/**
 * What a `.gz` file holds, given up as soon as it is more than we take.
 * @throws {FileRefusedError} when it is damaged, cut short or unpacks to too much
 */
export function inflate(bytes: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let size = 0;
	let whole = false;
	const gunzip = new Gunzip((part, last) => {
		size += part.length;
		if (size > MAX_BYTES)
			throw new FileRefusedError('unpacks_too_large', { most: MAX_BYTES / 1024 / 1024 });
		parts.push(part);
		whole = last;
	});
	try {
		for (let at = 0; at < bytes.length; at += STEP)
			gunzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
	} catch (error) {
		if (error instanceof FileRefusedError) throw error;
		throw new FileRefusedError('damaged_gzip');
	}
	if (!whole) throw new FileRefusedError('damaged_gzip');
	const text = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		text.set(part, at);
		at += part.length;
	}
	return text;
}

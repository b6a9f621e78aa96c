/** 32-bit FNV-1a of a text, with a final mix so that close ids spread. */
export function hash32(text: string, seed = 0x811c9dc5): number {
	let h = seed;
	for (let i = 0; i < text.length; i++) {
		h ^= text.charCodeAt(i);
		h = Math.imul(h, 0x01000193);
	}
	h ^= h >>> 16;
	h = Math.imul(h, 0x7feb352d);
	h ^= h >>> 15;
	return h >>> 0;
}

/** A number in [0, 1) that depends on the text alone. */
export const unit = (text: string, seed?: number): number => hash32(text, seed) / 0x1_0000_0000;

import { foldText } from '#lib/domain/text.ts';

/** A readable id from a name, at most `most` characters, never empty. */
export function slugOf(name: string, most = 80): string {
	const words = foldText(name).replace(/[^a-z0-9]+/g, '-');
	const cut = words.slice(0, most).replace(/^-+|-+$/g, '');
	return cut === '' ? 'sans-nom' : cut;
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Text as search sees it: lower case, no accents, ligatures opened, elisions and punctuation turned
 * into spaces (`L'Hôpital` → `l hopital`). Both databases store and query this form, so both agree.
 */
export function foldText(text: string): string {
	// What has no accent needs none of the tables of Unicode: registers are in capitals, and long.
	if (ASCII.test(text)) return spaced(text.toLowerCase());
	if (EASY.test(text))
		return spaced(text.toLowerCase().replace(BEYOND_ASCII, (letter) => PLAIN.get(letter) ?? ' '));
	return bare(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

const spaced = (text: string): string => text.replace(/[^a-z0-9]+/g, ' ').trim();

const bare = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/ß/g, 'ss');

/**
 * Letters of Western languages and the typographic signs between their words, whichever case, with the
 * plain letters they are searched by; those that stay letters of their own (`ø`) are left out.
 */
const PLAIN: ReadonlyMap<string, string> = new Map(
	[range(0x80, 0x17f), range(0x2010, 0x2027), range(0x202f, 0x202f)].flat().flatMap((letter) => {
		const plain = bare(letter);
		const isEasy = /^[a-z0-9]+$/.test(plain) || !/[\p{L}\p{N}]/u.test(plain);
		return isEasy && letter.toLowerCase().length === 1 ? [[letter, plain] as const] : [];
	})
);
const EASY = new RegExp(`^[\\u0000-\\u007f${[...PLAIN.keys()].join('')}]*$`);
const BEYOND_ASCII = /[\u0080-\uffff]/g;

function range(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
}

const ELIDED = /(^|[^\p{L}])(?:[ldjmtscn]|qu)['’](?=\p{L})/giu;

/**
 * The words of a query, folded; elided articles are left out, so that `l'hôpital` also finds
 * `Hôpital du Nord`. At most eight, the rest of a long question is ignored.
 */
export const searchTokens = (query: string): string[] =>
	foldText(query.replace(ELIDED, '$1')).split(' ').filter(Boolean).slice(0, 8);

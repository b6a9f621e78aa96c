// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Text as search sees it: lower case, no accents, ligatures opened, elisions and punctuation turned
 * into spaces (`L'Hôpital` → `l hopital`). Both databases store and query this form, so both agree.
 */
export function foldText(text: string): string {
	// What has no accent needs none of the tables of Unicode: registers are in capitals, and long.
	if (ASCII.test(text))
		return text
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, ' ')
			.trim();
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/ß/g, 'ss')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

const ELIDED = /(^|[^\p{L}])(?:[ldjmtscn]|qu)['’](?=\p{L})/giu;

/**
 * The words of a query, folded; elided articles are left out, so that `l'hôpital` also finds
 * `Hôpital du Nord`. At most eight, the rest of a long question is ignored.
 */
export const searchTokens = (query: string): string[] =>
	foldText(query.replace(ELIDED, '$1')).split(' ').filter(Boolean).slice(0, 8);

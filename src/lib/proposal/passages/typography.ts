const THIN = '\u202f';

/** Addresses are left as they are. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g;

const spaced = (text: string): string =>
	text
		.replace(/'/g, '’')
		.replace(/\.{3,}/g, '…')
		.replace(/"([^"\n]*)"/g, `«${THIN}$1${THIN}»`)
		.replace(/«[ \u00a0\u202f]*/g, `«${THIN}`)
		.replace(/[ \u00a0\u202f]*»/g, `${THIN}»`)
		.replace(/(?<=[\p{L}\p{N})\]»%€])[ \u00a0\u202f]*([;!?]+)(?=[\s»)]|$)/gu, `${THIN}$1`)
		.replace(/(?<=[\p{L}\p{N})\]»%€])[ \u00a0\u202f]*:(?=\s|$)/gu, `${THIN}:`)
		.replace(/(\d)[ \u00a0](?=[%€])/g, `$1${THIN}`)
		.replace(/(?<=(?<!\d)\d{1,3}) (?=\d{3}(?!\d))/g, THIN);

/** French spaces, quotes and apostrophes (Lexique des règles typographiques de l’Imprimerie nationale). */
export function typographic(text: string): string {
	let from = 0;
	let all = '';
	for (const { 0: address, index } of text.matchAll(ADDRESS)) {
		all += spaced(text.slice(from, index)) + address;
		from = index + address.length;
	}
	return all + spaced(text.slice(from));
}

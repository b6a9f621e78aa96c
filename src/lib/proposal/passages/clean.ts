/** What Word and web pages put into pasted text that says nothing to a reader. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g;
/** Contents that are never words, with their marks. */
const UNREAD = /<(script|style|head|template|xml|object|iframe)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const COMMENT = /<!--[\s\S]*?-->|<!\[[^\]]*\]>|<\?[a-z][^>]*>|<!doctype[^>]*>/gi;
const ITEM = /<li\b[^<>]*>\s*/gi;
const LINE = /<br\b[^<>]*>|<\/(?:div|tr|h[1-6]|dt|dd|option)\s*>/gi;
const PARAGRAPH = /<\/(?:p|ul|ol|dl|table|blockquote|section|article|header|footer)\s*>/gi;
/** A mark-up tag, not « < 3 jours »: a name straight after the bracket, Word's `o:p` among them. */
const TAG = /<\/?[a-z][a-z0-9]*(?::[a-z]+)?(?:\s[^<>]*)?\/?>/gi;
/** Without its memory of where it stopped. */
const ANY_TAG = new RegExp(TAG.source, 'i');
const BULLET = /^[ \t]*[•·‣◦▪●∙\uf0b7\u2043][ \t\u00a0]*/gm;

const ENTITIES: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: '\u00a0', hellip: '…' },
	...{ laquo: '«', raquo: '»', rsquo: '’', ndash: '–', mdash: '—', eacute: 'é', egrave: 'è' },
	...{ agrave: 'à', ccedil: 'ç', ecirc: 'ê', ocirc: 'ô', icirc: 'î', ugrave: 'ù', euro: '€' }
};

const decoded = (text: string): string =>
	text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (entity, name: string) => {
		if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});

const withoutMarkup = (text: string): string =>
	decoded(
		text
			.replace(COMMENT, '')
			.replace(UNREAD, '')
			.replace(ITEM, '\n- ')
			.replace(LINE, '\n')
			.replace(PARAGRAPH, '\n\n')
			.replace(TAG, '')
	);

/** Control characters but line ends and tabs; a lone half of a character becomes its sign. */
const printable = (text: string): string =>
	text
		.replace(/\r\n?|[\v\f\u2028\u2029\u0085]/g, '\n')
		.toWellFormed()
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.replace(INVISIBLE, '');

/**
 * A text as its words: what was pasted from a page or from Word loses its marks, scripts and styles,
 * bullets become dashes, blank lines are one at most. What looks like a formula stays: it is text
 * everywhere it goes. The same again gives the same.
 */
export function cleanText(text: string): string {
	const plain = printable(text);
	return printable(ANY_TAG.test(plain) ? withoutMarkup(plain) : plain)
		.replace(BULLET, '- ')
		.replace(/\t/g, ' ')
		.replace(/[ ]+$/gm, '')
		.replace(/\n{3,}/g, '\n\n')
		.replace(/^\n+|\s+$/g, '');
}

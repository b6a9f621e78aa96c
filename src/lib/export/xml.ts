// Characters XML 1.0 has no way to write, not even escaped.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	// Kept through attribute normalisation, which would make spaces of them.
	'\n': '&#10;',
	'\r': '&#13;',
	'\t': '&#9;'
};

/** A text as an attribute or an element of XML 1.0; characters XML cannot hold are left out. */
export const xml = (text: string): string =>
	text
		.toWellFormed()
		.replace(FORBIDDEN, '')
		.replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);

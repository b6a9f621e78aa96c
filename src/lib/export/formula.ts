/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;
const ESCAPED = /^'+[=+\-@\t\r]/;

/**
 * A text that no spreadsheet will run: an apostrophe goes before what looks like a formula, and before
 * what already looks escaped, so that `unescapeFormula` gives back exactly what was there.
 */
export const escapeFormula = (text: string): string =>
	FORMULA.test(text) || ESCAPED.test(text) ? `'${text}` : text;

export const unescapeFormula = (text: string): string =>
	ESCAPED.test(text) ? text.slice(1) : text;

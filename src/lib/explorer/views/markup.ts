/** Markup written as text: long lists come as one piece, where a component a name would take seconds. */

/** Only made by `markup` and `joined`: whatever else is put in markup is text. */
class Markup {
	constructor(readonly text: string) {}
}
export type { Markup };

type Part = string | number | Markup | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
const written = (part: Part): string =>
	part instanceof Markup ? part.text : part === undefined ? '' : escaped(String(part));

/** Markup with what is put in it made harmless; attributes are to be written between double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
	new Markup(strings.reduce((text, next, at) => text + written(parts[at - 1]) + next));

export const joined = (parts: readonly Markup[]): Markup =>
	new Markup(parts.map(({ text }) => text).join(''));

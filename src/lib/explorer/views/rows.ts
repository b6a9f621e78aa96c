import type { NodeLabel } from '#lib/domain/entities.ts';

/** The end of a row: enough to name it, select it and find its page. */
export interface RowNode {
	id: string;
	label: NodeLabel;
	name: string;
}

/** What rows do when they are clicked. */
export interface RowChoice {
	/** Chosen row, a node's or a relation's. */
	selected?: string | undefined;
	/** Without it (no JavaScript), names are plain links. */
	onselect?: ((selection: { kind: 'node' | 'edge'; id: string }) => void) | undefined;
	/** What pages of things are under: empty for the real set. */
	base: string;
}

/** Names in the order of a French reader, whatever the language of the page: they are French names. */
export const collator = new Intl.Collator('fr');

export const byName = (a: { name: string }, b: { name: string }): number =>
	collator.compare(a.name, b.name);

/** Place of each text in French order; each is compared once, however many rows carry it. */
export function ranks(texts: readonly string[]): Map<string, number> {
	const distinct = [...new Set(texts)].sort(collator.compare);
	let rank = -1;
	let before: string | undefined;
	return new Map(
		distinct.map((text) => {
			if (before === undefined || collator.compare(before, text) !== 0) rank++;
			before = text;
			return [text, rank];
		})
	);
}

interface Ends {
	source: { name: string };
	target: { name: string };
}
/** The order of ties between these nodes by the names of their two ends. */
export function byEnds(nodes: readonly { name: string }[]): (a: Ends, b: Ends) => number {
	const places = ranks(nodes.map(({ name }) => name));
	const of = ({ name }: { name: string }): number => places.get(name) ?? 0;
	return (a, b) => of(a.source) - of(b.source) || of(a.target) - of(b.target);
}

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

import type { Column } from './columns.ts';

type Ids = ReadonlySet<string>;

const usual = <Row>(columns: readonly Column<Row>[]): Ids =>
	new Set(columns.filter(({ extra }) => !extra).map(({ id }) => id));

export function isUsual<Row>(columns: readonly Column<Row>[], ids: Ids): boolean {
	const first = usual(columns);
	return first.size === ids.size && [...first].every((id) => ids.has(id));
}

const keyOf = (table: string): string => `maillage.columns.${table}`;

/** The columns this browser was asked to show; the usual ones when it kept nothing we understand. */
export function keptColumns<Row>(table: string, columns: readonly Column<Row>[]): Ids {
	let text: string | null = null;
	try {
		text = localStorage.getItem(keyOf(table));
	} catch {
		// Storage refused by the browser: the choice lasts as long as the page.
	}
	if (text === null) return usual(columns);
	const kept = new Set(text.split(','));
	const known = columns.filter(({ id }) => kept.has(id)).map(({ id }) => id);
	return known.length > 0 ? new Set(known) : usual(columns);
}

/** Keeps them; nothing when they are the usual ones, so that new columns come by themselves. */
export function keepColumns<Row>(table: string, columns: readonly Column<Row>[], ids: Ids): void {
	try {
		if (isUsual(columns, ids)) localStorage.removeItem(keyOf(table));
		else localStorage.setItem(keyOf(table), [...ids].join(','));
	} catch {
		// As above.
	}
}

export { usual as usualColumns };

import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';

export type Cell = string | number | boolean | undefined;

/** One property of a node or an edge, named as in the data model, the same in every format. */
export interface Column<Item> {
	name: string;
	type: 'string' | 'double' | 'boolean';
	value(item: Item): Cell;
}

const text = <Item>(name: string, value: (item: Item) => string | undefined): Column<Item> => ({
	name,
	type: 'string',
	value
});
const number = <Item>(name: string, value: (item: Item) => number | undefined): Column<Item> => ({
	name,
	type: 'double',
	value
});
const flag = <Item>(name: string, value: (item: Item) => boolean | undefined): Column<Item> => ({
	name,
	type: 'boolean',
	value
});

/** Between several values in one cell: no id and no title of the seed holds it. */
export const LIST_SEPARATOR = ' | ';

/** What is said of a node besides its id and its name. */
export const NODE_COLUMNS: readonly Column<NetworkNode>[] = [
	text('nature', (n) => n.label),
	text('kind', (n) => n.kind),
	text('group', (n) => n.group),
	flag('member', (n) => n.member),
	flag('ess', (n) => n.ess),
	text('commune', (n) => n.commune),
	text('departement', (n) => n.departement),
	text('region', (n) => n.region),
	number('lat', (n) => n.lat),
	number('lon', (n) => n.lon)
];

/** What is said of an edge besides its id and its two ends. */
export const edgeColumns = (
	sourceNames: ReadonlyMap<string, string>
): readonly Column<NetworkEdge>[] => [
	text('type', (e) => e.type),
	text('family', (e) => e.family),
	text('status', (e) => e.status),
	text('certainty', (e) => e.certainty),
	text('verdict', (e) => e.verdict),
	text('detail', (e) => e.detail),
	text('since', (e) => e.since),
	text('until', (e) => e.until),
	text('projectId', (e) => e.projectId),
	text('resourceId', (e) => e.resourceId),
	number('amountEur', (e) => e.amountEur),
	text('amountPeriod', (e) => e.amountPeriod),
	text('stage', (e) => e.stage),
	text('sources', (e) => e.sources.join(LIST_SEPARATOR) || undefined),
	text(
		'sourceTitles',
		(e) => e.sources.map((id) => sourceNames.get(id) ?? id).join(LIST_SEPARATOR) || undefined
	)
];

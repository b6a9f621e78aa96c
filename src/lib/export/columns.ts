import type { SourceRef } from '#lib/domain/views.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { NetworkExport } from './model.ts';

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

const NODE_COLUMNS: readonly Column<NetworkNode>[] = [
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

/** What is said of a node besides its id and its name; of projects more, where it is known. */
export function nodeColumns({ projects }: NetworkExport): readonly Column<NetworkNode>[] {
	if (!projects || projects.size === 0) return NODE_COLUMNS;
	const of = ({ id }: NetworkNode) => projects.get(id);
	return [
		...NODE_COLUMNS,
		text('status', (n) => of(n)?.status),
		text('coverage', (n) => of(n)?.coverage),
		number('startYear', (n) => of(n)?.startYear),
		number('endYear', (n) => of(n)?.endYear),
		text('accessDimensions', (n) => of(n)?.accessDimensions?.join(LIST_SEPARATOR))
	];
}

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

/** A spreadsheet's columns of structures and resources: a file that travels alone says its licence. */
export const nodeTable = (given: NetworkExport): readonly Column<NetworkNode>[] => [
	text('id', ({ id }) => id),
	text('name', ({ name }) => name),
	...nodeColumns(given),
	text('licence', () => given.licence)
];

/** A spreadsheet's columns of relations, with the names of both ends. */
export function edgeTable(given: NetworkExport): readonly Column<NetworkEdge>[] {
	const names = new Map(given.nodes.map(({ id, name }) => [id, name]));
	return [
		text('id', ({ id }) => id),
		text('source', ({ source }) => source),
		text('sourceName', ({ source }) => names.get(source)),
		text('target', ({ target }) => target),
		text('targetName', ({ target }) => names.get(target)),
		...edgeColumns(given.sourceNames),
		text('licence', () => given.licence)
	];
}

/** A source and the number of relations shown that cite it. */
export interface CitedSource extends SourceRef {
	relations: number;
}

export const sourceTable = ({ licence }: NetworkExport): readonly Column<CitedSource>[] => [
	text('id', ({ id }) => id),
	text('name', ({ name }) => name),
	text('publisher', ({ publisher }) => publisher),
	number('year', ({ year }) => year),
	text('section', ({ section }) => section),
	text('accessed', ({ accessed }) => accessed),
	text('url', ({ url }) => url),
	number('relations', ({ relations }) => relations),
	text('licence', () => licence)
];

/** The sources of the relations taken away, by id, each with what is known of it. */
export function citedSources({ edges, sources = [], sourceNames }: NetworkExport): CitedSource[] {
	const known = new Map(sources.map((source) => [source.id, source]));
	const uses = new Map<string, number>();
	for (const edge of edges)
		for (const id of new Set(edge.sources)) uses.set(id, (uses.get(id) ?? 0) + 1);
	return [...uses]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, relations]) => ({
			...(known.get(id) ?? { id, name: sourceNames.get(id) ?? id }),
			relations
		}));
}

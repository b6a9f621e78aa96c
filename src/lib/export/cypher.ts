import { NODE_LABELS } from '#lib/domain/entities.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { edgeColumns, nodeColumns, type Column } from './columns.ts';
import type { NetworkExport } from './model.ts';

/** Rows a statement creates: small enough for any server's memory and parser. */
const BATCH = 500;

/** A text as a Cypher literal: everything but printable ASCII is written by its code point. */
function textLiteral(text: string): string {
	let literal = '';
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5c) literal += '\\\\';
		else if (code === 0x27) literal += "\\'";
		else if (code >= 0x20 && code <= 0x7e) literal += text.charAt(at);
		else literal += `\\u${code.toString(16).padStart(4, '0')}`;
	}
	return `'${literal}'`;
}

const literal = (value: string | number | boolean): string =>
	typeof value === 'string' ? textLiteral(value.toWellFormed()) : String(value);

/** A map literal. Keys are our own column names, never data. */
function row<Item>(item: Item, columns: readonly Column<Item>[], first: string): string {
	const cells = columns.flatMap(({ name, value }) => {
		const cell = value(item);
		return cell === undefined ? [] : `${name}: ${literal(cell)}`;
	});
	return `{${[first, ...cells].join(', ')}}`;
}

function batches<Item>(
	items: readonly Item[],
	write: (batch: readonly Item[]) => string
): string[] {
	const statements: string[] = [];
	for (let at = 0; at < items.length; at += BATCH)
		statements.push(write(items.slice(at, at + BATCH)));
	return statements;
}

const nodeProperties = (given: NetworkExport): readonly Column<NetworkNode>[] => [
	{ name: 'name', type: 'string', value: ({ name }) => name },
	...nodeColumns(given).filter(({ name }) => name !== 'nature')
];

/**
 * Statements that make the network anew in any Neo4j, one a line, each ended by a semicolon. Run twice
 * they change nothing: records are merged by id. Labels and types come from our lists, texts are
 * literals of printable ASCII only.
 */
export function toCypher(given: NetworkExport): string {
	const properties: readonly Column<NetworkEdge>[] = edgeColumns(given.sourceNames).filter(
		({ name }) => name !== 'type'
	);
	const ofNodes = nodeProperties(given);
	const nodes = NODE_LABELS.flatMap((label) =>
		batches(
			given.nodes.filter((node) => node.label === label),
			(batch) =>
				`UNWIND [${batch
					.map((node) => row(node, ofNodes, `id: ${literal(node.id)}`))
					.join(', ')}] AS row MERGE (n:\`${label}\` {id: row.id}) SET n += row;`
		)
	);
	const labelOf = new Map(given.nodes.map(({ id, label }) => [id, label]));
	const edges = RELATION_TYPES.flatMap((type) => {
		const ofType = given.edges.filter((edge) => edge.type === type);
		const kinds = new Map<string, NetworkEdge[]>();
		for (const edge of ofType) {
			const key = `${labelOf.get(edge.source)} ${labelOf.get(edge.target)}`;
			const list = kinds.get(key);
			if (list) list.push(edge);
			else kinds.set(key, [edge]);
		}
		return [...kinds.values()].flatMap((list) => {
			const [first] = list;
			const from = first && labelOf.get(first.source);
			const to = first && labelOf.get(first.target);
			if (!from || !to) return [];
			return batches(
				list,
				(batch) =>
					`UNWIND [${batch
						.map(
							(edge) =>
								`{from: ${literal(edge.source)}, to: ${literal(edge.target)}, of: ${row(edge, properties, `id: ${literal(edge.id)}`)}}`
						)
						.join(
							', '
						)}] AS row MATCH (a:\`${from}\` {id: row.from}) MATCH (b:\`${to}\` {id: row.to}) MERGE (a)-[r:\`${type}\` {id: row.of.id}]->(b) SET r += row.of;`
			);
		});
	});
	const about = [given.title, given.day, given.licence].map((line) =>
		line.replace(/\s+/g, ' ').trim()
	);
	return [...about.map((line) => `// ${line}`), ...nodes, ...edges, ''].join('\n');
}

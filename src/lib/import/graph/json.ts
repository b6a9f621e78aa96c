import * as v from 'valibot';
import { FileRefusedError } from '../problem.ts';
import { tableOfRecords, type GraphFormat, type GraphRecord, type GraphTables } from './tables.ts';

const RECORD = v.record(v.string(), v.unknown());
const RECORDS = v.array(RECORD);

/** Under what names files keep their two lists. */
const SHAPES = [
	{ nodes: 'elements', edges: 'connections' },
	{ nodes: 'nodes', edges: 'edges' },
	{ nodes: 'nodes', edges: 'links' }
] as const;

const SOURCE = ['from', 'source'];
const TARGET = ['to', 'target'];

/** The lines on which the items of each list begin, by the name the list has at the top. */
function linesOfItems(text: string): ReadonlyMap<string, number[]> {
	const lines = new Map<string, number[]>();
	let line = 1;
	let depth = 0;
	let key = '';
	let last = '';
	for (let i = 0; i < text.length; i++) {
		const mark = text[i];
		if (mark === '\n') line++;
		else if (mark === '"') {
			const start = ++i;
			for (; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
			last = text.slice(start, i);
		} else if (mark === ':' && depth === 1) key = last;
		else if (mark === '{' || mark === '[') {
			if (mark === '{' && depth === 2) {
				const of = lines.get(key);
				if (of) of.push(line);
				else lines.set(key, [line]);
			}
			depth++;
		} else if (mark === '}' || mark === ']') depth--;
	}
	return lines;
}

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (!Array.isArray(value)) return undefined;
	const items = value.flatMap((item) => textOf(item) ?? []);
	return items.length === 0 ? undefined : items.join(' | ');
}

/** What is said of one item: its own values, then those it keeps apart under `attributes`. */
function valuesOf(item: Readonly<Record<string, unknown>>): GraphRecord['values'] {
	const own: [string, string][] = [];
	const apart: [string, string][] = [];
	for (const [name, value] of Object.entries(item)) {
		const text = textOf(value);
		if (text !== undefined) own.push([name === '_id' ? 'id' : name, text]);
		const inner = name === 'attributes' ? v.safeParse(RECORD, value) : undefined;
		if (inner?.success)
			apart.push(...valuesOf(inner.output).map(([k, t]): [string, string] => [k, t]));
	}
	return [...own, ...apart];
}

/** Ends of an edge under the two names we read; some programs keep the whole node there. */
function withEnds(values: GraphRecord['values'], item: Readonly<Record<string, unknown>>) {
	const end = (names: readonly string[]): string | undefined => {
		for (const name of names) {
			const whole = v.safeParse(RECORD, item[name]);
			const text = textOf(whole.success ? (whole.output['id'] ?? whole.output['_id']) : item[name]);
			if (text !== undefined) return text;
		}
		return undefined;
	};
	const others = values.filter(([name]) => ![...SOURCE, ...TARGET].includes(name));
	const [source, target] = [end(SOURCE), end(TARGET)];
	return [
		...(source === undefined ? [] : [['source', source] as const]),
		...(target === undefined ? [] : [['target', target] as const]),
		...others
	];
}

function parsed(text: string): Record<string, unknown> {
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch (error) {
		const at = /position (\d+)/.exec(error instanceof Error ? error.message : '');
		const line = at ? text.slice(0, Number(at[1])).split('\n').length : 1;
		throw new FileRefusedError('broken_json', { line });
	}
	const object = v.safeParse(RECORD, input);
	if (!object.success) throw new FileRefusedError('not_a_graph');
	return object.output;
}

/** Our own export names the nature of a node `label`; elsewhere that is its name. */
const isOurs = (file: Readonly<Record<string, unknown>>, nodes: readonly object[]): boolean =>
	'licence' in file &&
	nodes.every((node) => 'label' in node && 'group' in node && 'member' in node);

/**
 * A network in JSON: Kumu's `elements` and `connections`, our own export, or `nodes` and `edges` (or
 * `links`) as most programs write them.
 * @throws {FileRefusedError}
 */
export function readJsonGraph(text: string): GraphTables {
	const file = parsed(text);
	const shape = SHAPES.find(({ nodes, edges }) => nodes in file && edges in file);
	if (!shape) throw new FileRefusedError('not_a_graph');
	const lines = linesOfItems(text);
	const listOf = (name: string): Record<string, unknown>[] => {
		const list = v.safeParse(RECORDS, file[name]);
		if (!list.success) throw new FileRefusedError('not_a_graph');
		return list.output;
	};
	const [nodes, edges] = [listOf(shape.nodes), listOf(shape.edges)];
	const ours = isOurs(file, nodes);
	const format: GraphFormat = shape.nodes === 'elements' ? 'kumu' : ours ? 'maillage' : 'json';
	const titles = v.safeParse(v.record(v.string(), v.string()), file['sources']);
	const titled = (edge: Readonly<Record<string, unknown>>): GraphRecord['values'] => {
		const ids = v.safeParse(v.array(v.string()), edge['sources']);
		if (!ours || !titles.success || !ids.success || ids.output.length === 0) return [];
		return [['sourceTitles', ids.output.map((id) => titles.output[id] ?? id).join(' | ')]];
	};
	const line = (name: string, i: number): number => lines.get(name)?.[i] ?? 1;
	return {
		format,
		nodes: tableOfRecords(
			['id'],
			nodes.map((node, i) => ({
				line: line(shape.nodes, i),
				values: valuesOf(node).map(([name, value]) => [
					ours && name === 'label' ? 'nature' : name,
					value
				])
			}))
		),
		edges: tableOfRecords(
			['id', 'source', 'target'],
			edges.map((edge, i) => ({
				line: line(shape.edges, i),
				values: [...withEnds(valuesOf(edge), edge), ...titled(edge)]
			}))
		)
	};
}

/**
 * Any file of a network as ties to be hidden and asked for: GEXF, GraphML, JSON (Kumu or `nodes` and
 * `links`), GML, or a list of ties in CSV or with blanks between, gzipped or not. Kinds and places are
 * taken where there are any; every tie counts as cooperation.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { contentsOf } from '#lib/import/contents.ts';
import { decode } from '#lib/import/decode.ts';
import { inflate, isGzip } from '#lib/import/inflate.ts';
import type { RecordTable } from '#lib/import/graph/tables.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { compareText } from '#lib/network/order.ts';
import type { Tested } from './link-prediction.ts';

const FROM = /^(source|from|src|ego|node1|id1|de)$/i;
const TO = /^(target|to|dst|dest|alter|node2|id2|vers|cible)$/i;
const ID = /^(id|name|node|nom|label)$/i;
const KIND =
	/^(kind|type|category|categorie|catégorie|class|group|groupe|sector|secteur|agency\w*)$/i;
const COMMUNE = /^(commune|city|town|ville)$/i;
const DEPARTEMENT = /^(departement|département|department|county|state)$/i;
const LAT = /^lat(itude)?$/i;
const LON = /^(lon|lng|long)(itude)?$/i;
/** A column that says as many things as there are nodes says no kind. */
const MOST_KINDS = 40;

type Rows = Record<string, string>[];

const rowsOf = ({ headers, rows }: Pick<RecordTable, 'headers' | 'rows'>): Rows =>
	rows.map(({ cells }) => Object.fromEntries(headers.map((name, i) => [name, cells[i] ?? ''])));

const columnOf = (rows: Rows, pattern: RegExp): string | undefined =>
	Object.keys(rows[0] ?? {}).find((name) => pattern.test(name.trim()));

/** A kind is named so, or is the column that says the most things of several nodes each. */
function kindColumn(nodes: Rows): string | undefined {
	const columns = Object.keys(nodes[0] ?? {})
		.map((name) => ({ name, says: new Set(nodes.map((row) => row[name])).size }))
		.filter(({ says }) => says > 1 && says <= Math.min(MOST_KINDS, nodes.length / 2))
		.sort((a, b) => b.says - a.says);
	const named = columns.find(({ name }) => KIND.test(name.trim()));
	return (named ?? columns.find(({ name }) => !ID.test(name)))?.name;
}

/** Each tie once, whatever its direction; none of a node with itself. */
function tiesOf(rows: Rows): [string, string][] {
	const [first = '', second = ''] = Object.keys(rows[0] ?? {});
	const [from, to] = [columnOf(rows, FROM) ?? first, columnOf(rows, TO) ?? second];
	const ties = new Map<string, [string, string]>();
	for (const row of rows) {
		const ends = [row[from] ?? '', row[to] ?? ''].sort(compareText);
		const [a = '', b = ''] = ends;
		if (a !== '' && b !== '' && a !== b) ties.set(`${a}\n${b}`, [a, b]);
	}
	return [...ties.values()];
}

function tested(name: string, nodes: Rows, edges: Rows): Tested {
	const id = columnOf(nodes, /^id$/i) ?? columnOf(nodes, ID) ?? '';
	const kind = kindColumn(nodes);
	const [commune, departement] = [columnOf(nodes, COMMUNE), columnOf(nodes, DEPARTEMENT)];
	const [lat, lon] = [columnOf(nodes, LAT), columnOf(nodes, LON)];
	const known = new Map(nodes.map((row) => [row[id] ?? '', row]));
	const ties = tiesOf(edges);
	const text = (row: Rows[number] | undefined, column: string | undefined): string | undefined =>
		(column === undefined ? undefined : row?.[column]?.trim()) || undefined;
	const place = (row: Rows[number] | undefined) => {
		const [y, x] = [Number(text(row, lat)), Number(text(row, lon))];
		return Number.isFinite(y) && Number.isFinite(x) ? { lat: y, lon: x } : {};
	};
	return {
		name,
		nodes: [...new Set([...known.keys(), ...ties.flat()])]
			.filter((each) => each !== '')
			.sort(compareText)
			.map((each): NetworkNode => ({
				...{ id: each, label: 'Actor', name: each, group: 'civil_society', member: true },
				kind: text(known.get(each), kind) ?? '',
				commune: text(known.get(each), commune),
				departement: text(known.get(each), departement),
				...place(known.get(each))
			})),
		edges: ties.map(([source, target], i): NetworkEdge => ({
			...{ id: `t${i}`, type: 'COOPERATES_WITH', family: 'cooperation', source, target },
			...{ horizontal: true, status: 'current', certainty: 'sourced', verdict: 'not_asked' },
			sources: []
		}))
	};
}

/** GML (Himsolt): `node [ id 1 … ]` and `edge [ source 1 target 2 … ]`, values without lists in them. */
function readGml(text: string): { nodes: Rows; edges: Rows } {
	const records = (what: string): Rows =>
		[...text.matchAll(new RegExp(`\\b${what}\\s*\\[([^\\[\\]]*)\\]`, 'g'))].map(([, body = '']) =>
			Object.fromEntries(
				[...body.matchAll(/(\w+)\s+("[^"]*"|\S+)/g)].map(([, key = '', value = '']) => [
					key,
					value.replace(/^"|"$/g, '')
				])
			)
		);
	return { nodes: records('node'), edges: records('edge') };
}

/** Ties with blanks between their ends, a line each; lines that begin with # or % say something else. */
const readBlanks = (text: string): Rows =>
	text
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '' && !/^\s*[#%]/.test(line))
		.map((line) => {
			const [from = '', to = ''] = line.trim().split(/\s+/);
			return { from, to };
		});

/** A list of ties in a table: of its two columns named so, or of its first two when none is. */
function readTable(rows: readonly { cells: string[] }[]): Rows {
	const [first, ...rest] = rows.map(({ cells }) => cells);
	if (!first) return [];
	const isHeader = first.some((cell) => FROM.test(cell.trim()) || ID.test(cell.trim()));
	const headers = isHeader ? first : first.map((_, i) => `column ${i + 1}`);
	return (isHeader ? rest : [first, ...rest]).map((cells) =>
		Object.fromEntries(headers.map((name, i) => [name, cells[i] ?? '']))
	);
}

/**
 * @param file its nodes are looked for beside it when its name ends in `edges`
 * @throws {FileRefusedError} for what is no network
 */
export async function readNetwork(file: string): Promise<Tested> {
	const given = new Uint8Array(readFileSync(file));
	const name = basename(file);
	const { text } = decode(isGzip(given) ? inflate(given) : given);
	if (/^\s*(creator\b[^\n]*\n|version\b[^\n]*\n|#[^\n]*\n)*\s*graph\s*\[/i.test(text)) {
		const { nodes, edges } = readGml(text);
		return tested(name, nodes, edges);
	}
	const looksPlain = /^\s*[^\s,;<{[]+[ \t]+[^\s,;]+([ \t]+[^\s,;]+)*\s*$/m.exec(text)?.index === 0;
	if (looksPlain || /^\s*[#%]/.test(text)) return tested(name, [], readBlanks(text));
	const contents = await contentsOf(given, {});
	if ('nodes' in contents) return tested(name, rowsOf(contents.nodes), rowsOf(contents.edges));
	if (!('rows' in contents)) return tested(name, [], readTable(contents.sheets[0]?.rows ?? []));
	const beside = file.replace(/edges(?=\.[^/]*$)/, 'nodes');
	const nodes =
		beside === file || !existsSync(beside)
			? undefined
			: await contentsOf(new Uint8Array(readFileSync(beside)), {});
	return tested(
		name,
		nodes && 'rows' in nodes ? readTable(nodes.rows) : [],
		readTable(contents.rows)
	);
}

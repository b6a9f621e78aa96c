import { createHash } from 'node:crypto';
import { checkGraph } from '#lib/domain/check/check-graph.ts';
import type { GraphProblem, GraphRecord } from '#lib/domain/check/graph-problem.ts';
import type { Claim, GraphNode, Relation, Source } from '#lib/domain/entities.ts';
import { parseNode } from '#lib/domain/schema/nodes.ts';
import { type Parsed, type Problem } from '#lib/domain/schema/problem.ts';
import { parseRelation } from '#lib/domain/schema/relation.ts';
import { claimProperties, nodeProperties, relationProperties } from '../changes/codecs.ts';
import { existenceClaims, factClaims } from './claims.ts';
import { TABLES, type TableName } from './columns.ts';
import { locationsOf, partsOf } from './places.ts';
import { readTable, type Row } from './read-table.ts';
import type { SeedProblem } from './seed-problem.ts';

/** Everything a seed folder says, as the domain's records. */
export interface SeedRecords {
	nodes: GraphNode[];
	relations: Relation[];
	claims: Claim[];
	/** SHA-256 of the files, in hexadecimal: the origin of the revision they make. */
	checksum: string;
}

export type SeedReading =
	{ ok: true; value: SeedRecords; notes: SeedProblem[] } | { ok: false; problems: SeedProblem[] };

/** Columns that are not properties of their record: claims and place relations come from them. */
const DERIVING: ReadonlySet<string> = new Set(['sources', 'factsSources', 'how', 'partOf']);

const FIXED_LABEL: Partial<Record<TableName, GraphNode['label']>> = {
	sources: 'Source',
	territories: 'Territory',
	projects: 'HealthProject',
	resources: 'SharedResource'
};

const properties = (cells: Row['cells']): Row['cells'] =>
	Object.fromEntries(Object.entries(cells).filter(([column]) => !DERIVING.has(column)));

const list = (cell: unknown): string[] => (Array.isArray(cell) ? cell.map(String) : []);

/** Gathers records row by row, remembering where each came from. */
class Reading {
	readonly nodes: GraphNode[] = [];
	readonly relations: Relation[] = [];
	readonly claims: Claim[] = [];
	readonly problems: SeedProblem[] = [];
	/** Where a record is written: those derived from a row are told at that row and column. */
	readonly #origins = new Map<string, { file: string; line: number; field?: string }>();
	readonly #sources = new Map<string, Source>();
	readonly #territories = new Map<string, string>();

	add(table: TableName, row: Row): void {
		const { file } = TABLES[table];
		const values = properties(row.cells);
		const label = FIXED_LABEL[table];
		const record =
			table === 'relations'
				? parseRelation(values)
				: parseNode(label ? { ...values, label } : values);
		const how = this.#howOf(table, row);
		if (!record.ok || !how) {
			this.#refuse(file, row.line, record);
			return;
		}
		this.#originate(record.value.id, { file, line: row.line });
		if ('type' in record.value) this.relations.push(record.value);
		else this.#addNode(record.value, row, file);
		this.#addClaims(record.value, row, how, file);
	}

	#howOf(table: TableName, row: Row): Claim['how'] | undefined {
		if (table !== 'relations') return 'stated';
		const how = row.cells['how'];
		if (how === 'stated' || how === 'inferred') return how;
		const { file } = TABLES[table];
		const base = { file, line: row.line, field: 'how' };
		this.problems.push(
			how === undefined
				? { ...base, code: 'required' }
				: { ...base, code: 'not_in_list', value: how, allowed: ['stated', 'inferred'] }
		);
		return undefined;
	}

	#refuse(file: string, line: number, record: Parsed<unknown>): void {
		const problems: Problem[] = record.ok ? [] : record.problems;
		for (const problem of problems) this.problems.push({ ...problem, file, line });
	}

	#originate(id: string, origin: { file: string; line: number; field?: string }): void {
		const taken = this.#origins.get(id);
		if (taken)
			this.problems.push({
				code: 'id_taken',
				file: origin.file,
				line: origin.line,
				field: origin.field ?? 'id',
				value: id,
				params: { file: taken.file, line: taken.line }
			});
		else this.#origins.set(id, origin);
	}

	#addNode(node: GraphNode, row: Row, file: string): void {
		this.nodes.push(node);
		if (node.label === 'Source') this.#sources.set(node.id, node);
		if (node.label === 'Territory') this.#territories.set(`${node.level} ${node.code}`, node.id);
		this.#addPlaces(partsOf(node.id, row.cells), { file, line: row.line, field: 'partOf' });
		const place = locationsOf(node, this.#territories);
		this.#addPlaces(place, { file, line: row.line, field: placeColumn(node) });
	}

	#addPlaces(places: Relation[], origin: { file: string; line: number; field: string }): void {
		for (const place of places) {
			this.#originate(place.id, origin);
			this.relations.push(place);
		}
	}

	#addClaims(record: GraphNode | Relation, row: Row, how: Claim['how'], file: string): void {
		const cited = list(row.cells['sources']);
		const facts = list(row.cells['factsSources']);
		const claims = [
			...existenceClaims(record.id, cited, how, this.#sources).map((c) => [c, 'sources'] as const),
			...factClaims(record.id, row.cells, facts, this.#sources).map(
				(c) => [c, 'factsSources'] as const
			)
		];
		for (const [claim, field] of claims) {
			this.#originate(claim.id, { file, line: row.line, field });
			this.claims.push(claim);
		}
	}

	/** The same rules as for a database, told where the record is written. */
	locate({ id, code, field, value, allowed, params }: GraphProblem): SeedProblem {
		const origin = this.#origins.get(id);
		return {
			code,
			file: origin?.file ?? '',
			line: origin?.line,
			field: origin?.field ?? field,
			...(value !== undefined && { value }),
			allowed,
			params
		};
	}

	records(): GraphRecord[] {
		return [
			...this.nodes.map((node) => ({
				entity: 'node' as const,
				label: node.label,
				id: node.id,
				properties: nodeProperties(node)
			})),
			...this.claims.map((claim) => ({
				entity: 'node' as const,
				label: 'Claim',
				id: claim.id,
				properties: claimProperties(claim)
			})),
			...this.relations.map((relation) => ({
				entity: 'relation' as const,
				type: relation.type,
				id: relation.id,
				source: relation.source,
				target: relation.target,
				properties: relationProperties(relation)
			}))
		];
	}
}

const placeColumn = (node: GraphNode): string =>
	node.label === 'HealthProject'
		? node.codesInsee
			? 'codesInsee'
			: 'region'
		: 'codeInsee' in node && node.codeInsee
			? 'codeInsee'
			: 'departement' in node && node.departement
				? 'departement'
				: 'region';

const TABLE_NAMES = Object.keys(TABLES).filter((name): name is TableName => name in TABLES);

const ORDER = new Map(TABLE_NAMES.map((name, i) => [TABLES[name].file as string, i]));
const inOrder = (a: SeedProblem, b: SeedProblem): number =>
	(ORDER.get(a.file) ?? 0) - (ORDER.get(b.file) ?? 0) || (a.line ?? 0) - (b.line ?? 0);

/**
 * Reads a seed folder whole. Every mistake is told at once with its file, line and column; the rules
 * between records are looked at only when every row can be read, so that one typing error is not
 * told as twenty dangling ids.
 */
export async function readSeed(dir: string): Promise<SeedReading> {
	const reading = new Reading();
	const hash = createHash('sha256');
	for (const name of TABLE_NAMES) {
		const table = await readTable(dir, TABLES[name]);
		hash.update(`${TABLES[name].file}\0${table.text}\0`);
		reading.problems.push(...table.problems);
		for (const row of table.rows) reading.add(name, row);
	}
	if (reading.problems.length > 0) return { ok: false, problems: reading.problems.sort(inOrder) };
	const found = checkGraph(reading.records());
	const faults = found.filter((p) => p.level === 'fault').map((p) => reading.locate(p));
	if (faults.length > 0) return { ok: false, problems: faults.sort(inOrder) };
	const { nodes, relations, claims } = reading;
	return {
		ok: true,
		value: { nodes, relations, claims, checksum: hash.digest('hex') },
		notes: found.filter((p) => p.level === 'note').map((p) => reading.locate(p))
	};
}

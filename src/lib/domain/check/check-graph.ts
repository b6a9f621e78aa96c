import { parseClaim } from '../schema/claim.ts';
import { parseNode } from '../schema/nodes.ts';
import type { Problem } from '../schema/problem.ts';
import { parseRelation } from '../schema/relation.ts';
import { NODE_LABELS, type NodeLabel } from '../entities.ts';
import {
	familyOf,
	isSymmetric,
	RELATION_TYPES,
	type RelationType
} from '../vocabulary/relation-types.ts';
import { placeRefusal } from '../places/place.ts';
import { END_LABELS, REFERENCES } from './ends.ts';
import type { GraphProblem, GraphRecord } from './graph-problem.ts';

/** Label of a node, `'relation'` for a relation: all that other records need to know of one. */
type Index = ReadonlyMap<string, string>;

const isNodeLabel = (text: string): text is NodeLabel =>
	(NODE_LABELS as readonly string[]).includes(text);
const isRelationType = (text: string): text is RelationType =>
	(RELATION_TYPES as readonly string[]).includes(text);

function ownProblems(record: GraphRecord): Problem[] {
	const { id, properties } = record;
	const parsed =
		record.entity === 'relation'
			? parseRelation({
					...properties,
					id,
					type: record.type,
					source: record.source,
					target: record.target
				})
			: record.label === 'Claim'
				? parseClaim({ ...properties, id })
				: parseNode({ ...properties, id, label: record.label });
	return parsed.ok ? [] : parsed.problems;
}

function referenceProblems(record: GraphRecord, index: Index): Omit<GraphProblem, 'id'>[] {
	return Object.entries(REFERENCES).flatMap(([field, labels]): Omit<GraphProblem, 'id'>[] => {
		const value = record.properties[field];
		if (typeof value !== 'string') return [];
		const found = index.get(value);
		if (found === undefined) return [{ code: 'dangling', level: 'fault', field, value }];
		if (labels === 'any' || (isNodeLabel(found) && labels.includes(found))) return [];
		return [{ code: 'wrong_end', level: 'fault', field, value, allowed: labels }];
	});
}

function endProblems(record: GraphRecord, index: Index): Omit<GraphProblem, 'id'>[] {
	if (record.entity === 'node' || !isRelationType(record.type)) return [];
	const allowed = END_LABELS[record.type];
	return (['source', 'target'] as const).flatMap((field): Omit<GraphProblem, 'id'>[] => {
		const value = record[field];
		const found = index.get(value);
		if (found === undefined) return [{ code: 'dangling', level: 'fault', field, value }];
		if (isNodeLabel(found) && allowed[field].includes(found)) return [];
		return [
			{
				code: 'wrong_end',
				level: 'fault',
				field,
				value,
				allowed: allowed[field],
				params: { type: record.type }
			}
		];
	});
}

/** Two relations with this key say the same thing twice. Two grants of one year differ by amount or project. */
function sayingOf(record: Extract<GraphRecord, { entity: 'relation' }>): string {
	const { type, source, target, properties } = record;
	const turned = isRelationType(type) && isSymmetric(type) && source > target;
	const grant = ['amountEur', 'stage', 'projectId', 'resourceId'];
	const fields = ['since', 'until', ...(type === 'FUNDS' ? grant : [])];
	return JSON.stringify([
		type,
		...(turned ? [target, source] : [source, target]),
		...fields.map((field) => properties[field] ?? null)
	]);
}

function indexOf(records: readonly GraphRecord[], problems: GraphProblem[]): Index {
	const index = new Map<string, string>();
	for (const record of records) {
		const { id } = record;
		if (index.has(id))
			problems.push({ id, code: 'id_taken', level: 'fault', field: 'id', value: id });
		index.set(id, record.entity === 'node' ? record.label : 'relation');
	}
	return index;
}

function duplicateProblems(records: readonly GraphRecord[]): GraphProblem[] {
	const first = new Map<string, string>();
	return records.flatMap((record): GraphProblem[] => {
		if (record.entity === 'node') return [];
		const key = sayingOf(record);
		const other = first.get(key);
		if (other === undefined) first.set(key, record.id);
		return other === undefined
			? []
			: [{ id: record.id, code: 'duplicate', level: 'fault', field: 'id', value: other }];
	});
}

/** Coordinates that are no place are kept as they were given, and used for nothing. */
function placeNotes({ id, properties }: GraphRecord): GraphProblem[] {
	const { lat, lon, departement } = properties;
	if (typeof lat !== 'number' || typeof lon !== 'number') return [];
	const department = typeof departement === 'string' ? departement : undefined;
	const refusal = placeRefusal({ lat, lon, departement: department });
	// 0, 0 is a fault, told as one.
	if (!refusal || refusal === 'nowhere') return [];
	return [{ id, code: 'no_place', level: 'note', field: 'lat', value: `${lat}, ${lon}` }];
}

/** Sources nothing rests on, relations nothing vouches for, coordinates that are no place. */
function notes(records: readonly GraphRecord[]): GraphProblem[] {
	const cited = new Set<unknown>();
	const vouched = new Set<unknown>();
	for (const record of records) {
		if (record.entity === 'relation' || record.label !== 'Claim') continue;
		cited.add(record.properties['sourceId']);
		vouched.add(record.properties['aboutId']);
	}
	return records.flatMap((record): GraphProblem[] => {
		const { id } = record;
		if (record.entity === 'node')
			return record.label === 'Source' && !cited.has(id)
				? [{ id, code: 'unused_source', level: 'note', field: 'id' }]
				: placeNotes(record);
		const placed = isRelationType(record.type) && familyOf(record.type) === 'place';
		return placed || vouched.has(id) ? [] : [{ id, code: 'no_source', level: 'note', field: 'id' }];
	});
}

/**
 * Everything wrong in a whole graph, in the order of its records: fields, dates, vocabularies,
 * dangling ids, ends of the wrong nature, duplicates, ties of a thing to itself; then the notes.
 * The same rules judge the seed's files and a database.
 */
export function checkGraph(records: readonly GraphRecord[]): GraphProblem[] {
	const problems: GraphProblem[] = [];
	const index = indexOf(records, problems);
	for (const record of records) {
		const { id } = record;
		for (const problem of ownProblems(record)) problems.push({ ...problem, id, level: 'fault' });
		for (const problem of referenceProblems(record, index)) problems.push({ ...problem, id });
		for (const problem of endProblems(record, index)) problems.push({ ...problem, id });
	}
	return [...problems, ...duplicateProblems(records), ...notes(records)];
}

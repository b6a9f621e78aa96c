import neo4j from 'neo4j-driver';
import type { Properties, PropertyValue, StoredLabel, Subject } from '#lib/domain/changes.ts';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import { foldText } from '#lib/domain/text.ts';
import { RELATION_TYPES, type RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { toClaim, toNode, toRelation, type StoredState } from '../changes/codecs.ts';
import type { Row } from './connection.ts';
import { isStoredLabel } from './cypher.ts';

/** A column that must hold text; anything else means somebody else wrote there. */
export function textOf(row: Row, column: string): string {
	const value = row[column];
	if (typeof value !== 'string') throw new TypeError(`${column}: text expected`);
	return value;
}

export function numberOf(row: Row, column: string): number {
	const value = row[column];
	if (typeof value !== 'number') throw new TypeError(`${column}: a number expected`);
	return value;
}

const isValue = (value: unknown): value is PropertyValue =>
	typeof value === 'string' ||
	typeof value === 'number' ||
	typeof value === 'boolean' ||
	Array.isArray(value);

/** What we keep beside the properties of the domain: the id and revision, and what search reads. */
const isOurs = (key: string): boolean => key === 'id' || key === 'revision' || key.startsWith('_');

function propertiesOf(row: Row): { id: string; revision: number; properties: Properties } {
	const stored = new Map(Object.entries(row.properties ?? {}));
	if (typeof row.sourceId === 'string') {
		stored.set('sourceId', row.sourceId);
		if (row.section !== null) stored.set('section', row.section);
	}
	const properties: Record<string, PropertyValue> = {};
	for (const key of [...stored.keys()].sort()) {
		const value: unknown = stored.get(key);
		if (!isOurs(key) && isValue(value)) properties[key] = value;
	}
	const id: unknown = stored.get('id');
	const revision: unknown = stored.get('revision');
	if (typeof id !== 'string' || typeof revision !== 'number')
		throw new TypeError('a record without id or revision');
	return { id, revision, properties };
}

function labelOf(row: Row): StoredLabel {
	const label = Array.isArray(row.labels) ? row.labels.find(isStoredLabel) : undefined;
	if (!isStoredLabel(label)) throw new TypeError('a node without a label of ours');
	return label;
}

function typeOf(row: Row): RelationType {
	const type = RELATION_TYPES.find((known) => known === row.type);
	if (!type) throw new TypeError(`an unknown type ${String(row.type)}`);
	return type;
}

/** Who a node is, from its `id` and `labels`. */
export const nodeSubject = (row: Row): Subject => ({
	entity: 'node',
	id: textOf(row, 'id'),
	label: labelOf(row)
});

/** From `NODE_COLUMNS` or `CLAIM_COLUMNS`. */
export function nodeState(row: Row): StoredState {
	const { id, revision, properties } = propertiesOf(row);
	return { subject: { entity: 'node', id, label: labelOf(row) }, properties, revision };
}

/** From `RELATION_COLUMNS`. */
export function relationState(row: Row): StoredState {
	const { id, revision, properties } = propertiesOf(row);
	const ends = { source: textOf(row, 'source'), target: textOf(row, 'target') };
	return { subject: { entity: 'relation', id, type: typeOf(row), ...ends }, properties, revision };
}

export function nodeOf(row: Row): GraphNode {
	const { id, properties } = propertiesOf(row);
	return toNode(id, labelOf(row), properties);
}

export function relationOf(row: Row): Relation {
	const { id, properties } = propertiesOf(row);
	const ends = { source: textOf(row, 'source'), target: textOf(row, 'target') };
	return toRelation(id, typeOf(row), ends, properties);
}

export function claimOf(row: Row): Claim {
	const { id, properties } = propertiesOf(row);
	return toClaim(id, properties);
}

/** Whole numbers as integers: the driver would write every JavaScript number as a float. */
const toValue = (value: PropertyValue): unknown =>
	typeof value === 'number' && Number.isSafeInteger(value) ? neo4j.int(value) : value;

export const toStored = (id: string, properties: Properties, revision: number): Row => ({
	...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toValue(value)])),
	id,
	revision: neo4j.int(revision)
});

const folded = (value: PropertyValue | undefined): string =>
	typeof value === 'string' ? foldText(value) : '';

/** The folded name that lists sort and filter by, and the text that search reads. */
export const searchProperties = ({ name, commune }: Properties): Row => ({
	_name: folded(name),
	_text: `${folded(name)} ${folded(commune)}`.trim()
});

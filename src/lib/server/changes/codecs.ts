import type { Change, Properties, PropertyValue, StoredLabel } from '#lib/domain/changes.ts';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import type { Subject } from '#lib/domain/changes.ts';

/** One record as a database holds it, with the revision that last changed it. */
export interface StoredState {
	subject: Subject;
	properties: Properties;
	revision: number;
}

const isValue = (value: unknown): value is PropertyValue =>
	typeof value === 'string' ||
	typeof value === 'number' ||
	typeof value === 'boolean' ||
	(Array.isArray(value) && value.every((item) => typeof item === 'string'));

function flatten(entity: object, subject: ReadonlySet<string>): Properties {
	const properties: Record<string, PropertyValue> = {};
	for (const [key, value] of Object.entries(entity).sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (value === undefined || subject.has(key)) continue;
		if (!isValue(value)) throw new TypeError(`${key}: not a value a database can hold`);
		properties[key] = value;
	}
	return properties;
}

const NODE_SUBJECT = new Set(['id', 'label']);
const RELATION_SUBJECT = new Set(['id', 'type', 'source', 'target']);
const CLAIM_SUBJECT = new Set(['id']);

/** The flat properties of an entity: everything but what makes its subject; absent stays absent. */
export const nodeProperties = (node: GraphNode): Properties => flatten(node, NODE_SUBJECT);
export const relationProperties = (relation: Relation): Properties =>
	flatten(relation, RELATION_SUBJECT);
export const claimProperties = (claim: Claim): Properties => flatten(claim, CLAIM_SUBJECT);

const nodeSubject = (id: string, label: StoredLabel) => ({ entity: 'node', id, label }) as const;
const relationSubject = ({ id, type, source, target }: Relation) =>
	({ entity: 'relation', id, type, source, target }) as const;

/** The change that brings an entity in. */
export const createNode = (node: GraphNode): Change => ({
	...nodeSubject(node.id, node.label),
	op: 'create',
	after: nodeProperties(node)
});
export const createRelation = (relation: Relation): Change => ({
	...relationSubject(relation),
	op: 'create',
	after: relationProperties(relation)
});
export const createClaim = (claim: Claim): Change => ({
	...nodeSubject(claim.id, 'Claim'),
	op: 'create',
	after: claimProperties(claim)
});

/** The change that takes an entity away, as it was last read. */
export const removeNode = (node: GraphNode): Change => ({
	...nodeSubject(node.id, node.label),
	op: 'remove',
	before: nodeProperties(node)
});
export const removeRelation = (relation: Relation): Change => ({
	...relationSubject(relation),
	op: 'remove',
	before: relationProperties(relation)
});
export const removeClaim = (claim: Claim): Change => ({
	...nodeSubject(claim.id, 'Claim'),
	op: 'remove',
	before: claimProperties(claim)
});

/*
 * Back from a database. Every record was checked by the domain before it was written, and checking
 * 200,000 of them again at each reading would cost more than the reading: these trust what is stored.
 */
export const toNode = (id: string, label: string, properties: object): GraphNode =>
	({ id, label, ...properties }) as unknown as GraphNode;
export const toRelation = (
	id: string,
	type: string,
	ends: { source: string; target: string },
	properties: object
): Relation =>
	({ id, type, source: ends.source, target: ends.target, ...properties }) as unknown as Relation;
export const toClaim = (id: string, properties: object): Claim =>
	({ id, ...properties }) as unknown as Claim;

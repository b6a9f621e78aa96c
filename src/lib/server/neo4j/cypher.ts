import type { StoredLabel } from '#lib/domain/changes.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import {
	familyOf,
	RELATION_TYPES,
	type RelationType
} from '#lib/domain/vocabulary/relation-types.ts';

/*
 * Labels and types cannot be parameters, so they only ever enter a query from these lists, which are
 * the domain's vocabulary. Values always travel as parameters.
 */
export const STORED_LABELS: readonly StoredLabel[] = [...NODE_LABELS, 'Claim'];
export const isStoredLabel = (label: unknown): label is StoredLabel =>
	STORED_LABELS.some((known) => known === label);

/** Every relation of the domain, `A|B|C`: what else the database links (claims, revisions) stays out. */
export const RELATION = RELATION_TYPES.join('|');
/** What a network draws: all but the family `place`. */
export const DRAWN_TYPES = RELATION_TYPES.filter((type) => familyOf(type) !== 'place');
export const DRAWN = DRAWN_TYPES.join('|');

/** One branch per type, since relationship indexes are per type. */
export const perType = (
	branch: (type: RelationType) => string,
	types: readonly RelationType[] = RELATION_TYPES
): string => types.map(branch).join('\nUNION ALL\n');

/**
 * Relationships `r` of a type by an indexed property. The index is named, here and wherever many are
 * looked up: the planner, which may have met the database while it was empty and keeps its plans,
 * would rather walk through everything for each.
 */
export const indexed = (type: RelationType, property: string, value: string): string =>
	`()-[r:${type} {${property}: ${value}}]->() USING INDEX r:${type}(${property})`;

/** The columns `relationOf` reads. */
export const RELATION_COLUMNS =
	'type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, properties(r) AS properties';
/** The columns `nodeOf` reads. */
export const NODE_COLUMNS = 'labels(n) AS labels, properties(n) AS properties';
/** The columns `claimOf` reads, of a claim `n` and what it rests on. */
export const CLAIM_SOURCE = 'OPTIONAL MATCH (n)-[from:FROM]->(source:Source)';
export const CLAIM_COLUMNS =
	'labels(n) AS labels, properties(n) AS properties, source.id AS sourceId, from.section AS section';

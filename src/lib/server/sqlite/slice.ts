import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { RELATION_TYPES, familyOf } from '#lib/domain/vocabulary/relation-types.ts';
import { compareIds } from '../changes/values.ts';
import type { Connection } from './connection.ts';
import { newestRevision } from './history.ts';

const quoted = (values: readonly string[]): string => values.map((v) => `'${v}'`).join(', ');

/** Constants of the vocabulary, never input. */
const PLACES = quoted(RELATION_TYPES.filter((type) => familyOf(type) === 'place'));
const DRAWN_LABELS = `label NOT IN ('Territory', 'Source', 'Claim')`;
const ORGANISATIONS = `label IN ('Actor', 'Funder', 'ArsRegion')`;

/** Each of the projects, the ends of relations marked with it or touching it, resources marked with it. */
const MEMBERS_OF = `
	SELECT id FROM project
	UNION SELECT n.id FROM project p JOIN node n ON n.project_id = p.id AND n.label = 'SharedResource'
	UNION SELECT e.value
		FROM project p JOIN relation r ON r.project_id = p.id AND r.type NOT IN (${PLACES})
		JOIN json_each(json_array(r.source, r.target)) e
	UNION SELECT r.target FROM project p JOIN relation r ON r.source = p.id AND r.type NOT IN (${PLACES})
	UNION SELECT r.source FROM project p JOIN relation r ON r.target = p.id AND r.type NOT IN (${PLACES})`;

const placed = (column: 'region' | 'departement'): string => `
	SELECT id FROM node WHERE ${column} = ?1 AND (${ORGANISATIONS} OR label = 'SharedResource')`;

/** Ids at the heart of a scope; their relations and other ends come on top. */
const MEMBERS: Record<Exclude<Scope['kind'], 'all'>, string> = {
	project: `
		WITH project AS (SELECT id FROM node WHERE id = ?1 AND label = 'HealthProject') ${MEMBERS_OF}`,
	region: `
		WITH project AS (SELECT id FROM node WHERE region = ?1 AND label = 'HealthProject')
		${MEMBERS_OF} UNION ${placed('region')}`,
	departement: placed('departement'),
	funder: `
		WITH payer AS (SELECT id FROM node WHERE id = ?1 AND ${ORGANISATIONS}),
		paid AS (
			SELECT r.target AS id FROM payer JOIN relation r ON r.source = payer.id AND r.type = 'FUNDS'),
		project AS (SELECT n.id FROM paid JOIN node n ON n.id = paid.id AND n.label = 'HealthProject')
		${MEMBERS_OF} UNION SELECT id FROM payer UNION SELECT id FROM paid`
};

const LISTED = '(SELECT value FROM json_each(?1))';
const RELATIONS_AROUND = `
	SELECT body FROM relation WHERE type NOT IN (${PLACES}) AND source IN ${LISTED}
	UNION ALL SELECT body FROM relation
		WHERE type NOT IN (${PLACES}) AND target IN ${LISTED} AND source NOT IN ${LISTED}`;
const NODES_LISTED = `SELECT body FROM node WHERE id IN ${LISTED} AND ${DRAWN_LABELS}`;
const CLAIMS_LISTED = `SELECT body FROM node WHERE about_id IN ${LISTED}`;

const ALL_RELATIONS = `SELECT body FROM relation WHERE type NOT IN (${PLACES})`;
const ALL_NODES = `SELECT body FROM node WHERE ${DRAWN_LABELS}`;
const ALL_CLAIMS = 'SELECT body FROM node WHERE about_id IS NOT NULL';

const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);

interface Raw {
	nodes: GraphNode[];
	relations: Relation[];
	claims: Claim[];
}

function readAll(connection: Connection): Raw {
	return {
		nodes: connection.bodies(ALL_NODES),
		relations: connection.bodies(ALL_RELATIONS),
		claims: connection.bodies(ALL_CLAIMS)
	};
}

function readAround(connection: Connection, scope: Exclude<Scope, { kind: 'all' }>): Raw {
	const key = 'id' in scope ? scope.id : scope.code;
	const members = connection.rows(MEMBERS[scope.kind], key).map(([id]) => String(id));
	const relations = connection.bodies<Relation>(RELATIONS_AROUND, JSON.stringify(members));
	const wanted = new Set(members);
	for (const { source, target, projectId } of relations) {
		wanted.add(source).add(target);
		if (projectId !== undefined) wanted.add(projectId);
	}
	const about = JSON.stringify(relations.map(({ id }) => id));
	return {
		nodes: connection.bodies(NODES_LISTED, JSON.stringify([...wanted])),
		relations,
		claims: connection.bodies(CLAIMS_LISTED, about)
	};
}

/** The slice of a scope as the port defines it, in one consistent read of a few queries. */
export function readSlice(connection: Connection, scope: Scope): GraphSlice {
	return connection.read(() => {
		const revision = newestRevision(connection);
		const raw = scope.kind === 'all' ? readAll(connection) : readAround(connection, scope);
		const nodes = raw.nodes.sort(byId);
		const known = new Set(nodes.map(({ id }) => id));
		const relations = raw.relations.filter((r) => known.has(r.source) && known.has(r.target));
		const kept = new Set(relations.map(({ id }) => id));
		const claims = raw.claims.filter(({ aboutId }) => kept.has(aboutId));
		return { revision, nodes, relations: relations.sort(byId), claims: claims.sort(byId) };
	});
}

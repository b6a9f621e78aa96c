import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { compareIds } from '../changes/values.ts';
import type { Query, Row } from './connection.ts';
import {
	CLAIM_COLUMNS,
	CLAIM_SOURCE,
	DRAWN,
	DRAWN_TYPES,
	indexed,
	NODE_COLUMNS,
	perType,
	RELATION_COLUMNS
} from './cypher.ts';
import { claimRows } from './reading.ts';
import { claimOf, nodeOf, relationOf, textOf } from './rows.ts';
import { readDataRevision } from './schema.ts';

const ORGANISATION = 'Actor|Funder|ArsRegion';
/** Nodes a network may show. */
const SHOWN = `${ORGANISATION}|SharedResource|HealthProject`;

/** Where a scope starts: its projects, which bring their members, and what else stands in it. */
const STARTS = {
	project: `MATCH (n:Entity&HealthProject {id: $id}) RETURN n.id AS id, true AS project`,
	region: `MATCH (n:Entity&(${SHOWN})) WHERE n.region = $code
		RETURN n.id AS id, n:HealthProject AS project`,
	departement: `MATCH (n:Entity&(${ORGANISATION}|SharedResource)) WHERE n.departement = $code
		RETURN n.id AS id, false AS project`,
	funder: `MATCH (f:Entity&(${ORGANISATION}) {id: $id})
		CALL (f) {
			RETURN f AS n UNION MATCH (f)-[:FUNDS]->(n:Entity&(${SHOWN})) RETURN n
		}
		RETURN DISTINCT n.id AS id, n:HealthProject AS project`
} as const satisfies Record<Exclude<Scope['kind'], 'all'>, string>;

/** Members of projects: ends of relations marked with them or touching them, their resources. */
const MEMBERS = `UNWIND $projects AS project CALL (project) {
	MATCH (p:Entity {id: project})-[:${DRAWN}]-(n:Entity&(${SHOWN})) USING INDEX p:Entity(id)
	RETURN n.id AS id
	UNION
	MATCH (n:SharedResource {projectId: project}) USING INDEX n:SharedResource(projectId)
	RETURN n.id AS id
	UNION
	CALL (project) {
		${perType((type) => `MATCH ${indexed(type, 'projectId', 'project')} RETURN r`, DRAWN_TYPES)}
	}
	UNWIND [startNode(r), endNode(r)] AS n WITH n WHERE n:${SHOWN} RETURN n.id AS id
} RETURN DISTINCT id`;

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => textOf(row, 'id'));

async function membersOf(query: Query, scope: Exclude<Scope, { kind: 'all' }>): Promise<string[]> {
	const { kind, ...parameters } = scope;
	const starts = await query(STARTS[kind], parameters);
	const projects = idsOf(starts.filter((row) => row.project === true));
	const members = projects.length === 0 ? [] : await query(MEMBERS, { projects });
	return [...new Set([...idsOf(starts), ...idsOf(members)])];
}

const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);

function assemble(rows: { revision: number; nodes: Row[]; relations: Row[]; claims: Row[] }) {
	const nodes = rows.nodes.map(nodeOf).sort(byId);
	const shown = new Set(nodes.map(({ id }) => id));
	const relations = rows.relations
		.map(relationOf)
		.filter(({ source, target }) => shown.has(source) && shown.has(target))
		.sort(byId);
	const drawn = new Set(relations.map(({ id }) => id));
	const claims = rows.claims.map(claimOf).filter(({ aboutId }) => drawn.has(aboutId));
	return { revision: rows.revision, nodes, relations, claims: claims.sort(byId) };
}

async function readAll(query: Query, revision: number): Promise<GraphSlice> {
	const nodes = await query(`MATCH (n:Entity&(${SHOWN})) RETURN ${NODE_COLUMNS}`);
	const relations = await query(`MATCH ()-[r:${DRAWN}]->() RETURN ${RELATION_COLUMNS}`);
	const claims = await query(`MATCH (n:Entity&Claim) ${CLAIM_SOURCE} RETURN ${CLAIM_COLUMNS}`);
	return assemble({ revision, nodes, relations, claims });
}

async function readPart(
	query: Query,
	scope: Exclude<Scope, { kind: 'all' }>,
	revision: number
): Promise<GraphSlice> {
	const members = await membersOf(query, scope);
	const relations = await query(
		`UNWIND $members AS id MATCH (n:Entity {id: id})-[r:${DRAWN}]-() USING INDEX n:Entity(id)
		WITH DISTINCT r RETURN ${RELATION_COLUMNS}`,
		{ members }
	);
	const found = relations.map(relationOf);
	const named = found.flatMap(({ source, target, projectId }) => [
		source,
		target,
		...(projectId === undefined ? [] : [projectId])
	]);
	const nodes = await query(
		`UNWIND $ids AS id MATCH (n:Entity&(${SHOWN}) {id: id}) USING INDEX n:Entity(id)
		RETURN ${NODE_COLUMNS}`,
		{ ids: [...new Set([...members, ...named])] }
	);
	const claims = await claimRows(
		query,
		found.map(({ id }) => id)
	);
	return assemble({ revision, nodes, relations, claims });
}

const ATTEMPTS = 3;

/**
 * Reads a scope. Neo4j has no snapshots: when a revision came in between two queries, all is read
 * again, so that what is answered belongs together.
 */
export async function readSlice(query: Query, scope: Scope): Promise<GraphSlice> {
	for (let attempt = 1; ; attempt++) {
		const revision = await readDataRevision(query);
		const slice =
			scope.kind === 'all'
				? await readAll(query, revision)
				: await readPart(query, scope, revision);
		if (attempt === ATTEMPTS || (await readDataRevision(query)) === revision) return slice;
	}
}

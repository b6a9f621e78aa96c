import type { StoredState } from '../changes/codecs.ts';
import type { PreparedChangeSet } from '../changes/normalise.ts';
import type { PlannedChange, Snapshot } from '../changes/plan.ts';
import type { Query, Row } from './connection.ts';
import { CLAIM_COLUMNS, CLAIM_SOURCE, indexed, perType, RELATION } from './cypher.ts';
import { cheaperWay, claimRows, relationRows } from './reading.ts';
import { nodeState, nodeSubject, numberOf, relationState, textOf } from './rows.ts';

const BATCH = 10_000;

/** Runs `read` on `ids` a batch at a time, so that neither side holds all at once. */
async function inBatches(
	ids: readonly string[],
	read: (ids: readonly string[]) => Promise<Row[]>
): Promise<Row[]> {
	const rows: Row[][] = [];
	for (let start = 0; start < ids.length; start += BATCH)
		rows.push(await read(ids.slice(start, start + BATCH)));
	// The claims of one source may be more than a call takes arguments.
	return rows.flat();
}

/** What names a removed node, by its label: only what can name it is looked for. */
const NAMING = {
	claim: `UNWIND $ids AS id MATCH (c:Claim {aboutId: id}) USING INDEX c:Claim(aboutId)
		RETURN c.id AS by, id AS on`,
	end: `UNWIND $ids AS id MATCH (n:Entity {id: id})-[r:${RELATION}]-() USING INDEX n:Entity(id)
		RETURN r.id AS by, id AS on`,
	organisation: `UNWIND $ids AS id MATCH (s:Source {publisherId: id})
		USING INDEX s:Source(publisherId) RETURN s.id AS by, id AS on`,
	source: `UNWIND $ids AS id MATCH (n:Entity&Source {id: id})<-[:FROM]-(c:Claim)
		USING INDEX n:Entity(id) RETURN c.id AS by, id AS on`,
	resource: `UNWIND $ids AS id CALL (id) {
		${perType((type) => `MATCH ${indexed(type, 'resourceId', 'id')} RETURN r.id AS by`)}
	} RETURN by, id AS on`,
	project: `UNWIND $ids AS id CALL (id) {
		${perType((type) => `MATCH ${indexed(type, 'projectId', 'id')} RETURN r.id AS by`)}
		UNION ALL
		MATCH (s:SharedResource {projectId: id}) USING INDEX s:SharedResource(projectId)
		RETURN s.id AS by
	} RETURN by, id AS on`
} as const;

const BY_LABEL: Readonly<Record<string, keyof typeof NAMING>> = {
	Actor: 'organisation',
	Funder: 'organisation',
	ArsRegion: 'organisation',
	Source: 'source',
	SharedResource: 'resource',
	HealthProject: 'project'
};

const ENDS_AMONG = `MATCH (a)-[r:${RELATION}]->(b) WITH r.id AS by, a.id AS a, b.id AS b
	UNWIND [a, b] AS on WITH by, on WHERE on IN $ids RETURN by, on`;

/** Relations with an end among `ids`: from each of a few, of many by one walk past all relations. */
async function relationEnds(query: Query, ids: readonly string[]): Promise<Row[]> {
	const way = await cheaperWay(query, ids.length);
	if (way === 'none') return [];
	return query(way === 'walk' ? ENDS_AMONG : NAMING.end, { ids });
}

async function readDependants(
	query: Query,
	{ changes }: PreparedChangeSet
): Promise<Snapshot['dependants']> {
	const asked = new Map<keyof typeof NAMING, string[]>();
	const ask = (naming: keyof typeof NAMING, id: string): void => {
		const ids = asked.get(naming);
		if (ids) ids.push(id);
		else asked.set(naming, [id]);
	};
	for (const change of changes) {
		if (change.op !== 'remove') continue;
		ask('claim', change.id);
		if (change.entity === 'relation') continue;
		ask('end', change.id);
		const more = BY_LABEL[change.label];
		if (more) ask(more, change.id);
	}
	const dependants: { id: string; on: string }[] = [];
	for (const [naming, ids] of asked) {
		const rows =
			naming === 'end'
				? await relationEnds(query, ids)
				: await inBatches(ids, (part) => query(NAMING[naming], { ids: part }));
		for (const row of rows) dependants.push({ id: textOf(row, 'by'), on: textOf(row, 'on') });
	}
	return dependants;
}

/**
 * The ids of all relations, for a revision written in many parts: looking the ids of each part up in the
 * indexes of every type, or walking past all relations for each, would take longer than writing them.
 */
export class RelationIds {
	#ids: Set<string> | undefined;
	#asked = 0;
	readonly #created: string[] = [];

	constructor(private readonly query: Query) {}

	/** Those of `ids` that are relations', or all of them while so few were asked that it does not matter. */
	async among(ids: readonly string[]): Promise<readonly string[]> {
		this.#asked += ids.length;
		if (this.#asked < BATCH) return ids;
		this.#ids ??= await this.#read();
		for (const id of this.#created.splice(0)) this.#ids.add(id);
		return ids.filter((id) => this.#ids?.has(id));
	}

	/** Told of what a part wrote. What it removed is looked for in vain: no harm. */
	created(planned: readonly PlannedChange[]): void {
		for (const { change } of planned)
			if (change.entity === 'relation' && change.op === 'create') this.#created.push(change.id);
	}

	async #read(): Promise<Set<string>> {
		const rows = await this.query(`MATCH ()-[r:${RELATION}]->() RETURN r.id AS id`);
		return new Set(rows.map((row) => textOf(row, 'id')));
	}
}

/** What is stored about a change set, read in the transaction that will write it. */
export async function readSnapshot(
	query: Query,
	changeSet: PreparedChangeSet,
	known?: RelationIds
): Promise<Snapshot> {
	const { named, created, updated, removed: gone } = changeSet.needs;
	const changed = [...updated, ...gone];
	const subjects = await inBatches(named, (part) =>
		query(
			`UNWIND $ids AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
			RETURN n.id AS id, labels(n) AS labels`,
			{ ids: part }
		)
	);
	const nodes = await inBatches(changed, (part) =>
		query(
			`UNWIND $ids AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
			${CLAIM_SOURCE} RETURN ${CLAIM_COLUMNS}`,
			{ ids: part }
		)
	);
	// In one call: a walk costs the same for any number of ids.
	const ids = [...changed, ...named];
	const relations = (await relationRows(query, known ? await known.among(ids) : ids)).map(
		relationState
	);
	const removed = await inBatches(created, (part) =>
		query(
			`UNWIND $ids AS id MATCH (t:Tombstone {id: id}) USING INDEX t:Tombstone(id)
			RETURN t.id AS id, t.revision AS revision`,
			{ ids: part }
		)
	);
	const claims = await inBatches(updated, (part) => claimRows(query, part));
	const states: StoredState[] = [...nodes.map(nodeState), ...relations];
	const found = [...subjects.map(nodeSubject), ...relations.map(({ subject }) => subject)];
	return {
		records: new Map(states.map((state) => [state.subject.id, state])),
		subjects: new Map(found.map((subject) => [subject.id, subject])),
		removedAt: new Map(removed.map((row) => [textOf(row, 'id'), numberOf(row, 'revision')])),
		claims: claims.map(nodeState),
		dependants: await readDependants(query, changeSet)
	};
}

import { invertChange, type Change } from '#lib/domain/changes.ts';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import {
	familyOf,
	RELATION_TYPES,
	type RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import { compareText } from '#lib/network/order.ts';
import { toClaim, toNode, toRelation } from '../changes/codecs.ts';
import type { Repository, StoredRecord } from '../repository.ts';

/** How often a graph that changes while it is read is read again. */
const MOST_TRIES = 3;

function takeBack(records: Map<string, StoredRecord>, change: Change): void {
	const undone = invertChange(change);
	const { id } = undone;
	if (undone.op === 'remove') {
		records.delete(id);
		return;
	}
	const known = records.get(id)?.properties ?? {};
	const entries = Object.entries({ ...known, ...undone.after });
	const properties = Object.fromEntries(entries.filter(([, value]) => value !== null));
	if (undone.entity === 'node')
		records.set(id, { entity: 'node', id, label: undone.label, properties });
	else {
		const { type, source, target } = undone;
		records.set(id, { entity: 'relation', id, type, source, target, properties });
	}
}

const isType = (type: string): type is RelationType => RELATION_TYPES.some((one) => one === type);

/** Everything, as `slice({ kind: 'all' })` would have answered. */
function sliceOf(records: Iterable<StoredRecord>, revision: number): GraphSlice {
	const nodes: GraphNode[] = [];
	const relations: Relation[] = [];
	const all: Claim[] = [];
	for (const record of records) {
		const { id, properties } = record;
		if (record.entity === 'relation') {
			const { type, source, target } = record;
			if (isType(type) && familyOf(type) !== 'place')
				relations.push(toRelation(id, type, { source, target }, properties));
		} else if (record.label === 'Claim') all.push(toClaim(id, properties));
		else if (record.label !== 'Territory' && record.label !== 'Source')
			nodes.push(toNode(id, record.label, properties));
	}
	const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id);
	const known = new Set(relations.map(({ id }) => id));
	const claims = all.filter(({ aboutId }) => known.has(aboutId));
	return {
		revision,
		nodes: nodes.sort(byId),
		relations: relations.sort(byId),
		claims: claims.sort(byId)
	};
}

/**
 * Everything as it stood at a past revision: what is stored now, and every change since taken back, the
 * newest first. Reads the whole graph and the changes since; `undefined` for a revision that never was.
 */
export async function graphAt(
	repository: Repository,
	revision: number
): Promise<GraphSlice | undefined> {
	for (let tries = 1; ; tries++) {
		const newest = await repository.dataRevision();
		if (revision < 0 || revision > newest) return undefined;
		if (revision === 0) return { revision, nodes: [], relations: [], claims: [] };
		const records = new Map<string, StoredRecord>();
		for await (const record of repository.records()) records.set(record.id, record);
		if (tries < MOST_TRIES && (await repository.dataRevision()) !== newest) continue;
		for (let number = newest; number > revision; number--) {
			const changes = (await repository.changesOf(number)) ?? [];
			for (const change of changes) takeBack(records, change);
		}
		return sliceOf(records.values(), revision);
	}
}

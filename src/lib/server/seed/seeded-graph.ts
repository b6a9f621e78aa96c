import type { Change, PropertyValue, Subject } from '#lib/domain/changes.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type { StoredState } from '../changes/codecs.ts';
import { withChanges } from '../changes/values.ts';
import type { Repository, StoredRecord } from '../repository.ts';
import type { SeededGraph, SeedState } from './seed-change-set.ts';

const REVISIONS_AT_ONCE = 100;

/** Numbers of the revisions seeds made, oldest first. */
async function seedRevisions(repository: Repository): Promise<number[]> {
	const numbers: number[] = [];
	let before: number | undefined;
	for (;;) {
		const page = await repository.revisions({ limit: REVISIONS_AT_ONCE, before });
		for (const { number, origin } of page) if (origin.kind === 'seed') numbers.push(number);
		before = page.at(-1)?.number;
		if (page.length < REVISIONS_AT_ONCE) return numbers.reverse();
	}
}

function subjectOf(change: Change): Subject {
	return change.entity === 'node'
		? { entity: 'node', id: change.id, label: change.label }
		: {
				entity: 'relation',
				id: change.id,
				type: change.type,
				source: change.source,
				target: change.target
			};
}

/** Each record as the last seed left it, from what seed revisions changed. */
async function writtenBySeeds(repository: Repository): Promise<Map<string, SeedState | null>> {
	const written = new Map<string, SeedState | null>();
	for (const number of await seedRevisions(repository)) {
		for (const change of (await repository.changesOf(number)) ?? []) {
			if (change.op === 'remove') written.set(change.id, null);
			else if (change.op === 'create')
				written.set(change.id, { subject: subjectOf(change), properties: change.after });
			else {
				const known = written.get(change.id);
				// Claims of others that a seed marked are theirs: only what a seed made is a seed's.
				if (known)
					written.set(change.id, {
						...known,
						properties: withChanges(known.properties, change.after)
					});
			}
		}
	}
	return written;
}

const isValue = (value: unknown): value is PropertyValue =>
	typeof value === 'string' ||
	typeof value === 'number' ||
	typeof value === 'boolean' ||
	(Array.isArray(value) && value.every((item) => typeof item === 'string'));

function stateOf(record: StoredRecord): StoredState | undefined {
	const properties: Record<string, PropertyValue> = {};
	for (const [key, value] of Object.entries(record.properties))
		if (isValue(value)) properties[key] = value;
	if (record.entity === 'node') {
		const label = [...NODE_LABELS, 'Claim' as const].find((known) => known === record.label);
		if (!label) return undefined;
		return { subject: { entity: 'node', id: record.id, label }, properties, revision: 0 };
	}
	const type = RELATION_TYPES.find((known) => known === record.type);
	if (!type) return undefined;
	const { id, source, target } = record;
	return { subject: { entity: 'relation', id, type, source, target }, properties, revision: 0 };
}

/** Everything a database holds, and what seeds of the past wrote in it. */
export async function readSeededGraph(repository: Repository): Promise<SeededGraph> {
	const stored = new Map<string, StoredState>();
	for await (const record of repository.records()) {
		const state = stateOf(record);
		if (state) stored.set(record.id, state);
	}
	return { stored, written: await writtenBySeeds(repository) };
}

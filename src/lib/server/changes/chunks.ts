import { gunzipSync, gzipSync } from 'node:zlib';
import type { Change } from '#lib/domain/changes.ts';
import type { PlannedChange } from './plan.ts';
import { compareIds } from './values.ts';

/** A change as a revision keeps it: with the revision that touched the same record before. */
export interface KeptChange {
	change: Change;
	previous: number | null;
}

/** Part of a revision: changes by id, compressed, with the range of ids it holds. */
export interface RevisionChunk {
	index: number;
	firstId: string;
	lastId: string;
	data: Uint8Array;
}

/** Small enough that the history of one record stays cheap, large enough to compress well. */
const CHANGES_PER_CHUNK = 500;

/** A kept change as JSON, around what is already text of what is created. */
function textOf({ change, previous, json }: PlannedChange): string {
	if (change.op !== 'create' || json === null)
		return JSON.stringify({ change, previous } satisfies KeptChange);
	const subject = JSON.stringify({ ...change, after: undefined });
	return `{"change":${subject.slice(0, -1)},"after":${json}},"previous":${previous}}`;
}

/** Cuts planned changes, already by id, into compressed chunks, counted on from `from`. */
export function encodeChunks(planned: readonly PlannedChange[], from = 0): RevisionChunk[] {
	const chunks: RevisionChunk[] = [];
	for (let start = 0; start < planned.length; start += CHANGES_PER_CHUNK) {
		const part = planned.slice(start, start + CHANGES_PER_CHUNK);
		const first = part[0];
		const last = part[part.length - 1];
		if (!first || !last) break;
		const kept = `[${part.map(textOf).join(',')}]`;
		chunks.push({
			index: from + chunks.length,
			firstId: first.change.id,
			lastId: last.change.id,
			data: gzipSync(kept, { level: 1 })
		});
	}
	return chunks;
}

/** The changes of a chunk, by id. Only what `encodeChunks` wrote is ever read here. */
export function decodeChunk(data: Uint8Array): KeptChange[] {
	const kept: KeptChange[] = JSON.parse(gunzipSync(data).toString('utf8'));
	return kept;
}

/**
 * The changes of chunks, by id. Each part of a revision is by id; the whole need not be.
 */
export function changesIn(chunks: Iterable<Uint8Array>): Change[] {
	const changes: Change[] = [];
	for (const data of chunks) for (const { change } of decodeChunk(data)) changes.push(change);
	return changes.sort((a, b) => compareIds(a.id, b.id));
}

/**
 * The change of one record, in chunks whose ranges hold its id: one, or one for each part of the
 * revision. Only those that name it are parsed.
 */
export function findKept(chunks: Iterable<Uint8Array>, id: string): KeptChange | undefined {
	for (const data of chunks) {
		const text = gunzipSync(data).toString('utf8');
		if (!text.includes(`"${id}"`)) continue;
		const kept: KeptChange[] = JSON.parse(text);
		const found = kept.find(({ change }) => change.id === id);
		if (found) return found;
	}
	return undefined;
}

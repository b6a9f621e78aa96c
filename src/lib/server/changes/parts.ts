import type { Change, ChangeSet, Revision } from '#lib/domain/changes.ts';
import { encodeChunks, type RevisionChunk } from './chunks.ts';
import { prepareChanges, type PreparedChangeSet } from './normalise.ts';
import { planChanges, type PlannedChange, type Snapshot } from './plan.ts';

/** What a change set says of itself. */
export type About = Omit<ChangeSet, 'changes'>;

/** A part ready to be written, with the chunks that keep it. */
export interface PlannedPart {
	planned: PlannedChange[];
	chunks: RevisionChunk[];
}

/** A revision under way, part by part: what has to be known of those before. */
export class PartsOfRevision {
	readonly #count = { create: 0, update: 0, remove: 0 };
	#chunks = 0;

	/** @param previous number of the newest revision, 0 when there is none */
	constructor(private readonly previous: number) {}

	get number(): number {
		return this.previous + 1;
	}
	get isEmpty(): boolean {
		return this.#chunks === 0;
	}

	/** Checks a part by itself. `undefined` when it changes nothing. */
	prepare(about: About, changes: readonly Change[]): PreparedChangeSet | undefined {
		const prepared = prepareChanges({ ...about, changes });
		return prepared.changes.length > 0 ? prepared : undefined;
	}

	/** Compares a part with what is stored, earlier parts included. @throws as `planChanges` */
	plan(prepared: PreparedChangeSet, snapshot: Snapshot): PlannedPart {
		const planned = planChanges(prepared, snapshot, this.number);
		for (const { change } of planned) this.#count[change.op]++;
		const chunks = encodeChunks(planned, this.#chunks);
		this.#chunks += chunks.length;
		return { planned, chunks };
	}

	/** The line the revision writes about itself. */
	revision({ who, why, at, origin }: About): Revision {
		const { create: created, update: updated, remove: removed } = this.#count;
		const previous = this.previous || null;
		return { number: this.number, previous, who, why, at, origin, created, updated, removed };
	}
}

import { openingDay } from '#lib/domain/status.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { buildNetwork } from '#lib/network/build.ts';
import type { Network } from '#lib/network/model.ts';
import { tieChanges, type TieChange } from '#lib/network/tie-changes.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';
import { graphAt } from './past.ts';
import { readSlice } from './registered.ts';

/** A picture of a project's network: a day, a revision of the data, or both; today's and the newest when not said. */
export interface PictureAsked {
	/** `YYYY-MM-DD`. */
	day?: string | undefined;
	revision?: number | undefined;
}

export interface ChangesBetween {
	before: { day: string; revision: number };
	after: { day: string; revision: number };
	changes: readonly TieChange[];
}

const EMPTY: GraphSlice = { revision: 0, nodes: [], relations: [], claims: [] };

/** What changed in projects, tie by tie. Past states of the data are kept once read, a few at a time. */
export class ChangesOfTies {
	readonly #past = new LruCache<GraphSlice | undefined>(3, () => 1);

	constructor(
		private readonly repository: Repository,
		private readonly today: () => string
	) {}

	/** `undefined` for a project that is in neither picture, or a revision that never was. */
	async between(
		projectId: string,
		before: PictureAsked,
		after: PictureAsked
	): Promise<ChangesBetween | undefined> {
		const old = await this.#picture(projectId, before);
		const now = await this.#picture(projectId, after);
		if (!old || !now || !(old.network.project ?? now.network.project)) return undefined;
		// A project has one day it opens at: that of the state where it is known.
		const of = ({ network: { day, revision } }: { network: Network }) => ({ day, revision });
		return { before: of(old), after: of(now), changes: tieChanges(old.network, now.network) };
	}

	async #picture(
		projectId: string,
		{ day, revision }: PictureAsked
	): Promise<{ network: Network } | undefined> {
		const slice = await this.#slice(projectId, revision);
		if (!slice) return undefined;
		const project = slice.nodes.find(({ id }) => id === projectId);
		const known =
			project?.label === 'HealthProject' ? slice : { ...EMPTY, revision: slice.revision };
		const opening =
			project?.label === 'HealthProject' ? openingDay(project, this.today()) : this.today();
		return { network: buildNetwork(known, { kind: 'project', id: projectId }, day ?? opening) };
	}

	async #slice(projectId: string, revision: number | undefined): Promise<GraphSlice | undefined> {
		const newest = await this.repository.dataRevision();
		if (revision === undefined || revision === newest)
			return readSlice(this.repository, { kind: 'project', id: projectId });
		return this.#past.get(`${newest} ${revision}`, () => graphAt(this.repository, revision));
	}
}

import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import type { Repository } from '../repository.ts';
import { readGraph, readSlice, type ReadGraph } from './registered.ts';

/**
 * Slices of a repository as networks are built from them. The whole graph is read once per revision for
 * everyone who asks meanwhile, and stays as long as memory is not wanted for something else.
 */
export class Slices {
	#revision = -1;
	#reading: Promise<ReadGraph> | undefined;
	#read: WeakRef<ReadGraph> | undefined;

	constructor(
		private readonly repository: Pick<Repository, 'slice' | 'claimsAbout' | 'dataRevision'>
	) {}

	async of(scope: Scope): Promise<GraphSlice> {
		return scope.kind === 'all' ? (await this.whole()).known : readSlice(this.repository, scope);
	}

	async whole(): Promise<ReadGraph> {
		const revision = await this.repository.dataRevision();
		if (revision !== this.#revision) {
			this.#revision = revision;
			this.#reading = this.#read = undefined;
		}
		return this.#read?.deref() ?? (this.#reading ??= this.#once(revision));
	}

	async #once(revision: number): Promise<ReadGraph> {
		const isNewest = (): boolean => revision === this.#revision;
		try {
			const graph = await readGraph(this.repository, { kind: 'all' });
			if (isNewest()) this.#read = new WeakRef(graph);
			return graph;
		} finally {
			if (isNewest()) this.#reading = undefined;
		}
	}
}

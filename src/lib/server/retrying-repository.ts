import type { Change, ChangeSet } from '#lib/domain/changes.ts';
import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import type { StoredPassage } from '#lib/domain/passages.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { DatabaseUnavailableError } from './errors.ts';
import type { ListFilter, Repository, StoredLayout, StoredRecord } from './repository.ts';

/**
 * A repository that is opened and prepared when it is first asked something, and again after a
 * failure, at most every `retryMs`: between two tries the last error is answered at once, so that a
 * database that is away costs its visitors no waiting. Nor does one that takes long to prepare: once
 * opening it has called `preparing`, every question is answered with that until it is over.
 */
export class RetryingRepository implements Repository {
	#opened: Repository | undefined;
	#opening: Promise<Repository> | undefined;
	/** The whole of an opening, of which `#opening` only waits for what is short. */
	#underway: Promise<void> | undefined;
	#failure: { error: unknown; at: number } | undefined;

	constructor(
		readonly kind: Repository['kind'],
		private readonly open: (preparing: (where: string) => void) => Promise<Repository>,
		private readonly retryMs = 2000,
		private readonly now: () => number = Date.now
	) {}

	/** The repository, opened and prepared. @throws what opening or preparing it threw */
	async get(): Promise<Repository> {
		if (this.#opened) return this.#opened;
		if (this.#opening) return this.#opening;
		if (this.#failure && this.now() - this.#failure.at < this.retryMs) throw this.#failure.error;
		this.#opening = new Promise((resolve, reject) => {
			const preparing = (where: string) => reject(new DatabaseUnavailableError('preparing', where));
			this.#underway = this.open(preparing).then(
				(opened) => {
					this.#opened = opened;
					this.#opening = this.#failure = undefined;
					resolve(opened);
				},
				(error: unknown) => {
					this.#failure = { error, at: this.now() };
					this.#opening = undefined;
					reject(error);
				}
			);
		});
		return this.#opening;
	}

	/** Nothing to do: opening prepares. */
	async migrate() {
		await this.get();
	}
	async ping() {
		await (await this.get()).ping();
	}
	async close() {
		await this.#underway;
		await this.#opened?.close();
	}

	async apply(changeSet: ChangeSet) {
		return (await this.get()).apply(changeSet);
	}
	async applyParts(
		parts: () => AsyncIterable<readonly Change[]>,
		about: () => Omit<ChangeSet, 'changes'>
	) {
		return (await this.get()).applyParts(parts, about);
	}
	async *removedIds() {
		yield* (await this.get()).removedIds();
	}
	async dataRevision() {
		return (await this.get()).dataRevision();
	}
	async revisions(options: { limit: number; before?: number | undefined }) {
		return (await this.get()).revisions(options);
	}
	async revision(number: number) {
		return (await this.get()).revision(number);
	}
	async changesOf(number: number) {
		return (await this.get()).changesOf(number);
	}
	async historyOf(id: string) {
		return (await this.get()).historyOf(id);
	}

	async nodes(ids: readonly string[]) {
		return (await this.get()).nodes(ids);
	}
	async relations(ids: readonly string[]) {
		return (await this.get()).relations(ids);
	}
	async relationsOf(id: string) {
		return (await this.get()).relationsOf(id);
	}
	async claimsAbout(ids: readonly string[]) {
		return (await this.get()).claimsAbout(ids);
	}
	async claimsFrom(sourceId: string) {
		return (await this.get()).claimsFrom(sourceId);
	}
	async list(filter: ListFilter, page: { limit: number; cursor?: string | undefined }) {
		return (await this.get()).list(filter, page);
	}
	async count(filter: ListFilter) {
		return (await this.get()).count(filter);
	}
	async slice(scope: Scope) {
		return (await this.get()).slice(scope);
	}
	async search(query: string, limit: number) {
		return (await this.get()).search(query, limit);
	}

	async layout(key: string) {
		return (await this.get()).layout(key);
	}
	async layouts() {
		return (await this.get()).layouts();
	}
	async saveLayout(layout: StoredLayout) {
		await (await this.get()).saveLayout(layout);
	}
	async scenarios(base?: Base) {
		return (await this.get()).scenarios(base);
	}
	async scenario(id: string) {
		return (await this.get()).scenario(id);
	}
	async saveScenario(scenario: Scenario, expected: number) {
		return (await this.get()).saveScenario(scenario, expected);
	}
	async passages(dossier: string) {
		return (await this.get()).passages(dossier);
	}
	async passageVersions(dossier: string, passage: string) {
		return (await this.get()).passageVersions(dossier, passage);
	}
	async passageVersion(dossier: string, passage: string, version: number) {
		return (await this.get()).passageVersion(dossier, passage, version);
	}
	async savePassage(passage: StoredPassage) {
		return (await this.get()).savePassage(passage);
	}

	async *records(): AsyncIterable<StoredRecord> {
		yield* (await this.get()).records();
	}
}

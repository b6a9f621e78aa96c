import type { Territory } from '#lib/domain/entities.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';

const AT_ONCE = 500;

async function territories(repository: Pick<Repository, 'list'>): Promise<Territory[]> {
	const found: Territory[] = [];
	let cursor: string | undefined;
	do {
		const page = await repository.list({ labels: ['Territory'] }, { limit: AT_ONCE, cursor });
		found.push(...page.items.filter((node) => node.label === 'Territory'));
		cursor = page.nextCursor;
	} while (cursor !== undefined);
	return found;
}

/** The intermunicipality of each commune the data say it of, by INSEE code of the commune: one query each. */
async function read(repository: Pick<Repository, 'list' | 'relationsOf'>) {
	const all = await territories(repository);
	const codes = new Map(all.map(({ id, code }) => [id, code]));
	const epciOf = new Map<string, Territory>();
	for (const epci of all) {
		if (epci.level !== 'epci') continue;
		for (const { type, source, target } of await repository.relationsOf(epci.id)) {
			const commune = codes.get(source);
			if (type === 'PART_OF' && target === epci.id && commune) epciOf.set(commune, epci);
		}
	}
	return epciOf;
}

/** Intermunicipalities, read once for each revision. */
export class Epcis {
	readonly #kept = new LruCache<ReadonlyMap<string, Territory>>(1, () => 1);

	constructor(
		private readonly repository: Pick<Repository, 'list' | 'relationsOf' | 'dataRevision'>
	) {}

	async byCommune(): Promise<ReadonlyMap<string, Territory>> {
		const revision = await this.repository.dataRevision();
		return this.#kept.get(String(revision), () => read(this.repository));
	}
}

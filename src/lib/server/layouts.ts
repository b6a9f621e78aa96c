import { today } from '#lib/domain/dates.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { networkOf } from './catalogue/network-of.ts';
import { Slices } from './catalogue/slices.ts';
import { layoutComputer } from './layouts/compute.ts';
import { LayoutKeeper } from './layouts/keeper.ts';
import type { Repository } from './repository.ts';

/** The networks laid out ahead of any reader: every project, every region, everything. */
export async function scopesToLayOut(repository: Repository): Promise<Scope[]> {
	const projects: Scope[] = [];
	let cursor: string | undefined;
	do {
		const page = await repository.list({ labels: ['HealthProject'] }, { limit: 500, cursor });
		projects.push(...page.items.map(({ id }): Scope => ({ kind: 'project', id })));
		cursor = page.nextCursor;
	} while (cursor !== undefined);
	const regions = REGIONS.map(({ code }): Scope => ({ kind: 'region', code }));
	return [...projects, ...regions, { kind: 'all' }];
}

/** What `ensureLayouts` did with one network. */
export interface LayoutProgress {
	scope: Scope;
	done: number;
	total: number;
	/** False when the stored layout still held. */
	computed: boolean;
}

export interface EnsureOptions {
	/** Only these; all of `scopesToLayOut` by default. */
	scopes?: readonly Scope[] | undefined;
	/** Who computes and stores; by default one of its own, in a thread when the built one is there. */
	keeper?: LayoutKeeper | undefined;
	/** What others read too is read once. */
	slices?: Slices | undefined;
	/** `YYYY-MM-DD`. */
	today?: string | undefined;
	signal?: AbortSignal | undefined;
	onProgress?: ((progress: LayoutProgress) => void) | undefined;
}

/**
 * Computes and stores the layouts that are missing or no longer hold. Idempotent.
 * @returns how many were computed
 */
export async function ensureLayouts(
	repository: Repository,
	options: EnsureOptions = {}
): Promise<number> {
	const computer = options.keeper ? undefined : layoutComputer();
	const keeper = options.keeper ?? new LayoutKeeper(repository, computer ?? layoutComputer());
	const day = options.today ?? today();
	const scopes = options.scopes ?? (await scopesToLayOut(repository));
	const slices = options.slices ?? new Slices(repository);
	let total = 0;
	try {
		for (const [index, scope] of scopes.entries()) {
			if (options.signal?.aborted) break;
			const network = networkOf(await slices.of(scope), scope, { today: day });
			const computed = await keeper.refresh({ network, isolated: isolatedStructures(network) });
			if (computed) total++;
			options.onProgress?.({ scope, done: index + 1, total: scopes.length, computed });
		}
	} finally {
		await computer?.close();
	}
	return total;
}

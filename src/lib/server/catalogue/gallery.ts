import type { HealthProject } from '#lib/domain/entities.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import { byName } from '#lib/domain/sheets.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { summarise } from '#lib/network/summary.ts';
import type { IsolatedStructure } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';
import { networkOf } from './network-of.ts';

interface Overview {
	cards: ProjectCard[];
	isolated: IsolatedStructure[];
}

function card(project: HealthProject, network: Network, isolated: readonly IsolationRow[]) {
	const { structures, cooperations, resources, apart } = summarise(network, isolated);
	const { id, name, kind, status, region, coverage, startYear, endYear, territoryText } = project;
	return {
		...{ id, name, kind, status, region, coverage, startYear, endYear, territoryText },
		accessDimensions: [...(project.accessDimensions ?? [])],
		...{ structures, cooperations, resources, apart },
		documented: network.documented
	} satisfies ProjectCard;
}

function rows(network: Network, isolated: readonly IsolationRow[], projectId?: string) {
	const nodes = new Map(network.nodes.map((node) => [node.id, node]));
	return isolated.flatMap((row): IsolatedStructure[] => {
		const node = nodes.get(row.actorId);
		if (!node) return [];
		const { name, kind, region, departement } = node;
		return [{ ...row, name, kind, projectId, region, departement }];
	});
}

/** Every project at once, from one reading of the whole graph. */
export class Gallery {
	readonly #overviews = new LruCache<Overview>(4, () => 1);

	constructor(
		private readonly repository: Repository,
		private readonly today: () => string
	) {}

	/** One card per project, by name. */
	async cards(): Promise<ProjectCard[]> {
		return (await this.#overview()).cards;
	}

	/** Every structure that stands alone, by project then structure; those in no project last. */
	async isolated(day?: string): Promise<IsolatedStructure[]> {
		return (await this.#overview(day)).isolated;
	}

	async #overview(day?: string): Promise<Overview> {
		const revision = await this.repository.dataRevision();
		const key = `${revision} ${day ?? `~${this.today()}`}`;
		return this.#overviews.get(key, () => this.#look(day));
	}

	async #look(day?: string): Promise<Overview> {
		const slice = await this.repository.slice({ kind: 'all' });
		const today = this.today();
		const cards: ProjectCard[] = [];
		const isolated: IsolatedStructure[] = [];
		const seen = new Set<string>();
		for (const node of slice.nodes) {
			if (node.label !== 'HealthProject') continue;
			const network = networkOf(slice, { kind: 'project', id: node.id }, { today, day });
			const found = isolatedStructures(network);
			cards.push(card(node, network, found));
			isolated.push(...rows(network, found, node.id));
			for (const member of network.nodes) seen.add(member.id);
			await new Promise(setImmediate);
		}
		const orphans = slice.nodes.filter((n) => isOrganisation(n) && !seen.has(n.id));
		const orphanIds = new Set(orphans.map((n) => n.id));
		const places = new Set(
			orphans.flatMap((n) => ('departement' in n && n.departement ? [n.departement] : []))
		);
		for (const code of [...places].sort()) {
			const network = networkOf(slice, { kind: 'departement', code }, { today, day });
			const found = isolatedStructures(network).filter((row) => orphanIds.has(row.actorId));
			isolated.push(...rows(network, found));
		}
		return { cards: cards.sort(byName), isolated };
	}
}

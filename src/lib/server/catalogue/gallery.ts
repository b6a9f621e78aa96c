import type { HealthProject } from '#lib/domain/entities.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import { byName } from '#lib/domain/sheets.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { SliceParts } from '#lib/network/slice-parts.ts';
import { summarise } from '#lib/network/summary.ts';
import type { IsolatedAsked, IsolatedStructure, RejoinedStructure } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { Registered } from './absent.ts';
import { judgeAgain, standing, type Judged, type Standing } from './isolated.ts';
import { LruCache } from './lru.ts';
import { networkOf } from './network-of.ts';
import type { Slices } from './slices.ts';

interface Overview extends Standing {
	cards: ProjectCard[];
	registered: Registered;
	networks: Map<string, { project: HealthProject; network: Network }>;
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

/** Every project at once, from one reading of the whole graph. */
export class Gallery {
	readonly #overviews = new LruCache<Overview>(4, () => 1);
	readonly #again = new LruCache<Standing>(4, () => 1);

	constructor(
		private readonly repository: Repository,
		private readonly slices: Slices,
		private readonly today: () => string
	) {}

	/** One card per project, by name. */
	async cards(): Promise<ProjectCard[]> {
		return (await this.#overview()).cards;
	}

	/** Every structure that stands alone, by project then structure; those in no project last. */
	async isolated(asked: IsolatedAsked = {}): Promise<IsolatedStructure[]> {
		return (await this.#standing(asked)).isolated;
	}

	/** Who no longer stands alone, in the same order. */
	async rejoined(asked: IsolatedAsked = {}): Promise<RejoinedStructure[]> {
		return (await this.#standing(asked)).rejoined;
	}

	/** Structures of a register in no relation of one project, or of anything. */
	async absent(projectId?: string): Promise<IsolatedStructure[]> {
		const { registered, networks } = await this.#overview();
		if (projectId === undefined) return registered.fromAll();
		const found = networks.get(projectId);
		return found ? registered.fromProject(found.project, found.network) : [];
	}

	async #key(day: string | undefined): Promise<string> {
		return `${await this.repository.dataRevision()} ${day ?? `~${this.today()}`}`;
	}

	async #standing({ day, over = 'project' }: IsolatedAsked): Promise<Standing> {
		if (over === 'project') return this.#overview(day);
		return this.#again.get(`${await this.#key(day)} ${over}`, async () => {
			const slice = await this.slices.of({ kind: 'all' });
			return judgeAgain(this.repository, slice, over, { today: this.today(), day });
		});
	}

	async #overview(day?: string): Promise<Overview> {
		return this.#overviews.get(await this.#key(day), () => this.#look(day));
	}

	async #look(day?: string): Promise<Overview> {
		const { known: slice, all, registerOnly } = await this.slices.whole();
		const parts = new SliceParts(slice);
		const dates = { today: this.today(), day };
		const cards: ProjectCard[] = [];
		const judged: Judged[] = [];
		const networks: Overview['networks'] = new Map();
		const seen = new Set<string>();
		for (const node of slice.nodes) {
			if (node.label !== 'HealthProject') continue;
			const scope = { kind: 'project', id: node.id } as const;
			const network = networkOf(parts.of(scope), scope, dates);
			const isolated = isolatedStructures(network);
			cards.push(card(node, network, isolated));
			judged.push({ network, isolated, projectId: node.id });
			networks.set(node.id, { project: node, network });
			for (const member of network.nodes) seen.add(member.id);
			await new Promise(setImmediate);
		}
		const orphans = slice.nodes.filter((n) => isOrganisation(n) && !seen.has(n.id));
		const only = new Set(orphans.map((n) => n.id));
		const places = new Set(
			orphans.flatMap((n) => ('departement' in n && n.departement ? [n.departement] : []))
		);
		for (const code of [...places].sort()) {
			const scope = { kind: 'departement', code } as const;
			const network = networkOf(parts.of(scope), scope, dates);
			judged.push({ network, isolated: isolatedStructures(network), only });
			await new Promise(setImmediate);
		}
		return {
			...(await standing(this.repository, judged)),
			cards: cards.sort(byName),
			registered: new Registered(all, registerOnly),
			networks
		};
	}
}

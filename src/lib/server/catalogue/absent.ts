import type { Actor, GraphNode, HealthProject } from '#lib/domain/entities.ts';
import { foldText } from '#lib/domain/text.ts';
import { compareText } from '#lib/network/order.ts';
import type { Network } from '#lib/network/model.ts';
import type { IsolatedStructure } from '../catalogue.ts';

const rowOf = (
	{ id, name, kind, region, departement }: Actor,
	projectId: string | undefined
): IsolatedStructure => ({
	...{ actorId: id, class: 'absent' as const, reasons: [], with: [], withNames: [] },
	...{ certainty: 'in_data_only' as const, undocumented: false },
	...{ name, kind, projectId, region, departement }
});

/**
 * What a commune is known by: its code, and its name in its département, as registers do not always give
 * the code.
 */
function communeKeys(node: GraphNode): string[] {
	if (!('commune' in node || 'codeInsee' in node)) return [];
	const { codeInsee, commune, departement } = node;
	const named = commune && departement ? [`${departement} ${foldText(commune)}`] : [];
	return codeInsee === undefined ? named : [codeInsee, ...named];
}

/** Structures a register lists, by commune: who could be absent from the network of a project. */
export class Registered {
	readonly #byCommune = new Map<string, Actor[]>();
	/** Every node of the graph by id, for the communes of members. */
	readonly #keys = new Map<string, readonly string[]>();
	readonly #listed: readonly Actor[];

	/** @param all every node, those known from a register alone included */
	constructor(
		all: readonly GraphNode[],
		private readonly registerOnly: ReadonlySet<string>
	) {
		const listed: Actor[] = [];
		for (const node of all) {
			const keys = communeKeys(node);
			this.#keys.set(node.id, keys);
			if (node.label !== 'Actor' || node.finess === undefined) continue;
			listed.push(node);
			for (const key of keys) {
				const known = this.#byCommune.get(key);
				if (known) known.push(node);
				else this.#byCommune.set(key, [node]);
			}
		}
		this.#listed = listed;
	}

	/** Communes of a project: those it names, and those its members stand in. */
	#territory(project: HealthProject, network: Network): Set<string> {
		const keys = new Set(project.codesInsee);
		for (const { id, member } of network.nodes)
			for (const key of member ? (this.#keys.get(id) ?? []) : []) keys.add(key);
		return keys;
	}

	/** Structures a register lists in the territory of a project and that are in no relation of it, by id. */
	fromProject(project: HealthProject, network: Network): IsolatedStructure[] {
		if (this.#listed.length === 0) return [];
		const inside = new Set(network.nodes.flatMap(({ id, member }) => (member ? [id] : [])));
		const there = [...this.#territory(project, network)].flatMap(
			(key) => this.#byCommune.get(key) ?? []
		);
		return [...new Set(there)]
			.filter(({ id }) => !inside.has(id))
			.sort((a, b) => compareText(a.id, b.id))
			.map((actor) => rowOf(actor, project.id));
	}

	/** Structures known from a register alone: absent from every network of their territory, by id. */
	fromAll(): IsolatedStructure[] {
		return this.#listed
			.filter(({ id }) => this.registerOnly.has(id))
			.sort((a, b) => compareText(a.id, b.id))
			.map((actor) => rowOf(actor, undefined));
	}
}

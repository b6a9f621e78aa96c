import type { Actor, GraphNode, HealthProject } from '#lib/domain/entities.ts';
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

/** Structures a register lists, by commune: who could be absent from the network of a project. */
export class Registered {
	readonly #byCommune = new Map<string, Actor[]>();
	/** Every node of the graph by id, for the communes of members. */
	readonly #codes = new Map<string, string>();
	readonly #listed: readonly Actor[];

	/** @param all every node, those known from a register alone included */
	constructor(
		all: readonly GraphNode[],
		private readonly registerOnly: ReadonlySet<string>
	) {
		const listed: Actor[] = [];
		for (const node of all) {
			if (!('codeInsee' in node) || node.codeInsee === undefined) continue;
			this.#codes.set(node.id, node.codeInsee);
			if (node.label !== 'Actor' || node.finess === undefined) continue;
			listed.push(node);
			const known = this.#byCommune.get(node.codeInsee);
			if (known) known.push(node);
			else this.#byCommune.set(node.codeInsee, [node]);
		}
		this.#listed = listed;
	}

	/** Communes of a project: those it names, and those its members stand in. */
	#territory(project: HealthProject, network: Network): Set<string> {
		const codes = new Set(project.codesInsee);
		for (const { id, member } of network.nodes) {
			const code = member ? this.#codes.get(id) : undefined;
			if (code !== undefined) codes.add(code);
		}
		return codes;
	}

	/** Structures a register lists in the territory of a project and that are in no relation of it, by id. */
	fromProject(project: HealthProject, network: Network): IsolatedStructure[] {
		if (this.#listed.length === 0) return [];
		const inside = new Set(network.nodes.flatMap(({ id, member }) => (member ? [id] : [])));
		return [...this.#territory(project, network)]
			.flatMap((code) => this.#byCommune.get(code) ?? [])
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

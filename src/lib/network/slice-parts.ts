import { isOrganisation } from '#lib/domain/entities.ts';
import type { GraphNode, Relation } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';

type PartScope = Extract<Scope, { kind: 'project' | 'region' | 'departement' }>;

/** Places in a list, by what they are filed under. */
class Files {
	readonly #places = new Map<string, number[]>();

	put(name: string | undefined, place: number): void {
		if (name === undefined) return;
		const known = this.#places.get(name);
		if (known) known.push(place);
		else this.#places.set(name, [place]);
	}

	at(name: string): readonly number[] {
		return this.#places.get(name) ?? [];
	}
}

/** The items at these places, each once, in the order of the list. */
const inOrder = <T>(all: readonly T[], places: Iterable<number>): T[] =>
	[...new Set(places)].sort((a, b) => a - b).flatMap((place) => all[place] ?? []);

/**
 * Cuts slices out of the whole graph, the same that a repository answers for a project, a région or a
 * département. Made ready in one pass; each cut then costs what it holds, so that a hundred territories
 * cost no more than the graph itself.
 */
export class SliceParts {
	readonly #whole: GraphSlice;
	readonly #nodes = new Files();
	/** Projects of a region, and what stands in a territory. */
	readonly #projects = new Files();
	readonly #placed = new Files();
	readonly #resources = new Files();
	readonly #touching = new Files();
	readonly #marked = new Files();
	readonly #claims = new Files();

	constructor(whole: GraphSlice) {
		this.#whole = whole;
		whole.nodes.forEach((node, at) => this.#fileNode(node, at));
		whole.relations.forEach(({ source, target, projectId }, at) => {
			this.#touching.put(source, at);
			if (target !== source) this.#touching.put(target, at);
			this.#marked.put(projectId, at);
		});
		whole.claims.forEach(({ aboutId }, at) => this.#claims.put(aboutId, at));
	}

	#fileNode(node: GraphNode, at: number): void {
		this.#nodes.put(node.id, at);
		if (node.label === 'HealthProject') this.#projects.put(node.region, at);
		if (node.label === 'SharedResource') this.#resources.put(node.projectId, at);
		if (!isOrganisation(node) && node.label !== 'SharedResource') return;
		this.#placed.put(node.region && `region ${node.region}`, at);
		this.#placed.put(node.departement && `departement ${node.departement}`, at);
	}

	of(scope: PartScope): GraphSlice {
		const { revision, nodes, relations, claims } = this.#whole;
		const members = this.#membersOf(scope);
		const around = inOrder(
			relations,
			[...members].flatMap((id) => this.#touching.at(id))
		);
		const wanted = new Set(members);
		for (const { source, target, projectId } of around) {
			wanted.add(source).add(target);
			if (projectId !== undefined) wanted.add(projectId);
		}
		return {
			revision,
			nodes: inOrder(
				nodes,
				[...wanted].flatMap((id) => this.#nodes.at(id))
			),
			relations: around,
			claims: inOrder(
				claims,
				around.flatMap(({ id }) => this.#claims.at(id))
			)
		};
	}

	#membersOf(scope: PartScope): Set<string> {
		const idAt = (at: number): string => this.#whole.nodes[at]?.id ?? '';
		if (scope.kind === 'departement')
			return new Set(this.#placed.at(`departement ${scope.code}`).map(idAt));
		const projects =
			scope.kind === 'region' ? this.#projects.at(scope.code) : this.#nodes.at(scope.id);
		const members = new Set<string>();
		for (const at of projects) {
			const project = this.#whole.nodes[at];
			if (project?.label !== 'HealthProject') continue;
			members.add(project.id);
			for (const resource of this.#resources.at(project.id)) members.add(idAt(resource));
			const its = [...this.#marked.at(project.id), ...this.#touching.at(project.id)];
			for (const { source, target } of inOrder<Relation>(this.#whole.relations, its))
				members.add(source).add(target);
		}
		if (scope.kind === 'region')
			for (const at of this.#placed.at(`region ${scope.code}`)) members.add(idAt(at));
		return members;
	}
}

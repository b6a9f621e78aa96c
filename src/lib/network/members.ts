import { isOrganisation } from '#lib/domain/entities.ts';
import type { GraphNode, Relation } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { familyOf } from '#lib/domain/vocabulary/relation-types.ts';

const isMemberLabel = (node: GraphNode): boolean =>
	isOrganisation(node) || node.label === 'SharedResource';

/** Projects whose networks make the scope. */
function projectsOf(slice: GraphSlice, scope: Scope): Set<string> {
	const all = slice.nodes.filter((node) => node.label === 'HealthProject');
	switch (scope.kind) {
		case 'project':
			return new Set(all.filter(({ id }) => id === scope.id).map(({ id }) => id));
		case 'region':
			return new Set(all.filter(({ region }) => region === scope.code).map(({ id }) => id));
		case 'departement':
			return new Set();
		case 'funder': {
			const known = new Set(all.map(({ id }) => id));
			return new Set(paidBy(slice.relations, scope.id).filter((id) => known.has(id)));
		}
		case 'all':
			return new Set(all.map(({ id }) => id));
	}
}

const paidBy = (relations: readonly Relation[], payer: string): string[] =>
	relations.filter((r) => r.type === 'FUNDS' && r.source === payer).map((r) => r.target);

/** Members the scope has by itself, whatever project they are in. */
function placedMembers(slice: GraphSlice, scope: Scope): string[] {
	const located = (
		test: (place: { region?: unknown; departement?: unknown }) => boolean
	): string[] =>
		slice.nodes
			.filter((node) => (isOrganisation(node) || node.label === 'SharedResource') && test(node))
			.map(({ id }) => id);
	switch (scope.kind) {
		case 'project':
			return [];
		case 'region':
			return located(({ region }) => region === scope.code);
		case 'departement':
			return located(({ departement }) => departement === scope.code);
		case 'funder':
			return [scope.id, ...paidBy(slice.relations, scope.id)];
		case 'all':
			return located(() => true);
	}
}

/**
 * Members of a scope's network: the ends of every relation marked with one of its projects or touching
 * one, the resources marked with one, and for wider scopes what is placed there or paid. Being under an
 * agency is administrative: it makes no agency a member.
 */
export function membersOf(
	slice: GraphSlice,
	scope: Scope
): { members: ReadonlySet<string>; projects: ReadonlySet<string> } {
	const projects = projectsOf(slice, scope);
	const candidates = new Map(slice.nodes.filter(isMemberLabel).map((node) => [node.id, node]));
	const members = new Set<string>();
	const add = (id: string): void => {
		if (candidates.has(id)) members.add(id);
	};
	for (const id of placedMembers(slice, scope)) add(id);
	for (const node of candidates.values()) {
		if (node.label === 'SharedResource' && node.projectId && projects.has(node.projectId))
			add(node.id);
	}
	for (const { type, source, target, projectId } of slice.relations) {
		const marked = projectId !== undefined && projects.has(projectId);
		if (!marked && !projects.has(source) && !projects.has(target)) continue;
		const oversight = familyOf(type) === 'oversight';
		add(source);
		if (!oversight) add(target);
	}
	return { members, projects };
}

/** Sheets put together from a node's relations and claims: on a server, or in a file that left it. */
import type { HealthProject, Organisation, SharedResource } from './entities.ts';
import type {
	ClaimView,
	NodeRef,
	OrganisationSheet,
	ProjectSheet,
	RelationView,
	ResourceSheet
} from './views.ts';
import { FAMILIES } from './vocabulary/relation-types.ts';

/** What a sheet is made of besides its node: relations that touch it, claims about it. */
export interface SheetParts {
	relations: RelationView[];
	claims: ClaimView[];
	updatedAt?: string | undefined;
}

/** What is over or not begun is history or a plan: lists of who holds what leave it out. */
const stands = (view: RelationView): boolean =>
	view.status === 'current' || view.status === 'to_check';

const collator = new Intl.Collator('fr');
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
	collator.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Each once, by name. */
export const distinctRefs = (refs: readonly NodeRef[]): NodeRef[] =>
	[...new Map(refs.map((ref) => [ref.id, ref])).values()].sort(byName);

/** By family, then by the name of the end that is not `of`. */
export function inReadingOrder(views: readonly RelationView[], of?: string): RelationView[] {
	const other = (view: RelationView): NodeRef =>
		view.source.id === of ? view.target : view.source;
	return [...views].sort(
		(a, b) =>
			FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) ||
			byName(other(a), other(b)) ||
			(a.id < b.id ? -1 : 1)
	);
}

const projectsOf = (views: readonly RelationView[]): NodeRef[] =>
	distinctRefs(
		views
			.flatMap((view) => [view.project, view.source, view.target])
			.filter((ref) => ref?.label === 'HealthProject')
			.filter((ref) => ref !== undefined)
	);

export function organisationSheetOf(node: Organisation, parts: SheetParts): OrganisationSheet {
	const { relations } = parts;
	const outward = (type: string): RelationView[] =>
		relations.filter((view) => view.type === type && view.source.id === node.id);
	return {
		node,
		...parts,
		projects: projectsOf(relations),
		fundedBy: relations.filter((view) => view.type === 'FUNDS' && view.target.id === node.id),
		funds: outward('FUNDS'),
		holds: distinctRefs(
			outward('HOLDS')
				.filter(stands)
				.map((view) => view.target)
		),
		uses: distinctRefs(
			outward('USES')
				.filter(stands)
				.map((view) => view.target)
		)
	};
}

/** `parts.relations` also holds those that are about the resource without touching it. */
export function resourceSheetOf(
	node: SharedResource,
	parts: SheetParts,
	project: NodeRef | undefined
): ResourceSheet {
	const standing = parts.relations.filter(stands);
	return {
		node,
		...parts,
		holders: distinctRefs(standing.filter((v) => v.type === 'HOLDS').map((v) => v.source)),
		users: distinctRefs([
			...standing.filter((v) => v.type === 'USES').map((v) => v.source),
			...standing.filter((v) => v.type === 'HOSTS').map((v) => v.target)
		]),
		project
	};
}

export function projectSheetOf(node: HealthProject, parts: SheetParts): ProjectSheet {
	const leads = parts.relations.filter(
		(view) => view.type === 'LEADS' && view.status !== 'planned'
	);
	return { node, ...parts, leads: distinctRefs(leads.map((view) => view.source)) };
}

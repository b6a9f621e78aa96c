import type { GraphNode, Relation } from '#lib/domain/entities.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import { openingDay } from '#lib/domain/status.ts';
import type {
	NodeRef,
	OrganisationSheet,
	ProjectSheet,
	RelationView,
	ResourceSheet,
	SourceSheet
} from '#lib/domain/views.ts';
import type { Repository } from '../repository.ts';
import {
	byName,
	claimViews,
	nodeRef,
	readAround,
	relationView,
	relationViews,
	type Reading
} from './relation-views.ts';

const touches = (id: string) => (r: Relation) => r.source === id || r.target === id;
/** What is over or not begun is history or a plan: lists of who holds what leave it out. */
const stands = (view: RelationView): boolean =>
	view.status === 'current' || view.status === 'to_check';

function distinct(refs: readonly NodeRef[]): NodeRef[] {
	return [...new Map(refs.map((ref) => [ref.id, ref])).values()].sort(byName);
}

const updatedAt = async (repository: Repository, id: string): Promise<string | undefined> =>
	(await repository.historyOf(id))[0]?.revision.at;

async function nodeOf(repository: Repository, id: string): Promise<GraphNode | undefined> {
	return (await repository.nodes([id]))[0];
}

async function around(
	repository: Repository,
	id: string,
	keep: (relation: Relation) => boolean,
	also: readonly string[] = []
): Promise<{ reading: Reading; updatedAt: string | undefined }> {
	const [relations, at] = await Promise.all([
		repository.relationsOf(id),
		updatedAt(repository, id)
	]);
	const kept = relations.filter((r) => r.type !== 'LOCATED_IN' && keep(r));
	return { reading: await readAround(repository, kept, [id, ...also]), updatedAt: at };
}

function projectsOf(views: readonly RelationView[]): NodeRef[] {
	return distinct(
		views
			.flatMap((view) => [view.project, view.source, view.target])
			.filter((ref) => ref?.label === 'HealthProject')
			.filter((ref) => ref !== undefined)
	);
}

/** A structure, funder or ARS with its relations and what each rests on. Five queries at most. */
export async function organisationSheet(
	repository: Repository,
	id: string,
	day: string
): Promise<OrganisationSheet | undefined> {
	const node = await nodeOf(repository, id);
	if (!node || !isOrganisation(node)) return undefined;
	const { reading, updatedAt } = await around(repository, id, touches(id));
	const relations = relationViews(reading, day, id);
	const outward = (type: string) =>
		relations.filter((view) => view.type === type && view.source.id === id);
	return {
		node,
		relations,
		claims: claimViews(id, reading),
		updatedAt,
		projects: projectsOf(relations),
		fundedBy: relations.filter((view) => view.type === 'FUNDS' && view.target.id === id),
		funds: outward('FUNDS'),
		holds: distinct(
			outward('HOLDS')
				.filter(stands)
				.map((view) => view.target)
		),
		uses: distinct(
			outward('USES')
				.filter(stands)
				.map((view) => view.target)
		)
	};
}

/** A shared resource, who holds it, who uses it, and the relations that are about it. */
export async function resourceSheet(
	repository: Repository,
	id: string,
	day: string
): Promise<ResourceSheet | undefined> {
	const node = await nodeOf(repository, id);
	if (node?.label !== 'SharedResource') return undefined;
	const also = node.projectId ? [node.projectId] : [];
	const { reading, updatedAt } = await around(
		repository,
		id,
		(r) => touches(id)(r) || r.resourceId === id,
		also
	);
	const relations = relationViews(reading, day, id);
	const standing = relations.filter(stands);
	const project = node.projectId ? reading.nodes.get(node.projectId) : undefined;
	return {
		node,
		relations,
		claims: claimViews(id, reading),
		updatedAt,
		holders: distinct(standing.filter((v) => v.type === 'HOLDS').map((v) => v.source)),
		users: distinct([
			...standing.filter((v) => v.type === 'USES').map((v) => v.source),
			...standing.filter((v) => v.type === 'HOSTS').map((v) => v.target)
		]),
		project: project && nodeRef(project)
	};
}

/** A project with the relations that touch it; those only marked with it are its network. */
export async function projectSheet(
	repository: Repository,
	id: string,
	today: string,
	day?: string
): Promise<ProjectSheet | undefined> {
	const node = await nodeOf(repository, id);
	if (node?.label !== 'HealthProject') return undefined;
	const { reading, updatedAt } = await around(repository, id, touches(id));
	const relations = relationViews(reading, day ?? openingDay(node, today), id);
	const leads = relations.filter((view) => view.type === 'LEADS' && view.status !== 'planned');
	return {
		node,
		relations,
		claims: claimViews(id, reading),
		updatedAt,
		leads: distinct(leads.map((view) => view.source))
	};
}

/** A source and everything that rests on it. */
export async function sourceSheet(
	repository: Repository,
	id: string,
	day: string
): Promise<SourceSheet | undefined> {
	const node = await nodeOf(repository, id);
	if (node?.label !== 'Source') return undefined;
	const [claims, at] = await Promise.all([repository.claimsFrom(id), updatedAt(repository, id)]);
	const about = [...new Set(claims.map((claim) => claim.aboutId))];
	const [relations, nodes] = await Promise.all([
		repository.relations(about),
		repository.nodes(about)
	]);
	return {
		node,
		relations: relationViews(await readAround(repository, relations), day),
		nodes: distinct(nodes.map(nodeRef)),
		updatedAt: at
	};
}

/** One relation with its proof. */
export async function relationSheet(
	repository: Repository,
	id: string,
	day: string
): Promise<RelationView | undefined> {
	const [relation] = await repository.relations([id]);
	if (!relation) return undefined;
	return relationView(relation, await readAround(repository, [relation]), day);
}

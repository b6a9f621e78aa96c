import type { GraphNode, Relation } from '#lib/domain/entities.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import { isOpinion } from '#lib/domain/opinions.ts';
import { placeRefusal } from '#lib/domain/places/place.ts';
import {
	distinctRefs,
	organisationSheetOf,
	projectSheetOf,
	resourceSheetOf
} from '#lib/domain/sheets.ts';
import { openingDay } from '#lib/domain/status.ts';
import type {
	OrganisationSheet,
	ProjectSheet,
	RelationView,
	ResourceSheet,
	SourceSheet
} from '#lib/domain/views.ts';
import type { Repository } from '../repository.ts';
import {
	claimViews,
	nodeRef,
	readAround,
	relationView,
	relationViews,
	type Reading
} from './relation-views.ts';

const touches = (id: string) => (r: Relation) => r.source === id || r.target === id;
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
	const claims = claimViews(id, reading).filter((claim) => !isOpinion(claim));
	const placeRefused = placeRefusal(node);
	return {
		...organisationSheetOf(node, { relations, claims, updatedAt }),
		...(placeRefused ? { placeRefused } : {})
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
	const project = node.projectId ? reading.nodes.get(node.projectId) : undefined;
	const parts = { relations, claims: claimViews(id, reading), updatedAt };
	return resourceSheetOf(node, parts, project && nodeRef(project));
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
	return projectSheetOf(node, { relations, claims: claimViews(id, reading), updatedAt });
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
		nodes: distinctRefs(nodes.map(nodeRef)),
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

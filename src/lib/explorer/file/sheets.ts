import {
	inReadingOrder,
	organisationSheetOf,
	projectSheetOf,
	resourceSheetOf,
	type SheetParts
} from '#lib/domain/sheets.ts';
import type { NetworkProofs } from '#lib/domain/views.ts';
import type { Selection } from '#lib/rendering/model.ts';
import type { LoadedSheet } from '../load.ts';

/**
 * The sheet of something in a saved network, as the API would answer it, but for what lies outside
 * this network. `undefined` when it is not there. Linear in the relations.
 */
export function sheetIn(proofs: NetworkProofs, { kind, id }: Selection): LoadedSheet | undefined {
	const { organisations, resources, projects, relations } = proofs;
	if (kind === 'edge') {
		const sheet = relations.find((relation) => relation.id === id);
		return sheet && { kind: 'relation', sheet };
	}
	const isHere = (node: { id: string }): boolean => node.id === id;
	const around = relations.filter(
		({ source, target, resource }) => isHere(source) || isHere(target) || resource?.id === id
	);
	const parts: SheetParts = {
		relations: inReadingOrder(around, id),
		claims: proofs.claims.find(({ about }) => about === id)?.claims ?? []
	};
	const organisation = organisations.find(isHere);
	if (organisation)
		return { kind: 'organisation', sheet: organisationSheetOf(organisation, parts) };
	const resource = resources.find(isHere);
	if (resource) {
		const project = projects.find(({ id }) => id === resource.projectId);
		const { label, name } = project ?? {};
		const ref = project && label && name ? { id: project.id, label, name } : undefined;
		return { kind: 'resource', sheet: resourceSheetOf(resource, parts, ref) };
	}
	const project = projects.find(isHere);
	return project && { kind: 'project', sheet: projectSheetOf(project, parts) };
}

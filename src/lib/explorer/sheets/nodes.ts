import type { NodeLabel } from '#lib/domain/entities.ts';
import { ACTOR_KINDS, groupOfActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';
import { shapeOf, type Shape } from '#lib/rendering/model.ts';

/** The part of a node its mark and its address need. */
export interface Named {
	id: string;
	label: NodeLabel;
	kind?: string | undefined;
	name: string;
}

/** Shape by nature, as in the drawing; `page` for what is never drawn. */
export function shapeOfNode(node: Pick<Named, 'label' | 'kind'>): Shape | 'page' {
	if (node.label === 'Source' || node.label === 'Territory') return 'page';
	const group = groupOfNode(node);
	return group ? shapeOf({ label: node.label, group }) : 'circle';
}

/** Colour group of a node; undefined for what the drawing never shows. */
export function groupOfNode(
	node: Pick<Named, 'label' | 'kind'>
): KindGroup | 'project' | undefined {
	switch (node.label) {
		case 'Funder':
			return 'funder';
		case 'SharedResource':
			return 'resource';
		case 'ArsRegion':
			return 'ars';
		case 'HealthProject':
			return 'project';
		case 'Actor': {
			const kind = ACTOR_KINDS.find((known) => known === node.kind);
			return kind ? groupOfActorKind(kind) : undefined;
		}
		default:
			return undefined;
	}
}

const FOLDERS: Record<NodeLabel, string | undefined> = {
	Actor: 'structures',
	ArsRegion: 'structures',
	Funder: 'financeurs',
	SharedResource: 'ressources',
	HealthProject: 'projets',
	Source: 'sources',
	Territory: undefined
};

/**
 * Address of a node's own page. `base` is empty for the real set; the demonstration has one page
 * only, so its nodes have no address of their own.
 */
export function pageOf(node: Pick<Named, 'id' | 'label'>, base = ''): string | undefined {
	const folder = FOLDERS[node.label];
	return base === '' && folder ? `/${folder}/${encodeURIComponent(node.id)}` : undefined;
}

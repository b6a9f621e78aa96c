import type { NodeLabel } from '#lib/domain/entities.ts';

/** Address of the page of a thing. */
export function pageOf(label: NodeLabel, id: string): string {
	switch (label) {
		case 'SharedResource':
			return `/ressources/${id}`;
		case 'HealthProject':
			return `/projets/${id}`;
		case 'Funder':
			return `/financeurs/${id}`;
		case 'Source':
			return `/sources/${id}`;
		default:
			return `/structures/${id}`;
	}
}

export const RESOURCE_KINDS = [
	'locaux',
	'personnel_partage',
	'vehicule',
	'outil',
	'service',
	'fonds',
	'structure_juridique'
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

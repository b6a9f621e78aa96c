import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { Public, Service } from '#lib/domain/vocabulary/project-kinds.ts';
import type { ResourceKind } from '#lib/domain/vocabulary/resource-kinds.ts';

/** Communes of the demonstration, by the letter its rows use; all are among `FICTIONAL_COMMUNES`. */
export const COMMUNES = {
	B: 'Brume-et-Dune',
	S: 'Songe-sous-Brume',
	L: 'Luciole-lès-Dune',
	P: 'Parapluie-sur-Murmure',
	N: 'Nuage-sur-Ricochet',
	F: 'Flocon-sous-Sablier'
} as const;

export interface Structure {
	id: string;
	kind: ActorKind;
	name: string;
	commune: keyof typeof COMMUNES;
	/** One sentence, said in the present. */
	what: string;
	services?: readonly Service[];
	publics?: readonly Public[];
	legalForm?: string;
	ess?: boolean;
	founded?: number;
}

export const ASSOCIATION = { legalForm: 'association', ess: true } as const;
export const PUBLIC_BODY = { legalForm: 'établissement public', ess: false } as const;
export const SISA = { legalForm: 'SISA', ess: false } as const;

export interface Resource {
	id: string;
	kind: ResourceKind;
	name: string;
	what: string;
	capacity: string;
	/** Absent: nobody knows who holds it, its users are then tied to one another. */
	holder?: string;
	/** Ids, separated by spaces. */
	users: string;
	commune: keyof typeof COMMUNES;
}

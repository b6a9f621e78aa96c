import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { ResourceKind } from '#lib/domain/vocabulary/resource-kinds.ts';

interface StructureKind {
	/** What comes before the place in a name. */
	noun: string;
	legalForm?: string;
	ess?: boolean;
}

/** Kinds a fictional territory is made of. */
export const STRUCTURE_KINDS = {
	centre_de_sante: { noun: 'Centre de santé', legalForm: 'association', ess: true },
	centre_de_sante_communautaire: {
		noun: 'Centre de santé communautaire',
		legalForm: 'association',
		ess: true
	},
	maison_de_sante: { noun: 'Maison de santé', legalForm: 'SISA', ess: false },
	cpts: { noun: 'CPTS', legalForm: 'association', ess: true },
	reseau: { noun: 'Réseau de santé', legalForm: 'association', ess: true },
	hopital: { noun: 'Hôpital', legalForm: 'établissement public', ess: false },
	etablissement_medico_social: { noun: 'Résidence', legalForm: 'association', ess: true },
	equipe_mobile: { noun: 'Équipe mobile' },
	csapa: { noun: 'CSAPA', legalForm: 'association', ess: true },
	association: { noun: 'Association', legalForm: 'association', ess: true },
	scic: { noun: 'Coopérative', legalForm: 'SCIC', ess: true },
	universite: { noun: 'Université', legalForm: 'établissement public', ess: false },
	collectivite: { noun: 'Mairie de quartier', legalForm: 'collectivité', ess: false },
	bailleur: { noun: 'Habitat social', legalForm: 'office public', ess: false },
	assurance_maladie: { noun: 'Caisse', ess: false },
	mutuelle: { noun: 'Mutuelle', legalForm: 'mutuelle', ess: true },
	entreprise: { noun: 'Pharmacie', legalForm: 'société', ess: false },
	gip: { noun: 'Groupement', legalForm: 'GIP', ess: false }
} as const satisfies Partial<Record<ActorKind, StructureKind>>;
export type StructureKindCode = keyof typeof STRUCTURE_KINDS;
/** About their proportions in a real territory. */
export const STRUCTURE_WEIGHTS: Readonly<Record<StructureKindCode, number>> = {
	centre_de_sante: 11,
	centre_de_sante_communautaire: 4,
	maison_de_sante: 14,
	cpts: 3,
	reseau: 4,
	hopital: 5,
	etablissement_medico_social: 7,
	equipe_mobile: 5,
	csapa: 4,
	association: 20,
	scic: 3,
	universite: 1,
	collectivite: 7,
	bailleur: 3,
	assurance_maladie: 2,
	mutuelle: 3,
	entreprise: 2,
	gip: 2
};
export const structureKind = (code: StructureKindCode): StructureKind => STRUCTURE_KINDS[code];

export const FUNDER_NOUNS = {
	fondation: 'Fondation imaginaire',
	financeur: 'Banque fictive',
	etat: 'Crédits d’État fictifs'
} as const satisfies Partial<Record<ActorKind, string>>;

/** What a shared resource is called, and how much of it there is. */
export const RESOURCES: Record<
	ResourceKind,
	readonly (readonly [name: string, capacity: string])[]
> = {
	locaux: [
		['Salle de consultation', '2 cabinets, 3 jours par semaine'],
		['Salle de réunion', '20 places'],
		['Cuisine pédagogique', '12 places']
	],
	personnel_partage: [
		['Poste de médiation en santé', '1,5 ETP'],
		['Poste de coordination', '1 ETP'],
		['Interprète partagée', '12 heures par semaine']
	],
	vehicule: [
		['Camionnette de consultation', '4 tournées par semaine'],
		['Vélo-cargo de soins', '1 vélo']
	],
	outil: [
		['Agenda partagé', '40 comptes'],
		['Dossier de coordination', '120 comptes']
	],
	service: [
		['Ligne d’écoute', '9 h – 18 h'],
		['Navette vers le soin', '8 places']
	],
	fonds: [['Fonds d’entraide', '15 000 € par an']],
	structure_juridique: [['Groupement d’employeurs', '6 membres']]
};

export const PUBLISHERS = [
	'Gazette imaginaire de Brume-et-Dune',
	'Observatoire fictif des Songes',
	'Éditions du Nuage Carré',
	'Cahiers inventés de la Girouette',
	'Bulletin fictif du Sablier'
] as const;
export const SOURCE_SECTIONS = ['page 3', 'page 12', 'annexe 2', 'entretien', 'tableau 4'] as const;

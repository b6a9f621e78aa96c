/** Kinds of organisation. The codes are data, in French, as the seed's sources and the field use them. */
export const ACTOR_KINDS = [
	'centre_de_sante',
	'centre_de_sante_communautaire',
	'maison_de_sante',
	'cpts',
	'reseau',
	'profession_liberale',
	'hopital',
	'etablissement_medico_social',
	'equipe_mobile',
	'csapa',
	'association',
	'scic',
	'think_tank',
	'universite',
	'collectivite',
	'etat',
	'gip',
	'bailleur',
	'assurance_maladie',
	'mutuelle',
	'entreprise',
	'fondation',
	'financeur',
	'ars'
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * The few natures a reader can tell apart at a glance: colour says the group, shape the label.
 * More than nine colours cannot be told apart by everyone.
 */
export const KIND_GROUPS = [
	'primary_care',
	'networks',
	'hospital',
	'outreach',
	'civil_society',
	'public_bodies',
	'insurance',
	'funder',
	'resource',
	'ars'
] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

const GROUP_OF_ACTOR: Record<ActorKind, KindGroup> = {
	centre_de_sante: 'primary_care',
	centre_de_sante_communautaire: 'primary_care',
	maison_de_sante: 'primary_care',
	cpts: 'networks',
	reseau: 'networks',
	profession_liberale: 'networks',
	hopital: 'hospital',
	etablissement_medico_social: 'hospital',
	equipe_mobile: 'outreach',
	csapa: 'outreach',
	association: 'civil_society',
	scic: 'civil_society',
	think_tank: 'civil_society',
	universite: 'civil_society',
	entreprise: 'civil_society',
	collectivite: 'public_bodies',
	etat: 'public_bodies',
	gip: 'public_bodies',
	bailleur: 'public_bodies',
	assurance_maladie: 'insurance',
	mutuelle: 'insurance',
	fondation: 'funder',
	financeur: 'funder',
	ars: 'ars'
};

/** The colour group of an organisation's kind. A `Funder` that is an `etat` body is coloured by its label, see `groupOf`. */
export const groupOfActorKind = (kind: ActorKind): KindGroup => GROUP_OF_ACTOR[kind];

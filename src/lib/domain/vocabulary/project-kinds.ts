export const PROJECT_KINDS = [
	'cls',
	'centre_de_sante',
	'centre_sante_communautaire',
	'centre_sante_scic',
	'equipe_mobile',
	'msp',
	'cpts',
	'pole_de_sante',
	'cabinet_secondaire',
	'pts',
	'article51',
	'cooperative_acteurs',
	'convention_territoriale',
	'service_public_regional',
	'demarche_regionale',
	'etude_action'
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

export const PROJECT_STATUSES = ['current', 'planned', 'blocked', 'ended', 'to_check'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** The three dimensions of access of the Labo de l'ESS. */
export const ACCESS_DIMENSIONS = ['financiere', 'geographique', 'sociale_psychologique'] as const;
export type AccessDimension = (typeof ACCESS_DIMENSIONS)[number];

/** How well a project was collected, from several natures of ties down to one page read. */
export const COVERAGES = ['survey', 'partial', 'press', 'single_page'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const SERVICES = [
	'medecine_generale',
	'medecine_specialisee',
	'soins_infirmiers',
	'suivi_asalee',
	'dentaire',
	'maieutique',
	'kinesitherapie',
	'orthophonie',
	'pedicurie_podologie',
	'pharmacie',
	'imagerie',
	'sante_mentale',
	'addictologie',
	'sante_sexuelle',
	'planification_familiale',
	'mediation_sante',
	'interpretariat',
	'acces_aux_droits',
	'accompagnement_social',
	'prevention',
	'depistage',
	'vaccination',
	'education_therapeutique',
	'dietetique',
	'activite_physique',
	'soins_non_programmes',
	'acces_medecin_traitant',
	'telemedecine',
	'visites_domicile',
	'aller_vers',
	'accueil_jeunes',
	'transport',
	'coordination'
] as const;
export type Service = (typeof SERVICES)[number];

export const PUBLICS = [
	'tous',
	'precaires',
	'sans_couverture',
	'exiles',
	'sans_abri',
	'publics_invisibles',
	'victimes_violences',
	'femmes',
	'enfants_jeunes',
	'personnes_agees',
	'aidants',
	'handicap',
	'malades_chroniques',
	'usagers_drogues',
	'detenus',
	'patients_sans_medecin_traitant',
	'habitants_qpv',
	'habitants_quartier',
	'habitants_intercommunalite',
	'locataires_sociaux',
	'ruraux'
] as const;
export type Public = (typeof PUBLICS)[number];

export const ECONOMIC_MODELS = [
	'paiement_a_l_acte',
	'tiers_payant',
	'secteur_1',
	'article51',
	'dotation_assurance_maladie',
	'fir',
	'aci_assurance_maladie',
	'subventions_publiques',
	'contrats_aides',
	'salariat_public',
	'salariat_associatif',
	'exercice_liberal',
	'loyers_professionnels',
	'capital_cooperatif',
	'contributions_partenaires',
	'mutualiste',
	'investissement_prive',
	'mise_a_disposition_locaux',
	'mecenat',
	'dons',
	'pret_bancaire',
	'benevolat'
] as const;
export type EconomicModel = (typeof ECONOMIC_MODELS)[number];

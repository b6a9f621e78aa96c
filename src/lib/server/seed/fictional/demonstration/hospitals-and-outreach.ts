import { ASSOCIATION, PUBLIC_BODY, type Structure } from './model.ts';

/** Hospitals, homes and services for those who live there or at home. */
export const HOSPITALS: readonly Structure[] = [
	{
		id: 'marees-hautes',
		kind: 'hopital',
		name: 'Hôpital des Marées Hautes',
		commune: 'B',
		what: 'Urgences, maternité et permanence d’accès aux soins',
		services: ['medecine_specialisee', 'imagerie', 'acces_aux_droits'],
		...PUBLIC_BODY,
		founded: 1934
	},
	{
		id: 'hopital-des-songes',
		kind: 'hopital',
		name: 'Hôpital de proximité des Songes',
		commune: 'S',
		what: 'Médecine polyvalente et soins de suite',
		services: ['medecine_specialisee'],
		...PUBLIC_BODY,
		founded: 1956
	},
	{
		id: 'libellule',
		kind: 'hopital',
		name: 'Centre médico-psychologique de la Libellule',
		commune: 'N',
		what: 'Consultations de psychiatrie, deux jours par semaine',
		services: ['sante_mentale'],
		...PUBLIC_BODY
	},
	{
		id: 'bottes-de-sept-lieues',
		kind: 'etablissement_medico_social',
		name: 'SSIAD des Bottes de Sept Lieues',
		commune: 'P',
		what: 'Soixante places de soins à domicile',
		services: ['soins_infirmiers', 'visites_domicile'],
		publics: ['personnes_agees'],
		...ASSOCIATION
	},
	{
		id: 'baleine-verte',
		kind: 'etablissement_medico_social',
		name: 'Résidence de la Baleine Verte',
		commune: 'L',
		what: 'Quatre-vingts résidents et un jardin ouvert',
		publics: ['personnes_agees'],
		...ASSOCIATION
	},
	{
		id: 'cerf-volant',
		kind: 'etablissement_medico_social',
		name: 'Maison des adolescents du Cerf-volant',
		commune: 'B',
		what: 'Accueil sans rendez-vous de 11 à 21 ans',
		services: ['accueil_jeunes', 'sante_mentale'],
		publics: ['enfants_jeunes'],
		...ASSOCIATION,
		founded: 2012
	},
	{
		id: 'pont-de-papier',
		kind: 'etablissement_medico_social',
		name: 'SAMSAH du Pont de Papier',
		commune: 'B',
		what: 'Accompagne trente adultes chez eux',
		services: ['accompagnement_social'],
		publics: ['handicap'],
		...ASSOCIATION
	},
	{
		id: 'esat-sablier',
		kind: 'etablissement_medico_social',
		name: 'ESAT du Sablier Renversé',
		commune: 'F',
		what: 'Ateliers de reliure et de jardinage',
		publics: ['handicap'],
		...ASSOCIATION,
		founded: 1988
	}
];

export const OUTREACH: readonly Structure[] = [
	{
		id: 'renard-patient',
		kind: 'equipe_mobile',
		name: 'Équipe mobile du Renard Patient',
		commune: 'B',
		what: 'Va vers les personnes à la rue et en squat',
		services: ['aller_vers', 'mediation_sante'],
		publics: ['sans_abri', 'exiles'],
		founded: 2018
	},
	{
		id: 'ricochet',
		kind: 'equipe_mobile',
		name: 'Médicobus Ricochet',
		commune: 'N',
		what: 'Un médecin et une infirmière sur les places de village',
		services: ['aller_vers', 'medecine_generale'],
		publics: ['ruraux', 'patients_sans_medecin_traitant'],
		founded: 2023
	},
	{
		id: 'maraude-lampions',
		kind: 'equipe_mobile',
		name: 'Maraude des Mille Lampions',
		commune: 'B',
		what: 'Chaque soir de novembre à mars',
		services: ['aller_vers'],
		publics: ['sans_abri'],
		founded: 2010
	},
	{
		id: 'phare-immobile',
		kind: 'csapa',
		name: 'CSAPA du Phare Immobile',
		commune: 'B',
		what: 'Soins et prévention des addictions',
		services: ['addictologie'],
		publics: ['usagers_drogues'],
		...ASSOCIATION,
		founded: 1996
	},
	{
		id: 'bouee-rayee',
		kind: 'csapa',
		name: 'CAARUD La Bouée Rayée',
		commune: 'B',
		what: 'Réduction des risques, accueil de jour',
		services: ['addictologie', 'depistage'],
		publics: ['usagers_drogues', 'precaires'],
		...ASSOCIATION,
		founded: 2006
	}
];

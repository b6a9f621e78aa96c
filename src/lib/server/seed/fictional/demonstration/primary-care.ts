import { ASSOCIATION, SISA, type Structure } from './model.ts';

/** First contact with care, and those who organise it. */
export const PRIMARY_CARE: readonly Structure[] = [
	{
		id: 'la-lanterne',
		kind: 'centre_de_sante_communautaire',
		name: 'La Lanterne, centre de santé communautaire',
		commune: 'B',
		what: 'Quatre médecins, deux infirmières et trois médiatrices au pied des tours',
		services: ['medecine_generale', 'mediation_sante', 'acces_aux_droits'],
		publics: ['habitants_quartier', 'precaires'],
		...ASSOCIATION,
		founded: 2017
	},
	{
		id: 'trois-ponts',
		kind: 'centre_de_sante',
		name: 'Centre de santé des Trois Ponts',
		commune: 'B',
		what: 'Médecine générale, soins infirmiers et dentaire en tiers payant',
		services: ['medecine_generale', 'soins_infirmiers', 'dentaire'],
		publics: ['tous'],
		...ASSOCIATION,
		founded: 1982
	},
	{
		id: 'dune-bavarde',
		kind: 'centre_de_sante',
		name: 'Centre municipal de la Dune Bavarde',
		commune: 'L',
		what: 'Trois médecins salariés par la commune',
		services: ['medecine_generale', 'soins_non_programmes'],
		publics: ['patients_sans_medecin_traitant'],
		legalForm: 'régie municipale',
		ess: false,
		founded: 2020
	},
	{
		id: 'croissant-de-lune',
		kind: 'centre_de_sante',
		name: 'Centre dentaire du Croissant de Lune',
		commune: 'B',
		what: 'Cinq fauteuils, sans dépassement',
		services: ['dentaire'],
		...ASSOCIATION,
		founded: 1999
	},
	{
		id: 'infirmieres-du-murmure',
		kind: 'centre_de_sante',
		name: 'Centre de soins infirmiers du Murmure',
		commune: 'P',
		what: 'Tournées infirmières dans onze villages',
		services: ['soins_infirmiers', 'visites_domicile'],
		publics: ['personnes_agees', 'ruraux'],
		...ASSOCIATION,
		founded: 1974
	},
	{
		id: 'hibou-astronome',
		kind: 'maison_de_sante',
		name: 'Maison de santé du Hibou Astronome',
		commune: 'S',
		what: 'Douze professionnels libéraux et un projet commun',
		services: ['medecine_generale', 'kinesitherapie', 'education_therapeutique'],
		...SISA,
		founded: 2015
	},
	{
		id: 'msp-lucioles',
		kind: 'maison_de_sante',
		name: 'Maison de santé des Lucioles',
		commune: 'L',
		what: 'Neuf professionnels, deux maîtres de stage',
		services: ['medecine_generale', 'maieutique'],
		...SISA,
		founded: 2018
	},
	{
		id: 'moulin-a-paroles',
		kind: 'maison_de_sante',
		name: 'Maison de santé du Moulin à Paroles',
		commune: 'P',
		what: 'Sept professionnels dans un ancien moulin',
		services: ['medecine_generale', 'orthophonie'],
		...SISA,
		founded: 2013
	},
	{
		id: 'nuage-carre',
		kind: 'maison_de_sante',
		name: 'Maison de santé du Nuage Carré',
		commune: 'N',
		what: 'Quatre professionnels qui cherchent un successeur',
		services: ['medecine_generale'],
		publics: ['ruraux'],
		...SISA,
		founded: 2011
	},
	{
		id: 'cabinet-du-flocon',
		kind: 'maison_de_sante',
		name: 'Cabinet secondaire du Flocon',
		commune: 'F',
		what: 'Un médecin, deux demi-journées par semaine',
		services: ['medecine_generale'],
		publics: ['ruraux'],
		...SISA,
		founded: 2022
	},
	{
		id: 'cpts-brume',
		kind: 'cpts',
		name: 'CPTS Brume, Dune et Songes',
		commune: 'B',
		what: 'Cent quarante professionnels sur six communes',
		services: ['coordination', 'soins_non_programmes'],
		...ASSOCIATION,
		founded: 2019
	},
	{
		id: 'ville-hopital',
		kind: 'reseau',
		name: 'Réseau ville-hôpital du Murmure',
		commune: 'P',
		what: 'Prépare les sorties d’hospitalisation',
		services: ['coordination'],
		...ASSOCIATION,
		founded: 2008
	},
	{
		id: 'cigognes',
		kind: 'reseau',
		name: 'Réseau périnatal des Cigognes en Papier',
		commune: 'B',
		what: 'Suit les grossesses d’un bout à l’autre du territoire',
		services: ['maieutique', 'coordination'],
		publics: ['femmes'],
		...ASSOCIATION,
		founded: 2005
	},
	{
		id: 'boussoles',
		kind: 'reseau',
		name: 'Dispositif d’appui des Boussoles',
		commune: 'B',
		what: 'Répond aux situations complexes',
		services: ['coordination'],
		publics: ['personnes_agees', 'malades_chroniques'],
		...ASSOCIATION,
		founded: 2021
	},
	{
		id: 'union-liberale',
		kind: 'profession_liberale',
		name: 'Union imaginaire des professions libérales',
		commune: 'B',
		what: 'Représente les professionnels de ville',
		...ASSOCIATION
	},
	{
		id: 'escargot-aile',
		kind: 'entreprise',
		name: 'Pharmacie de l’Escargot Ailé',
		commune: 'S',
		what: 'Livre à domicile les jours de brume',
		services: ['pharmacie'],
		legalForm: 'société',
		ess: false,
		founded: 1961
	}
];

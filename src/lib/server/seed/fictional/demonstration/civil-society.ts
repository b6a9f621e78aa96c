import { ASSOCIATION, PUBLIC_BODY, type Structure } from './model.ts';

/** Associations, cooperatives, universities, firms. */
export const CIVIL_SOCIETY: readonly Structure[] = [
	{
		id: 'grand-parapluie',
		kind: 'association',
		name: 'Le Grand Parapluie',
		commune: 'B',
		what: 'Habitantes et habitants du quartier des tours',
		publics: ['habitants_quartier'],
		...ASSOCIATION,
		founded: 2014
	},
	{
		id: 'langues-de-brume',
		kind: 'association',
		name: 'Langues de Brume',
		commune: 'B',
		what: 'Interprétariat en vingt-deux langues',
		services: ['interpretariat'],
		publics: ['exiles'],
		...ASSOCIATION,
		founded: 2009
	},
	{
		id: 'passeuses-de-songe',
		kind: 'association',
		name: 'Les Passeuses de Songe',
		commune: 'S',
		what: 'Médiation en santé de porte en porte',
		services: ['mediation_sante', 'acces_aux_droits'],
		publics: ['precaires', 'femmes'],
		...ASSOCIATION,
		founded: 2016
	},
	{
		id: 'velos-de-la-dune',
		kind: 'association',
		name: 'Les Vélos de la Dune',
		commune: 'L',
		what: 'Ateliers, prêt et livraison à vélo',
		services: ['activite_physique', 'transport'],
		...ASSOCIATION
	},
	{
		id: 'aidants-du-murmure',
		kind: 'association',
		name: 'Aidants du Murmure',
		commune: 'P',
		what: 'Du répit pour ceux qui aident',
		publics: ['aidants'],
		...ASSOCIATION
	},
	{
		id: 'sucre-et-nuages',
		kind: 'association',
		name: 'Sucre et Nuages',
		commune: 'N',
		what: 'Des patients qui vivent avec un diabète',
		services: ['education_therapeutique'],
		publics: ['malades_chroniques'],
		...ASSOCIATION
	},
	{
		id: 'ribambelle',
		kind: 'association',
		name: 'La Ribambelle',
		commune: 'N',
		what: 'Café des parents, deux matins par semaine',
		publics: ['enfants_jeunes'],
		...ASSOCIATION
	},
	{
		id: 'jardin-des-simples',
		kind: 'association',
		name: 'Jardin des Simples d’Hiver',
		commune: 'N',
		what: 'Potager partagé et cuisine de saison',
		services: ['dietetique'],
		...ASSOCIATION
	},
	{
		id: 'marche-et-maree',
		kind: 'association',
		name: 'Marche et Marée',
		commune: 'L',
		what: 'Sport-santé sur la plage',
		services: ['activite_physique'],
		publics: ['malades_chroniques'],
		...ASSOCIATION
	},
	{
		id: 'usagers-du-songe',
		kind: 'association',
		name: 'Usagers de la santé du Songe',
		commune: 'S',
		what: 'Siège au comité de pilotage, sans partenaire connu',
		publics: ['tous'],
		...ASSOCIATION
	},
	{
		id: 'horloges-lentes',
		kind: 'association',
		name: 'Les Horloges Lentes',
		commune: 'F',
		what: 'Visites aux personnes âgées isolées',
		publics: ['personnes_agees'],
		...ASSOCIATION
	},
	{
		id: 'toits-de-brume',
		kind: 'association',
		name: 'Toits de Brume',
		commune: 'B',
		what: 'Hébergement et logement accompagné',
		services: ['accompagnement_social'],
		publics: ['sans_abri'],
		...ASSOCIATION,
		founded: 1991
	},
	{
		id: 'etoile-distraite',
		kind: 'association',
		name: 'Maison des femmes de l’Étoile Distraite',
		commune: 'B',
		what: 'Accueil, soins et droit sous un même toit',
		services: ['sante_sexuelle', 'acces_aux_droits'],
		publics: ['femmes', 'victimes_violences'],
		...ASSOCIATION,
		founded: 2019
	},
	{
		id: 'girouette',
		kind: 'scic',
		name: 'SCIC La Girouette',
		commune: 'B',
		what: 'Coopérative qui porte les emplois partagés du territoire',
		services: ['coordination'],
		legalForm: 'SCIC',
		ess: true,
		founded: 2021
	},
	{
		id: 'sept-girouettes',
		kind: 'scic',
		name: 'L’Épicerie des Sept Girouettes',
		commune: 'L',
		what: 'Alimentation de qualité, prix selon les moyens',
		services: ['dietetique'],
		legalForm: 'SCIC',
		ess: true,
		founded: 2020
	},
	{
		id: 'universite-des-brumes',
		kind: 'universite',
		name: 'Université des Brumes',
		commune: 'B',
		what: 'Santé publique et recherche participative',
		...PUBLIC_BODY
	},
	{
		id: 'sages-femmes-de-papier',
		kind: 'universite',
		name: 'École de maïeutique des Cigognes',
		commune: 'B',
		what: 'Quarante étudiantes par promotion',
		...PUBLIC_BODY
	},
	{
		id: 'atelier-des-communs',
		kind: 'think_tank',
		name: 'Atelier des Communs imaginaires',
		commune: 'B',
		what: 'Études sur les coopérations de santé',
		...ASSOCIATION
	},
	{
		id: 'laboratoire-des-bulles',
		kind: 'entreprise',
		name: 'Laboratoire des Bulles',
		commune: 'B',
		what: 'Analyses médicales',
		legalForm: 'société',
		ess: false
	},
	{
		id: 'tortue-pressee',
		kind: 'entreprise',
		name: 'Navettes de la Tortue Pressée',
		commune: 'P',
		what: 'Transport à la demande, huit minibus',
		services: ['transport'],
		legalForm: 'société coopérative',
		ess: true
	}
];

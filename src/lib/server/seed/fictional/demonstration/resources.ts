import type { Resource } from './model.ts';

/** What is put in common. */
export const SHARED: readonly Resource[] = [
	{
		id: 'rez-de-chaussee-marelle',
		kind: 'locaux',
		name: 'Rez-de-chaussée de la Marelle',
		what: 'Deux cents mètres carrés au pied des tours, loyer modéré',
		capacity: '200 m²',
		holder: 'habitat-marelle',
		users: 'la-lanterne grand-parapluie bouee-rayee',
		commune: 'B'
	},
	{
		id: 'cuisine-du-parapluie',
		kind: 'locaux',
		name: 'Cuisine pédagogique du Grand Parapluie',
		what: 'Ateliers de cuisine et repas partagés',
		capacity: '14 places',
		holder: 'grand-parapluie',
		users: 'sept-girouettes la-lanterne toits-de-brume',
		commune: 'B'
	},
	{
		id: 'salle-de-la-baleine',
		kind: 'locaux',
		name: 'Salle commune de la Baleine',
		what: 'Tout le monde s’en sert, personne ne sait qui la tient',
		capacity: '40 places',
		users: 'baleine-verte velos-de-la-dune dune-bavarde',
		commune: 'L'
	},
	{
		id: 'cabinet-du-moulin',
		kind: 'locaux',
		name: 'Cabinet de passage du Moulin',
		what: 'Un cabinet pour les consultations avancées de spécialistes',
		capacity: '1 cabinet, 3 jours par semaine',
		holder: 'moulin-a-paroles',
		users: 'marees-hautes cigognes',
		commune: 'P'
	},
	{
		id: 'mediatrices',
		kind: 'personnel_partage',
		name: 'Trois médiatrices en santé',
		what: 'Une équipe, quatre lieux de permanence',
		capacity: '2,5 ETP',
		holder: 'passeuses-de-songe',
		users: 'la-lanterne trois-ponts marees-hautes hibou-astronome',
		commune: 'S'
	},
	{
		id: 'interpretes',
		kind: 'personnel_partage',
		name: 'Interprètes de permanence',
		what: 'Sur place ou par téléphone, facturés au quart d’heure',
		capacity: '60 heures par mois',
		holder: 'langues-de-brume',
		users: 'la-lanterne marees-hautes renard-patient etoile-distraite phare-immobile',
		commune: 'B'
	},
	{
		id: 'psychologue',
		kind: 'personnel_partage',
		name: 'Psychologue du lundi',
		what: 'Un poste réparti entre quatre accueils',
		capacity: '1 ETP',
		holder: 'cerf-volant',
		users: 'hibou-astronome msp-lucioles etoile-distraite',
		commune: 'B'
	},
	{
		id: 'camion-de-consultation',
		kind: 'vehicule',
		name: 'Camion de consultation',
		what: 'Deux cabinets sur roues',
		capacity: '4 tournées par semaine',
		holder: 'trois-brumes',
		users: 'ricochet phare-immobile nuage-carre',
		commune: 'N'
	},
	{
		id: 'velos-cargos',
		kind: 'vehicule',
		name: 'Vélos-cargos de soins',
		what: 'Matériel médical et repas',
		capacity: '6 vélos',
		holder: 'velos-de-la-dune',
		users: 'bottes-de-sept-lieues infirmieres-du-murmure sept-girouettes',
		commune: 'L'
	},
	{
		id: 'agenda-des-soins',
		kind: 'outil',
		name: 'Agenda des soins non programmés',
		what: 'Créneaux ouverts le jour même',
		capacity: '38 agendas',
		holder: 'cpts-brume',
		users: 'trois-ponts dune-bavarde hibou-astronome msp-lucioles moulin-a-paroles marees-hautes',
		commune: 'B'
	},
	{
		id: 'carnet-de-parcours',
		kind: 'outil',
		name: 'Carnet de parcours',
		what: 'Messagerie et plan d’aide, avec l’accord de la personne',
		capacity: '210 comptes',
		holder: 'boussoles',
		users: 'ville-hopital bottes-de-sept-lieues ccas-du-songe hopital-des-songes',
		commune: 'B'
	},
	{
		id: 'navette-vers-le-soin',
		kind: 'service',
		name: 'Navette vers le soin',
		what: 'À la demande, deux euros le trajet',
		capacity: '8 minibus',
		holder: 'tortue-pressee',
		users: 'moulin-a-paroles infirmieres-du-murmure hopital-des-songes aidants-du-murmure',
		commune: 'P'
	},
	{
		id: 'ligne-de-nuit',
		kind: 'service',
		name: 'Ligne d’écoute de nuit',
		what: 'De 20 h à 8 h, toute l’année',
		capacity: '4 écoutants',
		holder: 'phare-immobile',
		users: 'maraude-lampions bouee-rayee',
		commune: 'B'
	},
	{
		id: 'fonds-des-lampions',
		kind: 'fonds',
		name: 'Fonds d’entraide des Lampions',
		what: 'Avance les frais de santé et de transport',
		capacity: '18 000 € par an',
		holder: 'toits-de-brume',
		users: 'maraude-lampions renard-patient ccas-du-songe',
		commune: 'B'
	},
	{
		id: 'groupement-des-marees',
		kind: 'structure_juridique',
		name: 'Groupement d’employeurs des Marées',
		what: 'Emploie onze salariés pour cinq structures',
		capacity: '11 salariés',
		holder: 'girouette',
		users: 'la-lanterne hibou-astronome moulin-a-paroles velos-de-la-dune',
		commune: 'B'
	}
];

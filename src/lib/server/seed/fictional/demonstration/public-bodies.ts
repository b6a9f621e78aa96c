import { PUBLIC_BODY, type Structure } from './model.ts';

/** Communes, landlords, insurers; then those who are there to pay. */
export const PUBLIC_BODIES: readonly Structure[] = [
	{
		id: 'ville-de-brume',
		kind: 'collectivite',
		name: 'Ville de Brume-et-Dune',
		commune: 'B',
		what: 'Direction de la santé et atelier santé ville',
		legalForm: 'commune',
		ess: false
	},
	{
		id: 'trois-brumes',
		kind: 'collectivite',
		name: 'Communauté de communes des Trois Brumes',
		commune: 'B',
		what: 'Six communes, une compétence santé depuis 2022',
		legalForm: 'intercommunalité',
		ess: false
	},
	{
		id: 'ccas-du-songe',
		kind: 'collectivite',
		name: 'CCAS de Songe-sous-Brume',
		commune: 'S',
		what: 'Action sociale de la commune',
		services: ['accompagnement_social'],
		...PUBLIC_BODY
	},
	{
		id: 'petits-bateaux',
		kind: 'collectivite',
		name: 'PMI des Petits Bateaux',
		commune: 'L',
		what: 'Consultations de la petite enfance',
		publics: ['enfants_jeunes'],
		legalForm: 'service départemental',
		ess: false
	},
	{
		id: 'mairie-du-flocon',
		kind: 'collectivite',
		name: 'Commune de Flocon-sous-Sablier',
		commune: 'F',
		what: 'Cherche un médecin depuis cinq ans',
		legalForm: 'commune',
		ess: false
	},
	{
		id: 'departement-des-dunes',
		kind: 'collectivite',
		name: 'Département imaginaire des Dunes',
		commune: 'B',
		what: 'Solidarités et investissement',
		legalForm: 'département',
		ess: false
	},
	{
		id: 'ville-des-songes',
		kind: 'gip',
		name: 'GIP Ville des Songes',
		commune: 'S',
		what: 'Pilote le contrat de ville',
		publics: ['habitants_qpv'],
		legalForm: 'GIP',
		ess: false
	},
	{
		id: 'habitat-marelle',
		kind: 'bailleur',
		name: 'Habitat Marelle',
		commune: 'B',
		what: 'Bailleur social, deux mille logements',
		legalForm: 'office public',
		ess: false
	},
	{
		id: 'logis-des-dunes',
		kind: 'bailleur',
		name: 'Logis des Dunes',
		commune: 'L',
		what: 'Bailleur social du littoral',
		legalForm: 'société d’HLM',
		ess: false
	},
	{
		id: 'caisse-des-brumes',
		kind: 'assurance_maladie',
		name: 'Caisse imaginaire d’assurance maladie des Brumes',
		commune: 'B',
		what: 'Mission accompagnement santé',
		legalForm: 'organisme de sécurité sociale',
		ess: false
	},
	{
		id: 'mutuelle-de-l-horloge',
		kind: 'mutuelle',
		name: 'Mutuelle de l’Horloge Lente',
		commune: 'B',
		what: 'Gère des œuvres sanitaires et sociales',
		legalForm: 'mutuelle',
		ess: true,
		founded: 1921
	},
	{
		id: 'coquillage',
		kind: 'mutuelle',
		name: 'Mutuelle du Coquillage',
		commune: 'L',
		what: 'Mutuelle des gens de mer',
		legalForm: 'mutuelle',
		ess: true,
		founded: 1947
	}
];

export const FUNDERS: readonly Pick<Structure, 'id' | 'kind' | 'name' | 'what' | 'ess'>[] = [
	{
		id: 'fondation-lune-bleue',
		kind: 'fondation',
		name: 'Fondation de la Lune Bleue',
		what: 'Soutient les soins de premier recours',
		ess: true
	},
	{
		id: 'fondation-ours-jardinier',
		kind: 'fondation',
		name: 'Fondation de l’Ours Jardinier',
		what: 'Alimentation et santé',
		ess: true
	},
	{
		id: 'banque-du-nuage',
		kind: 'financeur',
		name: 'Banque solidaire du Nuage',
		what: 'Prête aux coopératives',
		ess: true
	},
	{
		id: 'fonds-du-large',
		kind: 'financeur',
		name: 'Fonds européen imaginaire du Large',
		what: 'Cofinance les investissements'
	},
	{
		id: 'credits-de-ville',
		kind: 'etat',
		name: 'Crédits fictifs de la politique de la ville',
		what: 'Un appel à projets par an',
		ess: false
	}
];

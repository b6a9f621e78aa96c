import type { Relation } from '#lib/domain/entities.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { Life, Voice } from '../dressing.ts';

/**
 * Who is tied to whom, written by hand so that the picture tells a story: a dense town, villages
 * around their maison de santé, one cooperative that holds posts, and those who stand apart.
 * A line is one source and its targets.
 */
export const TIES: readonly (readonly [type: RelationType, lines: readonly string[]])[] = [
	[
		'COOPERATES_WITH',
		[
			'la-lanterne grand-parapluie trois-ponts renard-patient etoile-distraite ville-de-brume caisse-des-brumes passeuses-de-songe',
			'trois-ponts cpts-brume croissant-de-lune caisse-des-brumes marees-hautes mutuelle-de-l-horloge',
			'cpts-brume hibou-astronome msp-lucioles moulin-a-paroles dune-bavarde marees-hautes boussoles trois-brumes',
			'hibou-astronome hopital-des-songes ccas-du-songe passeuses-de-songe ville-des-songes',
			'moulin-a-paroles infirmieres-du-murmure bottes-de-sept-lieues ville-hopital tortue-pressee',
			'msp-lucioles dune-bavarde cigognes baleine-verte',
			'nuage-carre ricochet sucre-et-nuages trois-brumes',
			'ricochet trois-brumes sucre-et-nuages infirmieres-du-murmure',
			'renard-patient maraude-lampions toits-de-brume bouee-rayee langues-de-brume marees-hautes',
			'phare-immobile bouee-rayee marees-hautes cerf-volant',
			'marees-hautes hopital-des-songes ville-hopital cigognes boussoles pont-de-papier',
			'boussoles bottes-de-sept-lieues aidants-du-murmure pont-de-papier ccas-du-songe hopital-des-songes',
			'etoile-distraite cigognes langues-de-brume ville-de-brume',
			'girouette sept-girouettes velos-de-la-dune universite-des-brumes grand-parapluie',
			'universite-des-brumes la-lanterne cpts-brume passeuses-de-songe cerf-volant',
			'grand-parapluie passeuses-de-songe langues-de-brume etoile-distraite',
			'toits-de-brume la-lanterne marees-hautes',
			'aidants-du-murmure bottes-de-sept-lieues baleine-verte',
			'cpts-brume nuage-carre ricochet caisse-des-brumes',
			'trois-brumes ccas-du-songe moulin-a-paroles',
			'sept-girouettes sucre-et-nuages',
			'velos-de-la-dune msp-lucioles',
			'bouee-rayee maraude-lampions',
			'ville-de-brume habitat-marelle ville-des-songes grand-parapluie',
			'ribambelle jardin-des-simples',
			'marche-et-maree coquillage',
			'toits-de-brume maraude-lampions'
		]
	],
	[
		'REFERS_TO',
		[
			'marees-hautes la-lanterne boussoles renard-patient dune-bavarde',
			'maraude-lampions la-lanterne bouee-rayee',
			'caisse-des-brumes trois-ponts passeuses-de-songe',
			'cerf-volant phare-immobile hibou-astronome',
			'etoile-distraite la-lanterne',
			'ccas-du-songe passeuses-de-songe hibou-astronome',
			'ricochet moulin-a-paroles',
			'petits-bateaux msp-lucioles',
			'infirmieres-du-murmure cabinet-du-flocon',
			'nuage-carre hopital-des-songes',
			'escargot-aile hibou-astronome'
		]
	],
	[
		'ACCOMPANIES',
		[
			'atelier-des-communs girouette',
			'girouette la-lanterne hibou-astronome',
			'union-liberale cpts-brume',
			'boussoles aidants-du-murmure',
			'langues-de-brume passeuses-de-songe',
			'mutuelle-de-l-horloge croissant-de-lune'
		]
	],
	[
		'HOSTS',
		[
			'habitat-marelle la-lanterne etoile-distraite',
			'trois-ponts phare-immobile',
			'hopital-des-songes ville-hopital',
			'ville-de-brume cerf-volant cpts-brume',
			'toits-de-brume renard-patient',
			'baleine-verte velos-de-la-dune',
			'logis-des-dunes coquillage'
		]
	],
	[
		'SHARES_WITH',
		[
			'trois-ponts croissant-de-lune',
			'msp-lucioles dune-bavarde',
			'bottes-de-sept-lieues infirmieres-du-murmure',
			'bouee-rayee phare-immobile',
			'pont-de-papier cerf-volant',
			'cigognes sages-femmes-de-papier'
		]
	],
	[
		'MANAGES',
		[
			'mutuelle-de-l-horloge trois-ponts croissant-de-lune esat-sablier',
			'marees-hautes renard-patient',
			'phare-immobile bouee-rayee',
			'toits-de-brume maraude-lampions',
			'trois-brumes ricochet'
		]
	],
	['GOVERNS', ['ville-de-brume ville-des-songes habitat-marelle', 'trois-brumes ville-des-songes']],
	[
		'SHAREHOLDER_OF',
		[
			'la-lanterne girouette',
			'hibou-astronome girouette',
			'moulin-a-paroles girouette',
			'trois-brumes girouette',
			'grand-parapluie girouette sept-girouettes',
			'velos-de-la-dune girouette'
		]
	],
	[
		'MEMBER_OF',
		[
			'hibou-astronome cpts-brume',
			'msp-lucioles cpts-brume',
			'moulin-a-paroles cpts-brume',
			'nuage-carre cpts-brume',
			'trois-ponts cpts-brume',
			'dune-bavarde cpts-brume',
			'escargot-aile cpts-brume',
			'marees-hautes cigognes ville-hopital',
			'hopital-des-songes ville-hopital'
		]
	],
	[
		'FUNDS',
		[
			'fondation-lune-bleue la-lanterne passeuses-de-songe langues-de-brume renard-patient mediatrices cerf-volant grand-parapluie',
			'fondation-ours-jardinier sept-girouettes cuisine-du-parapluie jardin-des-simples',
			'banque-du-nuage girouette laboratoire-des-bulles',
			'fonds-du-large camion-de-consultation trois-brumes',
			'credits-de-ville la-lanterne grand-parapluie ville-des-songes etoile-distraite',
			'caisse-des-brumes cpts-brume trois-ponts hibou-astronome msp-lucioles moulin-a-paroles',
			'departement-des-dunes ricochet bottes-de-sept-lieues cerf-volant',
			'ville-de-brume dune-bavarde navette-vers-le-soin'
		]
	]
];

/** Structures that take part in the project, beside the two that lead it and the few that support it. */
export const LEADERS = 'cpts-brume girouette';
export const PARTICIPANTS =
	'la-lanterne trois-ponts dune-bavarde hibou-astronome msp-lucioles moulin-a-paroles nuage-carre cabinet-du-flocon marees-hautes hopital-des-songes boussoles ville-hopital passeuses-de-songe grand-parapluie renard-patient phare-immobile cerf-volant etoile-distraite ville-de-brume trois-brumes ccas-du-songe caisse-des-brumes habitat-marelle universite-des-brumes usagers-du-songe ribambelle marche-et-maree petits-bateaux';
export const SUPPORTERS = 'mairie-du-flocon union-liberale logis-des-dunes';
/** Nothing is known of them but the ARS they fall under. */
export const ALONE = 'horloges-lentes libellule';

/** Ties whose story is told by hand instead of drawn. */
export const STORIES: readonly {
	type: RelationType;
	source: string;
	target: string;
	given: Partial<Relation>;
	life: Life;
	voice: Voice;
}[] = [
	{
		type: 'HOSTS',
		source: 'logis-des-dunes',
		target: 'dune-bavarde',
		given: {
			since: '2016',
			until: '2020-08',
			detail: 'local prêté avant l’ouverture du centre municipal'
		},
		life: 'ended',
		voice: 'both'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'nuage-carre',
		target: 'mairie-du-flocon',
		given: {
			since: '2015',
			until: '2021',
			detail: 'permanence médicale, arrêtée au départ du médecin'
		},
		life: 'ended',
		voice: 'third'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'hopital-des-songes',
		target: 'msp-lucioles',
		given: { since: '2012', until: '2019', detail: 'garde commune' },
		life: 'ended',
		voice: 'source'
	},
	{
		type: 'FUNDS',
		source: 'fondation-lune-bleue',
		target: 'etoile-distraite',
		given: {
			since: '2019',
			until: '2022',
			amountEur: 90_000,
			amountPeriod: '2019-2022',
			stage: 'paid',
			detail: 'amorçage'
		},
		life: 'ended',
		voice: 'both'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'nuage-carre',
		target: 'marees-hautes',
		given: { since: '2030', detail: 'téléconsultations de cardiologie' },
		life: 'planned',
		voice: 'both'
	},
	{
		type: 'HOSTS',
		source: 'baleine-verte',
		target: 'infirmieres-du-murmure',
		given: { since: '2030-09', detail: 'antenne du littoral' },
		life: 'planned',
		voice: 'source'
	},
	{
		type: 'SHARES_WITH',
		source: 'cabinet-du-flocon',
		target: 'moulin-a-paroles',
		given: { since: '2031', detail: 'secrétariat commun' },
		life: 'planned',
		voice: 'target'
	},
	{
		type: 'REFERS_TO',
		source: 'dune-bavarde',
		target: 'baleine-verte',
		given: { since: '2022', detail: 'séjours de répit, que la résidence dit ne pas proposer' },
		life: 'alive',
		voice: 'contradicted'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'ville-des-songes',
		target: 'usagers-du-songe',
		given: { since: '2021', until: '2024', detail: 'conseil citoyen' },
		life: 'ended',
		voice: 'inferred'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'trois-brumes',
		target: 'tortue-pressee',
		given: { detail: 'desserte des lieux de soin' },
		life: 'alive',
		voice: 'silent'
	},
	{
		type: 'COOPERATES_WITH',
		source: 'la-lanterne',
		target: 'bouee-rayee',
		given: {
			since: '2018-03',
			intensity: 'agreement',
			detail: 'dépistages au centre, un jeudi sur deux'
		},
		life: 'alive',
		voice: 'both'
	}
];

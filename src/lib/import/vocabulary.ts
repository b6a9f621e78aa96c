import { foldText } from '#lib/domain/text.ts';
import { ACTOR_KINDS, type ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { kindOfCategory } from './finess/categories.ts';
import {
	FUNDING_STAGES,
	INTENSITIES,
	RELATION_TYPES,
	type FundingStage,
	type Intensity,
	type RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import { RESOURCE_KINDS, type ResourceKind } from '#lib/domain/vocabulary/resource-kinds.ts';

const words = (line: string): readonly string[] => line.split(' | ');

/** Words people write for a kind, folded, in the singular. */
const KINDS: Partial<Record<ActorKind, readonly string[]>> = {
	centre_de_sante: words('cds | health centre | health center | centre de soins infirmiers'),
	centre_de_sante_communautaire: words('community health centre | community health center'),
	maison_de_sante: words(
		'msp | maison de sante pluriprofessionnelle | maison de sante pluridisciplinaire | maison de sante l 6223 3 | pole de sante | multidisciplinary practice'
	),
	cpts: words(
		'communaute professionnelle territoriale de sante | communaute professionnelle territoriale de sante cpts'
	),
	reseau: words(
		'reseau de sante | plateforme | federation | network | dac | dispositif d appui a la coordination'
	),
	profession_liberale: words('urps | ordre professionnel | professional order'),
	hopital: words(
		'ch | chu | chr | centre hospitalier | centre hospitalier c h | centre hospitalier regional | centre hospitalier regional c h r | centre hospitalier ex hopital local | hospital | clinique'
	),
	etablissement_medico_social: words(
		'esms | ehpad | ssiad | medico social | etablissement medico social | appartement de coordination therapeutique'
	),
	equipe_mobile: words('bus | medicobus | maraude | mobile team | outreach team'),
	csapa: words(
		'caarud | addictologie | addiction | centre soins accompagnement prevention addictologie csapa'
	),
	association: words('asso | assoc | ong | ngo | association loi 1901 | charity'),
	scic: words('cooperative | societe cooperative d interet collectif'),
	universite: words('university | faculte | recherche'),
	collectivite: words(
		'commune | mairie | intercommunalite | epci | conseil departemental | conseil regional | ccas | cias | collectivite territoriale | local authority | municipality'
	),
	etat: words('prefecture | ministere | service de l etat | state'),
	gip: words('groupement d interet public'),
	bailleur: words('bailleur social | landlord'),
	assurance_maladie: words('cpam | cnam | caf | cgss | msa | health insurance'),
	mutuelle: words('mutualite | union mutualiste | mutual'),
	entreprise: words('societe | company | sarl | sas'),
	fondation: words('foundation'),
	financeur: words('funder | banque'),
	ars: words('agence regionale de sante')
};

/** Words people write for a kind of resource. */
const RESOURCES: Partial<Record<ResourceKind, readonly string[]>> = {
	locaux: words('local | bureau | batiment | salle | cabinet | premises | room | building'),
	personnel_partage: words(
		'personnel | poste | poste partage | salarie | mediateur | coordinateur | infirmier | staff | shared staff | shared post'
	),
	vehicule: words('bus | voiture | camion | minibus | vehicle | car | van'),
	outil: words(
		'logiciel | systeme d information | materiel | equipement | tool | software | equipment'
	),
	service: words('prestation | permanence'),
	fonds: words('caisse | budget | fund'),
	structure_juridique: words('association porteuse | gcs | gcsms | legal vehicle')
};

const TYPES: Partial<Record<RelationType, readonly string[]>> = {
	COOPERATES_WITH: words(
		'coopere avec | cooperation | partenariat | partenaire | convention | travaille avec | collaboration | collabore avec | works with | partner | partnership'
	),
	REFERS_TO: words('oriente vers | orientation | adresse a | refers | referral'),
	ACCOMPANIES: words('accompagne | accompagnement | appui | supports with'),
	HOLDS: words('detient | possede'),
	USES: words('utilise | usager de'),
	HOSTS: words('heberge | hebergement | accueille | met a disposition des locaux | hosting'),
	SHARES_WITH: words(
		'partage avec | mutualise avec | mutualisation | partage | partage ressource | shares'
	),
	FUNDS: words('finance | financement | subvention | subventionne | funding | grant'),
	MANAGES: words('gere | gestion | gestionnaire de'),
	GOVERNS: words('gouverne | gouvernance | preside'),
	SHAREHOLDER_OF: words('societaire de | societaire'),
	MEMBER_OF: words('membre de | membre | adherent de | adhere a | adhesion | member | membership'),
	LEADS: words('porte | porte projet | porteur | porteur de projet'),
	TAKES_PART_IN: words(
		'participe a | participe au projet | participe | participant | participates in'
	),
	SUPPORTS: words('soutient | soutien | support'),
	OVERSEEN_BY: words('releve de | releve de ars')
};

const STAGES: Record<FundingStage, readonly string[]> = {
	asked: words('demande | demandee | requested'),
	granted: words(
		'accorde | accordee | attribue | attribuee | vote | votee | notifie | aide en numeraire | en numeraire | numeraire'
	),
	paid: words('verse | versee | paye | payee'),
	in_kind: words('aide en nature | en nature | nature | in kind')
};

const INTENSITY: Record<Intensity, readonly string[]> = {
	contact: ['contacts'],
	exchange: words('echange | echanges'),
	joint_action: words('action commune | actions communes | action conjointe'),
	agreement: words('convention | convention signee | accord')
};

function reader<T extends string>(
	codes: readonly T[],
	synonyms: Partial<Record<T, readonly string[]>>
): (raw: string) => T | undefined {
	const known = new Map<string, T>();
	for (const code of codes) {
		for (const word of synonyms[code] ?? []) known.set(word, code);
		known.set(foldText(code), code);
	}
	return (raw) => {
		const folded = foldText(raw);
		return known.get(folded) ?? known.get(folded.replace(/(\p{L}{2})s\b/gu, '$1'));
	};
}

const readKindWord = reader<ActorKind>(ACTOR_KINDS, KINDS);

/** The kind a word or a FINESS category means, `undefined` for one we do not know. */
export const readKind = (raw: string): ActorKind | undefined =>
	kindOfCategory(raw) ?? readKindWord(raw);
export const readResourceKind = reader<ResourceKind>(RESOURCE_KINDS, RESOURCES);
export const readType = reader<RelationType>(
	RELATION_TYPES.filter((type) => type !== 'LOCATED_IN' && type !== 'PART_OF'),
	TYPES
);
export const readStage = reader<FundingStage>(FUNDING_STAGES, STAGES);
export const readIntensity = reader<Intensity>(INTENSITIES, INTENSITY);

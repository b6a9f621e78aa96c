import { foldText } from '#lib/domain/text.ts';
import type { TableKind } from './choices.ts';

/** Each field of a table with the headers people give it, folded, in French and English. */
type Synonyms = Readonly<Record<string, readonly string[]>>;

const list = (words: string): readonly string[] => words.split(' | ');

const STRUCTURES: Synonyms = {
	id: list('id | identifiant maillage'),
	name: list(
		'name | nom | nom de la structure | nom structure | structure | raison sociale | denomination | organisme | nom de l organisme | nom organisme | etablissement | nom de l etablissement | nom etablissement | association | nom de l association | nom association | intitule | libelle | label | organisation | organization | organisation name | organization name | nom usuel | nom complet | nom cpts | nom msp | rs | partenaire | nom du partenaire'
	),
	kind: list(
		'kind | type | type de structure | type structure | categorie | category | categorie de structure | type d etablissement | categetab | code categorie | type de partenaire | element type'
	),
	legalForm: list(
		'legalform | legal form | libstatutjuridique | forme juridique | statut juridique | statut'
	),
	siren: list('siren | n siren | no siren | numero siren'),
	siret: list('siret | n siret | no siret | numero siret | siret siege'),
	finess: list(
		'finess | n finess | no finess | numero finess | nofinesset | nofiness | numfinessege | finess et | finess geographique | finess etablissement | num finess'
	),
	manager: list(
		'manager | nofinessej | finess ej | finess juridique | n finess juridique | numero finess juridique | finess entite juridique | gestionnaire | finess gestionnaire'
	),
	rna: list('rna | n rna | no rna | numero rna | identifiant rna | waldec | code rna'),
	commune: list(
		'commune | ville | city | town | localite | nom commune | nom de la commune | municipality'
	),
	codeInsee: list(
		'codeinsee | code insee | insee | code commune | depcom | code insee commune | insee code | code insee de la commune'
	),
	postalCode: list(
		'postalcode | code postal | cp | codepostal | postal code | zip | zip code | postcode'
	),
	departement: list(
		'departement | dept | dep | department | code departement | dpt | numero departement | n departement'
	),
	region: list('region | nom region | code region | nom de la region'),
	lat: list('lat | latitude'),
	lon: list('lon | lng | long | longitude'),
	foundedYear: list(
		'foundedyear | annee de creation | date de creation | creation | founded | year founded | date d ouverture | dateouv | annee creation | annee d ouverture | creee le | cree le | date creation'
	),
	website: list('website | site | site web | site internet | web | url | adresse web | www'),
	description: list(
		'description | libcategetab | presentation | activite | activites | missions | mission | objet'
	),
	services: list('services | service | offre | offre de soins | prestations'),
	publics: list(
		'publics | public | public accueilli | publics accueillis | beneficiaires | audience'
	),
	ess: list('ess | economie sociale et solidaire | social economy')
};

const END_SOURCE =
	'source | de | from | from id | source id | id source | structure a | structure 1 | structure | acteur a | acteur 1 | acteur | origine | idattribuant | funder siret | siret financeur | identification de l attributaire | identification de l attribuant | siret attribuant';
const END_TARGET =
	'target | vers | a | to | to id | target id | id target | cible | structure b | structure 2 | acteur b | acteur 2 | partenaire | partenaires | destinataire | idbeneficiaire | recipient siret | identification du beneficiaire | siret beneficiaire | siret du beneficiaire | n siret';

const TIES: Synonyms = {
	id: list('id'),
	source: list(END_SOURCE),
	sourceName: list(
		'sourcename | nom source | source name | nom de la source | financeur | funder | payeur | nomattribuant | nom attribuant | nom de l attribuant | attribuant | hebergeur'
	),
	sourceCommune: list(
		'commune source | commune a | source commune | commune structure a | commune 1'
	),
	target: list(END_TARGET),
	targetName: list(
		'targetname | nom cible | target name | nom de la cible | beneficiaire | recipient | nombeneficiaire | nom beneficiaire | nom du beneficiaire | heberge'
	),
	targetCommune: list(
		'commune cible | commune b | target commune | commune structure b | commune 2'
	),
	targetRna: list('rnabeneficiaire | rna beneficiaire | recipient rna'),
	type: list(
		'type | type de lien | lien | relation | nature du lien | type de relation | kind | tie | link type | relationship | connection type | relation type'
	),
	detail: list(
		'detail | details | objet | purpose | objet de la subvention | precision | precisions | commentaire | commentaires | comment | description'
	),
	since: list(
		'since | depuis | debut | date de debut | date debut | year start | annee debut | start | start date | dateconvention | date convention | agreement date | date de la convention'
	),
	until: list(
		'until | jusqu a | fin | date de fin | date fin | year end | annee fin | end | end date'
	),
	intensity: list('intensity | intensite'),
	amountEur: list(
		'amounteur | montant | amount | amount eur | montant eur | montant euros | montant en euros | montant total | montant de la subvention | montant total de la subvention | subvention'
	),
	amountPeriod: list(
		'amountperiod | periode | period | exercice | datesperiodeversement | dates periode versement | date ou periode de versement | periode du montant | annee budgetaire'
	),
	stage: list('stage | etat du financement | funding stage | nature | nature de la subvention'),
	projectId: list('projectid | project id | projet | project')
};

const RESOURCES: Synonyms = {
	name: list(
		'name | ressource | nom de la ressource | ressource partagee | resource | shared resource | nom | intitule'
	),
	kind: list('kind | type | type de ressource | resource type | nature | categorie'),
	holder: list(
		'holder | detenteur | detenue par | proprietaire | porteur | portee par | held by | owner | structure qui la detient'
	),
	holderCommune: list('commune du detenteur | holder commune | holder city | owner city'),
	users: list(
		'users | utilisateurs | utilisee par | beneficiaires | partagee avec | partenaires | used by | shared with'
	),
	capacity: list('capacity | capacite | surface | taille'),
	since: list('since | depuis | debut | date de debut | start | start date'),
	commune: list('commune | ville | city | town | localite'),
	codeInsee: list('codeinsee | code insee | insee | code commune | insee code'),
	description: list('description | presentation | precision | precisions | commentaire | comment'),
	projectId: list('projectid | project id | projet | project')
};

/** What only our own exports say, under the names of the data model. */
const OURS: Record<TableKind, readonly string[]> = {
	structures: [
		'nature',
		'status',
		'coverage',
		'startYear',
		'endYear',
		'accessDimensions',
		'projectId'
	],
	ties: ['resourceId', 'status', 'certainty', 'verdict', 'sources', 'sourceTitles'],
	resources: []
};

const SYNONYMS: Record<TableKind, Synonyms> = {
	structures: STRUCTURES,
	ties: TIES,
	resources: RESOURCES
};

/** The fields a column of such a table can be read as. */
export const fieldsOf = (table: TableKind, ours = false): readonly string[] => [
	...Object.keys(SYNONYMS[table]),
	...(ours ? OURS[table] : [])
];

/** The field a header means, and how usual a word for it that is: 0 for the first of them. */
export interface Meaning {
	field: string;
	rank: number;
}

function byHeader(table: TableKind): ReadonlyMap<string, Meaning> {
	return new Map(
		Object.entries(SYNONYMS[table]).flatMap(([field, words]) =>
			words.map((word, rank): [string, Meaning] => [word, { field, rank }])
		)
	);
}
const BY_HEADER: Record<TableKind, ReadonlyMap<string, Meaning>> = {
	structures: byHeader('structures'),
	ties: byHeader('ties'),
	resources: byHeader('resources')
};

/** `nomAttribuant` and `NOM_Beneficiaire` read as words: the marks of the header do not matter. */
export function meaningOfHeader(
	header: string,
	table: TableKind,
	ours = false
): Meaning | undefined {
	if (ours && OURS[table].includes(header)) return { field: header, rank: 0 };
	const folded = foldText(header.replace(/[°º]/g, ' ').replace(/\(.*?\)/g, ' '));
	const known = BY_HEADER[table];
	return known.get(folded) ?? known.get(folded.replaceAll(' ', ''));
}

export const fieldOfHeader = (header: string, table: TableKind): string | undefined =>
	meaningOfHeader(header, table)?.field;

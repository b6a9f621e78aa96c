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
		'foundedyear | annee de creation | date de creation | creation | founded | year founded | date d ouverture | dateouv | annee creation | annee d ouverture'
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
	'source | de | from | from id | source id | id source | structure a | structure 1 | structure | acteur a | acteur 1 | acteur | origine | idattribuant | identification de l attributaire | identification de l attribuant | siret attribuant';
const END_TARGET =
	'target | vers | a | to | to id | target id | id target | cible | structure b | structure 2 | acteur b | acteur 2 | partenaire | partenaires | destinataire | idbeneficiaire | identification du beneficiaire | siret beneficiaire';

const TIES: Synonyms = {
	id: list('id'),
	source: list(END_SOURCE),
	sourceName: list(
		'sourcename | nom source | nom de la source | financeur | funder | payeur | nomattribuant | nom attribuant | nom de l attribuant | attribuant | hebergeur'
	),
	sourceCommune: list(
		'commune source | commune a | source commune | commune structure a | commune 1'
	),
	target: list(END_TARGET),
	targetName: list(
		'targetname | nom cible | nom de la cible | beneficiaire | recipient | nombeneficiaire | nom beneficiaire | nom du beneficiaire | heberge'
	),
	targetCommune: list(
		'commune cible | commune b | target commune | commune structure b | commune 2'
	),
	targetRna: list('rnabeneficiaire | rna beneficiaire'),
	type: list(
		'type | type de lien | lien | relation | nature du lien | type de relation | kind | tie | link type | relationship | connection type | relation type'
	),
	detail: list(
		'detail | details | objet | precision | precisions | commentaire | commentaires | comment | description'
	),
	since: list(
		'since | depuis | debut | date de debut | date debut | year start | annee debut | start | start date | dateconvention | date convention | date de la convention'
	),
	until: list(
		'until | jusqu a | fin | date de fin | date fin | year end | annee fin | end | end date'
	),
	intensity: list('intensity | intensite'),
	amountEur: list(
		'amounteur | montant | amount | amount eur | montant eur | montant euros | montant en euros | montant total | montant de la subvention | subvention'
	),
	amountPeriod: list(
		'amountperiod | periode | exercice | datesperiodeversement | periode du montant | annee budgetaire'
	),
	stage: list('stage | etat du financement | nature'),
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
	ties: ['resourceId', 'status', 'certainty', 'verdict', 'sources', 'sourceTitles']
};

const SYNONYMS: Record<TableKind, Synonyms> = { structures: STRUCTURES, ties: TIES };

/** The fields a column of such a table can be read as. */
export const fieldsOf = (table: TableKind, ours = false): readonly string[] => [
	...Object.keys(SYNONYMS[table]),
	...(ours ? OURS[table] : [])
];

function byHeader(table: TableKind): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(SYNONYMS[table]).flatMap(([field, words]) => words.map((word) => [word, field]))
	);
}
const BY_HEADER: Record<TableKind, ReadonlyMap<string, string>> = {
	structures: byHeader('structures'),
	ties: byHeader('ties')
};

/** `nomAttribuant` and `NOM_Beneficiaire` read as words: the marks of the header do not matter. */
export function fieldOfHeader(header: string, table: TableKind, ours = false): string | undefined {
	if (ours && OURS[table].includes(header)) return header;
	const folded = foldText(header.replace(/[°º]/g, ' ').replace(/\(.*?\)/g, ' '));
	const known = BY_HEADER[table];
	return known.get(folded) ?? known.get(folded.replaceAll(' ', ''));
}

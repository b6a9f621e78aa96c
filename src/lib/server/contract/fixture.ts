/*
 * A small territory whose every answer is known by hand. North: a health centre leads a project with an
 * association, holds premises that a CPTS uses, is paid by a bank. South: another project, tied to the
 * north by one cooperation. Far: a town hall hosts someone, nowhere near either project.
 */
import type { Change, ChangeSet } from '#lib/domain/changes.ts';
import type {
	Actor,
	ArsRegion,
	Claim,
	Funder,
	GraphNode,
	HealthProject,
	Relation,
	SharedResource,
	Source,
	Territory
} from '#lib/domain/entities.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { createClaim, createNode, createRelation } from '../changes/codecs.ts';

/** A plain actor. */
export const actor = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
	label: 'Actor',
	id,
	name,
	kind: 'association',
	...more
});
const north = { region: '11', departement: '93', commune: 'Saint-Denis' };
const south = { region: '93', departement: '13', commune: 'Marseille' };

const centre = actor('a-centre', 'Centre de santé de l’Hôpital-Neuf', {
	...north,
	kind: 'centre_de_sante',
	ess: true,
	legalForm: 'SCIC',
	codeInsee: '93066',
	lat: 48.936,
	lon: 2.357,
	placePrecision: 'commune',
	services: ['medecine_generale', 'dentaire'],
	publics: ['tous']
});
const cpts = actor('a-cpts', 'CPTS du Grand Hôpital', { ...north, kind: 'cpts' });
const asso = actor('a-asso', 'Les Œuvres de la Plaine', {
	region: '11',
	departement: '75',
	commune: 'Paris',
	ess: false
});
const alone = actor('a-alone', 'Équipe mobile « L’Été »', {
	region: '11',
	departement: '75',
	kind: 'equipe_mobile',
	ess: true
});
const southern = actor('a-sud', 'Hôpital de la Côte', { ...south, kind: 'hopital' });
const far = actor('a-far', 'Maison de santé du Far', {
	region: '76',
	departement: '31',
	kind: 'maison_de_sante'
});
const townHall = actor('a-mairie', 'Mairie', { kind: 'collectivite' });
const bank: Funder = { label: 'Funder', id: 'f-banque', name: 'Banque d’essai', kind: 'financeur' };
const ars: ArsRegion = {
	label: 'ArsRegion',
	id: 'ars-11',
	name: 'ARS Île-de-France',
	kind: 'ars',
	code: '11',
	region: '11'
};
const premises: SharedResource = {
	label: 'SharedResource',
	id: 'res-locaux',
	name: 'Locaux de l’hôpital',
	kind: 'locaux',
	projectId: 'prj-nord',
	...north
};
const vehicle: SharedResource = {
	label: 'SharedResource',
	id: 'res-vehicule',
	name: 'Véhicule',
	kind: 'vehicule',
	...south
};
const northProject: HealthProject = {
	label: 'HealthProject',
	id: 'prj-nord',
	name: 'Projet du Nord',
	kind: 'cls',
	region: '11',
	status: 'current',
	coverage: 'partial',
	startYear: 2019,
	accessDimensions: ['financiere', 'geographique'],
	figures: ['patients@2022=1200']
};
const southProject: HealthProject = {
	label: 'HealthProject',
	id: 'prj-sud',
	name: 'Projet du Sud',
	kind: 'msp',
	region: '93',
	status: 'planned',
	coverage: 'single_page'
};
const territory: Territory = {
	label: 'Territory',
	id: 't-93066',
	name: 'Saint-Denis',
	level: 'commune',
	code: '93066',
	population: 113000
};
const report: Source = {
	label: 'Source',
	id: 's-rapport',
	name: 'Rapport d’étude',
	publisher: 'Éditeur',
	year: 2022,
	accessed: '2024-03-01'
};
const site: Source = {
	label: 'Source',
	id: 's-site',
	name: 'Site du centre',
	publisherId: 'a-centre',
	url: 'https://example.org/'
};

/** By id. */
export const NODES: readonly GraphNode[] = [
	alone,
	asso,
	centre,
	cpts,
	far,
	townHall,
	southern,
	ars,
	bank,
	northProject,
	southProject,
	premises,
	vehicle,
	report,
	site,
	territory
];

/** A relation with its ends. */
export const relation = (
	id: string,
	source: string,
	type: RelationType,
	target: string,
	more: Partial<Relation> = {}
): Relation => ({ id, type, source, target, ...more });

/** By id. */
export const RELATIONS: readonly Relation[] = [
	relation('r-ars', 'a-centre', 'OVERSEEN_BY', 'ars-11'),
	relation('r-coop', 'a-centre', 'COOPERATES_WITH', 'a-asso', {
		projectId: 'prj-nord',
		since: '2019',
		intensity: 'agreement'
	}),
	relation('r-coop-out', 'a-asso', 'COOPERATES_WITH', 'a-sud'),
	relation('r-funds', 'f-banque', 'FUNDS', 'prj-nord', {
		amountEur: 50000,
		amountPeriod: '2022-2024',
		stage: 'granted'
	}),
	relation('r-funds-sud', 'f-banque', 'FUNDS', 'a-sud', { stage: 'paid', amountEur: 1250.5 }),
	relation('r-halo', 'a-sud', 'REFERS_TO', 'a-far'),
	relation('r-holds', 'a-centre', 'HOLDS', 'res-locaux'),
	relation('r-hosts', 'a-mairie', 'HOSTS', 'a-far', { resourceId: 'res-vehicule' }),
	relation('r-leads', 'a-centre', 'LEADS', 'prj-nord', { projectId: 'prj-nord' }),
	// Marked with a project it must not bring into: a place is no cooperation.
	relation('r-located', 'a-centre', 'LOCATED_IN', 't-93066', { projectId: 'prj-sud' }),
	relation('r-sud', 'a-sud', 'TAKES_PART_IN', 'prj-sud'),
	relation('r-uses', 'a-cpts', 'USES', 'res-locaux')
];

/** By id. */
export const CLAIMS: readonly Claim[] = [
	{
		id: 'c-coop-1',
		aboutId: 'r-coop',
		by: 'a-centre',
		says: 'exists',
		how: 'stated',
		sourceId: 's-rapport',
		section: 'p. 12',
		firstSeen: '2022'
	},
	{ id: 'c-coop-2', aboutId: 'r-coop', by: 'Éditeur', says: 'exists', how: 'inferred' },
	{
		id: 'c-form',
		aboutId: 'a-centre',
		property: 'legalForm',
		by: 'a-centre',
		says: 'value',
		value: '"SCIC"',
		how: 'stated',
		sourceId: 's-site'
	},
	{
		id: 'c-funds',
		aboutId: 'r-funds',
		by: 'f-banque',
		says: 'exists',
		how: 'stated',
		sourceId: 's-site'
	},
	{ id: 'c-located', aboutId: 'r-located', by: 'INSEE', says: 'exists', how: 'stated' }
];

export const CREATIONS: readonly Change[] = [
	...NODES.map(createNode),
	...RELATIONS.map(createRelation),
	...CLAIMS.map(createClaim)
];

/** A change set by the suite, always at the same instant: nothing may sort by time. */
export const changeSet = (
	changes: readonly Change[],
	more: Partial<Omit<ChangeSet, 'changes'>> = {}
): ChangeSet => ({
	who: 'contract',
	why: 'essai',
	at: '2025-01-02T03:04:05.000Z',
	origin: { kind: 'import', name: 'fixture.csv', checksum: 'abc' },
	...more,
	changes
});

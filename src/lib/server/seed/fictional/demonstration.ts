import type { HealthProject } from '#lib/domain/entities.ts';
import { FICTIONAL_REGION_CODE } from '#lib/domain/vocabulary/regions.ts';
import { CIVIL_SOCIETY } from './demonstration/civil-society.ts';
import { HOSPITALS, OUTREACH } from './demonstration/hospitals-and-outreach.ts';
import { COMMUNES } from './demonstration/model.ts';
import { PRIMARY_CARE } from './demonstration/primary-care.ts';
import { FUNDERS, PUBLIC_BODIES } from './demonstration/public-bodies.ts';
import { SHARED } from './demonstration/resources.ts';
import { ALONE, LEADERS, PARTICIPANTS, STORIES, SUPPORTERS, TIES } from './demonstration/ties.ts';
import {
	ARS_ID,
	FICTIONAL_NOTE,
	FICTIONAL_PREFIX,
	GraphBuilder,
	type FictionalGraph
} from './graph.ts';
import { PUBLISHERS } from './names.ts';

const STRUCTURES = [...PRIMARY_CARE, ...HOSPITALS, ...OUTREACH, ...CIVIL_SOCIETY, ...PUBLIC_BODIES];
/** Any number will do; this one draws every verdict and status in good proportion. */
const SEED = 1912;
export const DEMONSTRATION_PROJECT_ID = `${FICTIONAL_PREFIX}brume-et-dune`;

const idOf = (name: string): string => FICTIONAL_PREFIX + name;
const words = (text: string): string[] => text.split(' ');
const told = (what: string): string => `${what}. ${FICTIONAL_NOTE}`;

const PROJECT: HealthProject = {
	label: 'HealthProject',
	id: DEMONSTRATION_PROJECT_ID,
	name: 'Brume-et-Dune, projet territorial de santé',
	description: told('Six communes de la vallée du Murmure s’organisent autour du premier recours'),
	kind: 'pts',
	status: 'current',
	startYear: 2021,
	territoryText: 'Communauté de communes des Trois Brumes (territoire imaginaire)',
	communes: Object.values(COMMUNES),
	objectives:
		'Un médecin pour chacun, des soins à moins de vingt minutes, et personne qui renonce faute d’être compris.',
	accessDimensions: ['financiere', 'geographique', 'sociale_psychologique'],
	services: [
		'medecine_generale',
		'mediation_sante',
		'soins_non_programmes',
		'aller_vers',
		'transport'
	],
	publics: ['tous', 'precaires', 'ruraux', 'patients_sans_medecin_traitant'],
	economicModel: [
		'subventions_publiques',
		'aci_assurance_maladie',
		'capital_cooperatif',
		'mecenat'
	],
	evaluation: 'Enquête auprès des habitants en 2025, suivie par l’Université des Brumes.',
	figures: [
		'habitants_couverts@2025=41200',
		'medecins@2025=27',
		'patients_medecin_traitant@2025=1380'
	],
	coverage: 'survey'
};

const SOURCES: readonly [title: string, year: number, survey: boolean, publisher?: string][] = [
	['enquête auprès des structures', 2024, true],
	['seconde enquête auprès des structures', 2026, true],
	['rapport d’activité de La Lanterne', 2025, false, 'la-lanterne'],
	['diagnostic territorial partagé', 2024, false],
	['contrat signé par les partenaires', 2025, false, 'trois-brumes'],
	['reportage dans la vallée du Murmure', 2025, false],
	['projet de santé de la CPTS', 2024, false, 'cpts-brume'],
	['comptes de la coopérative', 2025, false, 'girouette'],
	['étude sur les locaux partagés', 2026, false, 'atelier-des-communs'],
	['délibérations du conseil', 2024, false, 'ville-de-brume'],
	['annuaire des permanences', 2026, false],
	['liste des subventions', 2025, false]
];

function addSources(graph: GraphBuilder): void {
	SOURCES.forEach(([title, year, survey, publisher], i) =>
		graph.source(
			{
				label: 'Source',
				id: idOf(`source-${i + 1}`),
				name: `Source fictive n°\u00a0${i + 1}\u202f: ${title}`,
				description: FICTIONAL_NOTE,
				year,
				section: 'tout (fiction)',
				...(publisher === undefined
					? { publisher: graph.random.pick(PUBLISHERS) }
					: {
							publisher: STRUCTURES.find((s) => s.id === publisher)?.name ?? publisher,
							publisherId: idOf(publisher)
						})
			},
			survey
		)
	);
}

/** Structures, funders, resources: in no real region, and without coordinates, since a made-up place must not fall on a real commune. */
function addCast(graph: GraphBuilder): void {
	graph.node({
		label: 'ArsRegion',
		id: ARS_ID,
		name: 'ARS fictive des Brumes',
		kind: 'ars',
		code: FICTIONAL_REGION_CODE,
		description: FICTIONAL_NOTE
	});
	graph.node(PROJECT);
	for (const { id, what, commune, founded, services, publics, ...rest } of STRUCTURES)
		graph.node({
			label: 'Actor',
			id: idOf(id),
			...rest,
			description: told(what),
			commune: COMMUNES[commune],
			...(founded === undefined ? {} : { foundedYear: founded }),
			...(services === undefined ? {} : { services: [...services] }),
			...(publics === undefined ? {} : { publics: [...publics] })
		});
	for (const { id, what, ...rest } of FUNDERS)
		graph.node({ label: 'Funder', id: idOf(id), ...rest, description: told(what) });
	for (const { id, kind, name, what, capacity, commune } of SHARED)
		graph.node({
			label: 'SharedResource',
			id: idOf(id),
			kind,
			name,
			capacity,
			description: told(what),
			commune: COMMUNES[commune],
			projectId: PROJECT.id
		});
}

/** What the project's page says of itself rests on sources too. */
function addFacts(graph: GraphBuilder): void {
	for (const property of ['services', 'publics', 'economicModel', 'figures', 'evaluation'] as const)
		graph.claim(PROJECT.id, property, JSON.stringify(PROJECT[property]));
}

function addTies(graph: GraphBuilder): void {
	const mark = { projectId: PROJECT.id };
	for (const [type, lines] of TIES)
		for (const line of lines) {
			const [source = '', ...targets] = words(line);
			for (const target of targets) graph.relate(type, idOf(source), idOf(target), mark);
		}
	for (const { type, source, target, given, life, voice } of STORIES)
		graph.relate(type, idOf(source), idOf(target), { ...mark, ...given }, { life, voice });
	for (const { id, holder, users } of SHARED) {
		if (holder !== undefined) graph.relate('HOLDS', idOf(holder), idOf(id), mark);
		for (const user of words(users)) graph.relate('USES', idOf(user), idOf(id), mark);
	}
}

function addFrame(graph: GraphBuilder): void {
	const mark = { projectId: PROJECT.id };
	for (const id of words(LEADERS))
		graph.relate('LEADS', idOf(id), PROJECT.id, mark, { voice: 'both' });
	for (const id of words(PARTICIPANTS)) graph.relate('TAKES_PART_IN', idOf(id), PROJECT.id, mark);
	for (const id of words(SUPPORTERS)) graph.relate('SUPPORTS', idOf(id), PROJECT.id, mark);
	graph.relate('FUNDS', ARS_ID, PROJECT.id, {
		...mark,
		since: '2024',
		amountEur: 240_000,
		amountPeriod: '2024-2026',
		stage: 'granted',
		detail: 'fonds d’intervention imaginaire'
	});
	const overseen = [
		'marees-hautes',
		'hopital-des-songes',
		'cpts-brume',
		'phare-immobile',
		...words(ALONE)
	];
	for (const id of [...overseen.map(idOf), PROJECT.id])
		graph.relate('OVERSEEN_BY', id, ARS_ID, mark, { voice: 'inferred' });
}

/**
 * The fictional territory of `/demonstration`: one project, sixty structures of a valley that does
 * not exist, with every family of ties, kind of resource, verdict, status and class of isolation.
 * Who is tied to whom is written by hand; dates, intensities and claims are drawn, always the same.
 */
export function demonstrationTerritory(): FictionalGraph {
	const graph = new GraphBuilder(SEED);
	addSources(graph);
	addCast(graph);
	addFacts(graph);
	addTies(graph);
	addFrame(graph);
	return graph.done();
}

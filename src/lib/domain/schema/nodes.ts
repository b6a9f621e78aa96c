import * as v from 'valibot';
import {
	NODE_LABELS,
	type Actor,
	type ArsRegion,
	type Funder,
	type GraphNode,
	type HealthProject,
	type NodeLabel,
	type SharedResource,
	type Source,
	type Territory
} from '../entities.ts';
import { ACTOR_KINDS } from '../vocabulary/actor-kinds.ts';
import {
	ACCESS_DIMENSIONS,
	COVERAGES,
	ECONOMIC_MODELS,
	PROJECT_KINDS,
	PROJECT_STATUSES,
	PUBLICS,
	SERVICES
} from '../vocabulary/project-kinds.ts';
import { isDepartementCode, isRegionCode } from '../vocabulary/regions.ts';
import { RESOURCE_KINDS } from '../vocabulary/resource-kinds.ts';
import { isCommuneCode, isSiren } from './identifiers.ts';
import * as p from './primitives.ts';
import { parseWith, type Parsed, type Rule } from './problem.ts';

const base = { id: p.id, name: p.text, description: v.optional(p.text) };

const place = {
	commune: v.optional(p.text),
	codeInsee: v.optional(p.communeCode),
	postalCode: v.optional(p.postalCode),
	departement: v.optional(p.departement),
	region: v.optional(p.region),
	lat: v.optional(p.latitude),
	lon: v.optional(p.longitude),
	placePrecision: v.optional(v.picklist(['address', 'commune']))
};

const organisation = {
	...base,
	...place,
	kind: v.picklist(ACTOR_KINDS),
	legalForm: v.optional(p.text),
	ess: v.optional(v.boolean()),
	siren: v.optional(p.siren),
	siret: v.optional(p.siret),
	finess: v.optional(p.finess),
	rna: v.optional(p.rna),
	foundedYear: v.optional(p.year),
	website: v.optional(p.url),
	services: v.optional(p.texts),
	publics: v.optional(p.texts),
	collectionNote: v.optional(v.picklist(['seat_to_check', 'few_ties', 'ties_not_collected']))
};

/** The fields of each label: what a record of it may hold, and nothing else. */
export const NODE_SCHEMAS = {
	Actor: v.strictObject({ label: v.literal('Actor'), ...organisation }),
	Funder: v.strictObject({ label: v.literal('Funder'), ...organisation }),
	ArsRegion: v.strictObject({ label: v.literal('ArsRegion'), ...organisation, code: p.arsCode }),
	SharedResource: v.strictObject({
		label: v.literal('SharedResource'),
		...base,
		...place,
		kind: v.picklist(RESOURCE_KINDS),
		capacity: v.optional(p.text),
		projectId: v.optional(p.id)
	}),
	HealthProject: v.strictObject({
		label: v.literal('HealthProject'),
		...base,
		kind: v.picklist(PROJECT_KINDS),
		territoryText: v.optional(p.text),
		communes: v.optional(p.texts),
		codesInsee: v.optional(p.communeCodes),
		region: v.optional(p.region),
		startYear: v.optional(p.year),
		endYear: v.optional(p.year),
		status: v.picklist(PROJECT_STATUSES),
		objectives: v.optional(p.text),
		accessDimensions: v.optional(p.listOf(v.picklist(ACCESS_DIMENSIONS))),
		services: v.optional(p.listOf(v.picklist(SERVICES))),
		publics: v.optional(p.listOf(v.picklist(PUBLICS))),
		economicModel: v.optional(p.listOf(v.picklist(ECONOMIC_MODELS))),
		evaluation: v.optional(p.text),
		figures: v.optional(v.array(p.figure)),
		coverage: v.picklist(COVERAGES)
	}),
	Territory: v.strictObject({
		label: v.literal('Territory'),
		...base,
		level: v.picklist(['commune', 'epci', 'departement', 'region']),
		code: p.text,
		population: v.optional(p.population),
		lat: v.optional(p.latitude),
		lon: v.optional(p.longitude)
	}),
	Source: v.strictObject({
		label: v.literal('Source'),
		...base,
		publisher: v.optional(p.text),
		publisherId: v.optional(p.id),
		year: v.optional(p.year),
		url: v.optional(p.url),
		section: v.optional(p.text),
		accessed: v.optional(p.date),
		date: v.optional(p.date),
		replacedBy: v.optional(p.id)
	})
} as const;

type Placed = { lat?: number | undefined; lon?: number | undefined };

const wholePlace = ({ lat, lon }: Placed): boolean => (lat === undefined) === (lon === undefined);

/** Spreadsheets and geocoders write "unknown" as 0°, 0°, in the Gulf of Guinea. */
const notAtZero = ({ lat, lon }: Placed): boolean => lat !== 0 || lon !== 0;

const yearsInOrder = ({ startYear, endYear }: HealthProject): boolean =>
	startYear === undefined || endYear === undefined || endYear >= startYear;

const CODE_OF_LEVEL = {
	commune: isCommuneCode,
	epci: isSiren,
	departement: isDepartementCode,
	region: isRegionCode
};

const PLACED: readonly (Rule<Placed> & { field: 'lat' })[] = [
	{ field: 'lat', test: wholePlace, code: 'place_incomplete' },
	{ field: 'lat', test: notAtZero, code: 'place_at_zero' }
];

const PARSERS: { [L in NodeLabel]: (input: unknown) => Parsed<GraphNode> } = {
	Actor: (input) => parseWith<Actor>(NODE_SCHEMAS.Actor, input, PLACED),
	Funder: (input) => parseWith<Funder>(NODE_SCHEMAS.Funder, input, PLACED),
	ArsRegion: (input) => parseWith<ArsRegion>(NODE_SCHEMAS.ArsRegion, input, PLACED),
	SharedResource: (input) => parseWith<SharedResource>(NODE_SCHEMAS.SharedResource, input, PLACED),
	HealthProject: (input) =>
		parseWith<HealthProject>(NODE_SCHEMAS.HealthProject, input, [
			{ field: 'endYear', test: yearsInOrder, code: 'ends_before_start' }
		]),
	Territory: (input) =>
		parseWith<Territory>(NODE_SCHEMAS.Territory, input, [
			...PLACED,
			{ field: 'code', test: (t) => CODE_OF_LEVEL[t.level](t.code), code: 'bad_territory_code' }
		]),
	Source: (input) => parseWith<Source>(NODE_SCHEMAS.Source, input)
};

const labelled = v.looseObject({ label: v.picklist(NODE_LABELS) });

/** The label of what has one of ours: found without reading the whole record, which its schema then does. */
const knownLabel = (input: unknown): NodeLabel | undefined =>
	typeof input === 'object' && input !== null && 'label' in input
		? NODE_LABELS.find((label) => label === input.label)
		: undefined;

/** A node as entities.ts describes it, or everything wrong with it. */
export function parseNode(input: unknown): Parsed<GraphNode> {
	const label = knownLabel(input);
	if (label) return PARSERS[label](input);
	const head = parseWith(labelled, input);
	return head.ok ? PARSERS[head.value.label](input) : head;
}

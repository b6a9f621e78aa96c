import { CERTAINTIES, VERDICTS } from '#lib/domain/claims.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { VERDICTS_ON_ISOLATION } from '#lib/domain/isolation-statements.ts';
import { PLACE_REFUSALS } from '#lib/domain/places/place.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import {
	COVERAGES,
	PROJECT_KINDS,
	PROJECT_STATUSES
} from '#lib/domain/vocabulary/project-kinds.ts';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import { FAMILIES, FUNDING_STAGES, RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import {
	FIGURE_FAMILIES,
	FIGURE_IDS,
	FIGURES,
	RANGE_KINDS,
	UNKNOWNS
} from '#lib/network/indicators/model.ts';
import { ISOLATION_CLASSES } from '#lib/network/model.ts';
import { TIE_CHANGES } from '#lib/network/tie-changes.ts';
import { PRECISIONS } from '#lib/network/places.ts';

export type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const count: Schema = { type: 'integer', minimum: 0 };
const flag: Schema = { type: 'boolean' };
const date: Schema = { type: 'string', description: 'YYYY, YYYY-MM or YYYY-MM-DD' };
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object: names that end with `?` may be absent, no other name is ever there. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
	const names = Object.keys(fields);
	return {
		type: 'object',
		required: names.filter((name) => !name.endsWith('?')),
		properties: Object.fromEntries(names.map((n) => [n.replace('?', ''), fields[n]])),
		additionalProperties: false
	};
}
const FIGURE_UNITS = [...new Set(Object.values(FIGURES).map(({ unit }) => unit))];
const page = (items: Schema): Schema => object({ items: list(items), 'nextCursor?': text });

const place = {
	...{ 'commune?': text, 'codeInsee?': text, 'postalCode?': text, 'departement?': text },
	...{ 'region?': text, 'lat?': number, 'lon?': number },
	'placePrecision?': oneOf(['address', 'commune'])
};
const sheet = (node: Schema, more: Readonly<Record<string, Schema>>): Schema =>
	object({
		node,
		relations: list(ref('Relation')),
		claims: list(ref('Claim')),
		'updatedAt?': text,
		...more
	});
const refs = list(ref('NodeRef'));

/** Shapes of what the API answers, by name; a test holds them against real answers. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
	NodeRef: object({
		...{ id: text, label: oneOf(NODE_LABELS), 'kind?': text, name: text, 'commune?': text }
	}),
	SourceRef: object({
		...{ id: text, name: text, 'publisher?': text, 'year?': number, 'url?': text },
		...{ 'section?': text, 'accessed?': date, 'replacedBy?': text }
	}),
	Claim: object({
		...{ id: text, says: oneOf(['exists', 'ended', 'denies', 'value']) },
		...{ how: oneOf(['stated', 'inferred']), 'value?': text, 'detail?': text },
		...{ 'firstSeen?': date, 'lastSeen?': date, 'toCheck?': flag, 'property?': text },
		...{ by: object({ 'id?': text, name: text }), 'source?': ref('SourceRef') }
	}),
	Relation: object({
		...{ id: text, type: oneOf(RELATION_TYPES), family: oneOf(FAMILIES) },
		...{ source: ref('NodeRef'), target: ref('NodeRef') },
		...{ 'project?': ref('NodeRef'), 'resource?': ref('NodeRef') },
		...{ 'detail?': text, 'since?': date, 'until?': date, 'intensity?': text },
		...{ 'amountEur?': number, 'amountPeriod?': text, 'stage?': oneOf(FUNDING_STAGES) },
		...{ status: oneOf(RELATION_STATUSES), certainty: oneOf(CERTAINTIES) },
		...{ verdict: oneOf(VERDICTS), claims: list(ref('Claim')) }
	}),
	Organisation: object({
		...{ id: text, label: oneOf(['Actor', 'Funder', 'ArsRegion']), kind: text, name: text },
		...{ 'description?': text, ...place, 'legalForm?': text, 'ess?': flag, 'siren?': text },
		...{ 'siret?': text, 'finess?': text, 'rna?': text, 'foundedYear?': number },
		...{ 'website?': text, 'services?': list(text), 'publics?': list(text) },
		...{ 'collectionNote?': text, 'code?': text }
	}),
	Resource: object({
		...{ id: text, label: oneOf(['SharedResource']), kind: text, name: text },
		...{ 'description?': text, ...place, 'capacity?': text, 'projectId?': text }
	}),
	Project: object({
		...{ id: text, label: oneOf(['HealthProject']), kind: oneOf(PROJECT_KINDS), name: text },
		...{ 'description?': text, 'territoryText?': text, 'communes?': list(text) },
		...{ 'codesInsee?': list(text), 'region?': text, 'startYear?': number, 'endYear?': number },
		...{ status: oneOf(PROJECT_STATUSES), 'objectives?': text, 'accessDimensions?': list(text) },
		...{ 'services?': list(text), 'publics?': list(text), 'economicModel?': list(text) },
		...{ 'evaluation?': text, 'figures?': list(text), coverage: oneOf(COVERAGES) }
	}),
	Source: object({
		...{ id: text, label: oneOf(['Source']), name: text, 'description?': text },
		...{ 'publisher?': text, 'publisherId?': text, 'year?': number, 'url?': text },
		...{ 'section?': text, 'accessed?': date, 'date?': date, 'replacedBy?': text }
	}),
	OrganisationSheet: sheet(ref('Organisation'), {
		...{ projects: refs, fundedBy: list(ref('Relation')), funds: list(ref('Relation')) },
		...{ holds: refs, uses: refs, 'placeRefused?': oneOf(PLACE_REFUSALS) }
	}),
	ResourceSheet: sheet(ref('Resource'), {
		...{ holders: refs, users: refs, 'project?': ref('NodeRef') }
	}),
	ProjectSheet: sheet(ref('Project'), { leads: refs }),
	SourceSheet: object({
		...{ node: ref('Source'), relations: list(ref('Relation')), nodes: refs, 'updatedAt?': text }
	}),
	ProjectCard: object({
		...{ id: text, name: text, kind: oneOf(PROJECT_KINDS), status: oneOf(PROJECT_STATUSES) },
		...{ 'region?': text, coverage: oneOf(COVERAGES), accessDimensions: list(text) },
		...{ 'startYear?': number, 'endYear?': number, 'territoryText?': text },
		...{ structures: count, cooperations: count, resources: count, apart: count },
		documented: flag
	}),
	ProjectList: page(ref('ProjectCard')),
	ActorList: page(ref('Organisation')),
	SearchHit: object({
		...{ id: text, label: oneOf(NODE_LABELS), 'kind?': text, name: text, 'commune?': text },
		'region?': text
	}),
	SearchList: object({ items: list(ref('SearchHit')) }),
	Path: object({
		...{ length: count, nodes: refs, relations: list(list(text)), sentence: text }
	}),
	PathList: object({
		...{ from: ref('NodeRef'), to: ref('NodeRef'), items: list(ref('Path')) },
		'reason?': oneOf(['same', 'past', 'apart'])
	}),
	Suggestion: object({
		...{ partner: ref('NodeRef'), score: number, reasons: list(ref('Sentence')) },
		against: list(ref('Sentence'))
	}),
	Sentence: object({ kind: text, sentence: text, 'nodes?': refs }),
	ChangeList: object({
		...{ before: object({ day: date, revision: count }) },
		...{ after: object({ day: date, revision: count }) },
		counts: object(Object.fromEntries(TIE_CHANGES.map((kind) => [kind, count]))),
		items: list(
			object({
				...{ kind: oneOf(TIE_CHANGES), relation: text, type: oneOf(RELATION_TYPES) },
				...{ family: oneOf(FAMILIES), source: ref('NodeRef'), target: ref('NodeRef') },
				sentence: text
			})
		)
	}),
	Departure: object({
		...{ node: ref('NodeRef'), items: list(ref('Sentence')) },
		funding: list(
			object({
				...{
					'period?': text,
					'since?': date,
					stage: oneOf([...FUNDING_STAGES, 'unknown']),
					eur: number
				},
				...{ known: count, unknown: count }
			})
		)
	}),
	SuggestionList: object({
		...{ actor: ref('NodeRef'), items: list(ref('Suggestion')) },
		refused: list(
			object({ claimId: text, partner: ref('NodeRef'), reason: text, by: text, 'on?': date })
		)
	}),
	RegionItem: object({
		...{ code: text, name: text, departements: list(text), projects: count, structures: count }
	}),
	RegionList: object({ items: list(ref('RegionItem')) }),
	Region: object({
		...{ code: text, name: text, departements: list(text) },
		...{ 'ars?': object({ id: text, name: text }), structures: count },
		projects: list(ref('ProjectCard'))
	}),
	IsolationRow: object({
		...{ actorId: text, class: oneOf(ISOLATION_CLASSES), reasons: list(oneOf(FAMILIES)) },
		...{ with: list(text), certainty: oneOf(['documented', 'in_data_only']), undocumented: flag },
		'disputed?': flag
	}),
	IsolatedStructure: object({
		...{ actorId: text, class: oneOf(ISOLATION_CLASSES), reasons: list(oneOf(FAMILIES)) },
		...{ with: list(text), certainty: oneOf(['documented', 'in_data_only']), undocumented: flag },
		...{ 'disputed?': flag, 'since?': date, withNames: list(text) },
		'elsewhereNames?': list(text),
		...{ name: text, kind: text, 'projectId?': text, 'region?': text, 'departement?': text },
		'statements?': list(ref('IsolationStatement'))
	}),
	IsolationStatement: object({
		...{ claimId: text, says: oneOf(VERDICTS_ON_ISOLATION), by: text, byName: text },
		...{ reason: text, 'on?': date, 'projectId?': text }
	}),
	IsolatedList: page(ref('IsolatedStructure')),
	Node: object({
		...{ id: text, label: oneOf(NODE_LABELS), kind: text, name: text, group: text, member: flag },
		...{ 'commune?': text, 'departement?': text, 'region?': text, 'ess?': flag },
		...{ 'lat?': number, 'lon?': number, 'access?': list(oneOf(ACCESS_DIMENSIONS)) }
	}),
	Edge: object({
		...{
			id: text,
			type: oneOf(RELATION_TYPES),
			family: oneOf(FAMILIES),
			source: text,
			target: text
		},
		...{ horizontal: flag, status: oneOf(RELATION_STATUSES), certainty: oneOf(CERTAINTIES) },
		...{ verdict: oneOf(VERDICTS), 'detail?': text, 'since?': date, 'until?': date },
		...{ 'projectId?': text, 'resourceId?': text, 'amountEur?': number, 'amountPeriod?': text },
		...{ 'stage?': oneOf(FUNDING_STAGES), sources: list(text) }
	}),
	OutsideTie: object({
		...{ member: text, other: object({ id: text, label: oneOf(NODE_LABELS), name: text }) },
		...{ family: oneOf(FAMILIES), horizontal: flag, status: oneOf(RELATION_STATUSES) },
		...{ certainty: oneOf(CERTAINTIES), 'since?': date, 'until?': date }
	}),
	Figure: object({
		...{ id: oneOf(FIGURE_IDS), family: oneOf(FIGURE_FAMILIES), unit: oneOf(FIGURE_UNITS) },
		...{ 'value?': number, 'unknown?': oneOf(UNKNOWNS), 'expected?': number },
		'range?': object({ low: number, high: number, kind: oneOf(RANGE_KINDS) }),
		...{ base: count, known: count, small: flag },
		parts: list(object({ key: text, value: number, 'ranks?': list(count), 'error?': number })),
		...{ name: text, formula: text, sentence: text, trust: text }
	}),
	Indicators: object({
		scope: ref('Scope'),
		...{ day: date, revision: count, documented: flag, fictional: flag },
		coverage: list(object({ coverage: oneOf(COVERAGES), projects: count })),
		items: list(ref('Figure'))
	}),
	Scope: object({
		...{ kind: oneOf(['project', 'region', 'departement', 'funder', 'all']) },
		...{ 'id?': text, 'code?': text }
	}),
	Network: object({
		scope: ref('Scope'),
		...{ day: date, revision: count, documented: flag, fictional: flag },
		...{ 'project?': ref('Project'), nodes: list(ref('Node')), edges: list(ref('Edge')) },
		isolated: list(ref('IsolationRow')),
		'outside?': list(ref('OutsideTie'))
	}),
	NetworkProofs: object({
		...{ day: date, revision: count, organisations: list(ref('Organisation')) },
		...{ resources: list(ref('Resource')), projects: list(ref('Project')) },
		relations: list(ref('Relation')),
		claims: list(object({ about: text, claims: list(ref('Claim')) }))
	}),
	SourceRefList: object({ items: list(ref('SourceRef')) }),
	Places: object({
		places: list(
			object({
				...{ lat: number, lon: number, precision: oneOf(PRECISIONS), 'commune?': text },
				nodes: list(text)
			})
		),
		without: list(text),
		refused: list(text)
	}),
	Problem: object({ type: text, title: text, status: count, detail: text })
};

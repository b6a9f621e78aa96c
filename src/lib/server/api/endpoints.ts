import { changes } from './changes.ts';
import { departure } from './departures.ts';
import type { Endpoint } from './endpoint.ts';
import { indicators } from './indicators.ts';
import { isolated } from './isolated.ts';
import { actors, projects, region, regions, search } from './lists.ts';
import {
	anyNetwork,
	projectNetwork,
	projectProofs,
	projectSources,
	proofs,
	anyPlaces,
	projectPlaces,
	sources
} from './networks.ts';
import { paths } from './paths.ts';
import type { ParameterName } from './parameters.ts';
import { suggestions } from './suggestions.ts';
import { actor, funder, project, relation, resource, source } from './sheets.ts';

const endpoint = (
	name: string,
	path: string,
	schema: string,
	parameters: readonly ParameterName[],
	answer: Endpoint['answer']
): Endpoint => ({ name, path, schema, parameters, answer });

const PAGE = ['limit', 'cursor'] as const;

/** The whole reading API: what is served, documented and tested is this table. */
export const ENDPOINTS: readonly Endpoint[] = [
	endpoint(
		'projects',
		'/projects',
		'ProjectList',
		['region', 'kind', 'access', 'q', ...PAGE],
		projects
	),
	endpoint('project', '/projects/{id}', 'ProjectSheet', ['date'], project),
	endpoint(
		'projectNetwork',
		'/projects/{id}/network',
		'Network',
		['date', 'halo', 'form'],
		projectNetwork
	),
	endpoint(
		'network',
		'/network',
		'Network',
		['region', 'department', 'funder', 'date', 'halo', 'form'],
		anyNetwork
	),
	endpoint('projectPlaces', '/projects/{id}/places', 'Places', ['date', 'halo'], projectPlaces),
	endpoint(
		'places',
		'/places',
		'Places',
		['region', 'department', 'funder', 'date', 'halo'],
		anyPlaces
	),
	endpoint(
		'projectProofs',
		'/projects/{id}/proofs',
		'NetworkProofs',
		['date', 'halo'],
		projectProofs
	),
	endpoint(
		'proofs',
		'/proofs',
		'NetworkProofs',
		['region', 'department', 'funder', 'date', 'halo'],
		proofs
	),
	endpoint(
		'projectSources',
		'/projects/{id}/sources',
		'SourceRefList',
		['date', 'halo'],
		projectSources
	),
	endpoint(
		'sources',
		'/sources',
		'SourceRefList',
		['region', 'department', 'funder', 'date', 'halo'],
		sources
	),
	endpoint(
		'actors',
		'/actors',
		'ActorList',
		['region', 'department', 'kind', 'ess', 'q', ...PAGE],
		actors
	),
	endpoint('actor', '/actors/{id}', 'OrganisationSheet', ['date'], actor),
	endpoint('resource', '/resources/{id}', 'ResourceSheet', ['date'], resource),
	endpoint('funder', '/funders/{id}', 'OrganisationSheet', ['date'], funder),
	endpoint('regions', '/regions', 'RegionList', [], regions),
	endpoint('region', '/regions/{code}', 'Region', [], region),
	endpoint('source', '/sources/{id}', 'SourceSheet', ['date'], source),
	endpoint('relation', '/relations/{id}', 'Relation', ['date'], relation),
	endpoint(
		'isolated',
		'/isolated',
		'IsolatedList',
		['project', 'region', 'department', 'scope', 'date', 'class', ...PAGE],
		isolated
	),
	endpoint('paths', '/paths', 'PathList', ['from', 'to', 'project', 'date'], paths),
	endpoint('changes', '/projects/{id}/changes', 'ChangeList', ['before', 'after'], changes),
	endpoint('departure', '/departures/{id}', 'Departure', ['project', 'date'], departure),
	endpoint('suggestions', '/suggestions', 'SuggestionList', ['actor', 'project'], suggestions),
	endpoint(
		'indicators',
		'/indicators',
		'Indicators',
		['project', 'region', 'department', 'funder', 'date'],
		indicators
	),
	endpoint('search', '/search', 'SearchList', ['q', 'limit'], search)
];

/** The endpoint an address below the API's root is for, and its variable part. */
export function endpointAt(path: string): { endpoint: Endpoint; id: string } | undefined {
	const parts = path.split('/').filter(Boolean);
	for (const candidate of ENDPOINTS) {
		const pattern = candidate.path.split('/').filter(Boolean);
		if (pattern.length !== parts.length) continue;
		if (pattern.every((part, i) => part.startsWith('{') || part === parts[i])) {
			const at = pattern.findIndex((part) => part.startsWith('{'));
			return { endpoint: candidate, id: parts[at] ?? '' };
		}
	}
	return undefined;
}

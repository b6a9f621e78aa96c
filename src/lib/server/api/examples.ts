import type { Query } from './parameters.ts';

/** What can be asked of the starter set: a call of an endpoint, by its name. */
export interface Example {
	/** In place of `{id}` or `{code}`. */
	id?: string;
	query?: Query;
}

const PROJECT = { id: 'prj-scic-richerand' };
const STRUCTURE = 'scic-richerand';

/** One call of each endpoint that answers 200 on the starter set; tests make every one of them. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
	projects: { query: { region: '11', limit: '5' } },
	project: PROJECT,
	projectNetwork: PROJECT,
	network: { query: { region: '11' } },
	projectPlaces: PROJECT,
	places: { query: { region: '11' } },
	projectProofs: PROJECT,
	proofs: { query: { department: '93' } },
	projectSources: PROJECT,
	sources: { query: { region: '11' } },
	actors: { query: { kind: 'hopital', limit: '5' } },
	actor: { id: STRUCTURE },
	resource: { id: 'res-locaux-richerand' },
	funder: { id: 'ville-de-paris' },
	regions: {},
	region: { id: '11' },
	source: { id: 'src-richerand-2022' },
	relation: { id: 'rel-0044' },
	isolated: { query: { project: PROJECT.id } },
	paths: { query: { from: STRUCTURE, to: 'ap-hp' } },
	changes: { ...PROJECT, query: { before: '2019', after: '2023' } },
	departure: { id: 'ville-de-paris' },
	suggestions: { query: { actor: STRUCTURE } },
	indicators: { query: { project: PROJECT.id } },
	search: { query: { q: 'richerand' } }
};

/** The address of an example under the API's root. */
export function exampleAddress(path: string, { id = '', query = {} }: Example): string {
	const asked = new URLSearchParams(Object.entries(query)).toString();
	return path.replace(/\{\w+\}/, encodeURIComponent(id)) + (asked === '' ? '' : `?${asked}`);
}

import { m } from './paraglide/messages.js';

const TEXTS = {
	projects: m.api_projects,
	project: m.api_project,
	projectNetwork: m.api_project_network,
	network: m.api_network,
	projectProofs: m.api_project_proofs,
	proofs: m.api_proofs,
	projectSources: m.api_project_sources,
	sources: m.api_sources,
	projectPlaces: m.api_project_places,
	places: m.api_places,
	actors: m.api_actors,
	actor: m.api_actor,
	resource: m.api_resource,
	funder: m.api_funder,
	regions: m.api_regions,
	region: m.api_region,
	source: m.api_source,
	relation: m.api_relation,
	isolated: m.api_isolated,
	paths: m.api_paths,
	changes: m.api_changes,
	departure: m.api_departure,
	suggestions: m.api_suggestions,
	indicators: m.api_indicators,
	search: m.api_search,
	parameter_region: m.api_parameter_region,
	parameter_department: m.api_parameter_department,
	parameter_funder: m.api_parameter_funder,
	parameter_project: m.api_parameter_project,
	parameter_actor: m.api_parameter_actor,
	parameter_from: m.api_parameter_from,
	parameter_to: m.api_parameter_to,
	parameter_kind: m.api_parameter_kind,
	parameter_access: m.api_parameter_access,
	parameter_class: m.api_parameter_class,
	parameter_scope: m.api_parameter_scope,
	parameter_ess: m.api_parameter_ess,
	parameter_form: m.api_parameter_form,
	parameter_halo: m.api_parameter_halo,
	parameter_before: m.api_parameter_before,
	parameter_after: m.api_parameter_after,
	parameter_date: m.api_parameter_date,
	parameter_q: m.api_parameter_q,
	parameter_limit: m.api_parameter_limit,
	parameter_cursor: m.api_parameter_cursor,
	answer_ok: m.api_answer_ok,
	answer_same: m.api_answer_same,
	answer_refused: m.api_answer_refused,
	answer_missing: m.api_answer_missing,
	answer_too_many: m.api_answer_too_many,
	answer_away: m.api_answer_away
};
const isKnown = (name: string): name is keyof typeof TEXTS => name in TEXTS;

/** What an endpoint, a parameter (`parameter_…`) or an answer (`answer_…`) of the API is, in a few words. */
export function apiText(name: string): string {
	if (!isKnown(name)) throw new Error(`no text describes ${name}`);
	return TEXTS[name]();
}

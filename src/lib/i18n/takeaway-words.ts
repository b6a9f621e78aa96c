import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

/** What the columns of the spreadsheets mean, by their names. */
const columnMeanings = (): Record<string, string> => ({
	id: m.takeaway_column_id(),
	name: m.takeaway_column_name(),
	nature: m.takeaway_column_nature(),
	kind: m.takeaway_column_kind(),
	group: m.takeaway_column_group(),
	member: m.takeaway_column_member(),
	ess: m.takeaway_column_ess(),
	departement: m.takeaway_column_departement(),
	region: m.takeaway_column_region(),
	lat: m.takeaway_column_lat(),
	lon: m.takeaway_column_lon(),
	source: m.takeaway_column_source(),
	sourceName: m.takeaway_column_sourceName(),
	target: m.takeaway_column_target(),
	targetName: m.takeaway_column_targetName(),
	type: m.takeaway_column_type(),
	family: m.takeaway_column_family(),
	status: m.takeaway_column_status(),
	certainty: m.takeaway_column_certainty(),
	verdict: m.takeaway_column_verdict(),
	detail: m.takeaway_column_detail(),
	since: m.takeaway_column_since(),
	until: m.takeaway_column_until(),
	projectId: m.takeaway_column_projectId(),
	resourceId: m.takeaway_column_resourceId(),
	amountEur: m.takeaway_column_amountEur(),
	amountPeriod: m.takeaway_column_amountPeriod(),
	stage: m.takeaway_column_stage(),
	sources: m.takeaway_column_sources(),
	sourceTitles: m.takeaway_column_sourceTitles(),
	publisher: m.takeaway_column_publisher(),
	year: m.takeaway_column_year(),
	section: m.takeaway_column_section(),
	accessed: m.takeaway_column_accessed(),
	url: m.takeaway_column_url(),
	relations: m.takeaway_column_relations()
});

/** What the files of a network are called and what their columns mean. */
export const takeawayWords = () => ({
	nodes: m.takeaway_file_nodes(),
	edges: m.takeaway_file_edges(),
	sources: m.takeaway_file_sources(),
	about: m.takeaway_file_about(),
	columns: columnMeanings(),
	separator: getLocale() === 'fr' ? (';' as const) : (',' as const)
});

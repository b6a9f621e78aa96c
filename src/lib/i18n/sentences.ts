import { m } from './paraglide/messages.js';

const CONFIG = {
	host: m.errors_config_host,
	port: m.errors_config_port,
	origin: m.errors_config_origin,
	origin_needed: m.errors_config_origin_needed,
	mode: m.errors_config_mode,
	local_needs_loopback: m.errors_config_local_needs_loopback,
	neo4j_uri: m.errors_config_neo4j_uri,
	neo4j_incomplete: m.errors_config_neo4j_incomplete,
	url: m.errors_config_url,
	log_level: m.errors_config_log_level,
	contact: m.errors_config_contact,
	rate: m.errors_config_rate,
	metrics: m.errors_config_metrics
};

/** One sentence for one wrong variable, with its remedy, in the current language. */
export const configSentence = (problem: {
	variable: string;
	value: string;
	code: keyof typeof CONFIG;
}): string =>
	m.errors_config_one({
		variable: problem.variable,
		reason: CONFIG[problem.code]({ value: problem.value })
	});

const DATABASE = {
	unreachable: m.errors_database_unreachable,
	locked: m.errors_database_locked,
	credentials: m.errors_database_credentials,
	folder: m.errors_database_folder,
	full: m.errors_database_full,
	preparing: m.errors_database_preparing,
	damaged: m.errors_database_damaged,
	newer: m.errors_database_newer,
	not_ours: m.errors_database_not_ours
};

/** One sentence, with its remedy, for a database that cannot be used. `where` is its file or address. */
export const databaseSentence = (error: { reason: keyof typeof DATABASE; where: string }): string =>
	DATABASE[error.reason]({ where: error.where });

/** True for the repository's errors, whichever bundle their class comes from. */
export const isDatabaseFailure = (
	error: unknown
): error is { reason: keyof typeof DATABASE; where: string } =>
	error instanceof Error &&
	'reason' in error &&
	typeof error.reason === 'string' &&
	error.reason in DATABASE &&
	'where' in error;

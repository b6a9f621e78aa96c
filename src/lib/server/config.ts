import * as v from 'valibot';
import { isLoopbackHost } from './http/hosts.ts';

export const MODES = ['local', 'public'] as const;
export type Mode = (typeof MODES)[number];
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const METRICS = ['loopback', 'all'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How this instance runs, from the environment, every value checked. */
export interface Config {
	host: string;
	port: number;
	/** The public address, `https://maillage.example.org`; absent when requests name us directly. */
	origin?: string | undefined;
	mode: Mode;
	/** `host` or `host:port` values accepted in the Host header besides the loopback names. */
	allowedHosts: readonly string[];
	/** Folder of the SQLite file. */
	data: string;
	neo4j?:
		{ uri: string; user: string; password: string; database?: string | undefined } | undefined;
	mapStyleUrl?: string | undefined;
	logLevel: LogLevel;
	/** Requests to the API one caller may make a minute in public mode; 0 when none is refused. */
	rate: number;
	/** Who may read `/metrics`. */
	metrics: (typeof METRICS)[number];
	operator: { name?: string; contact?: string; sourceUrl?: string };
}

export const CONFIG_PROBLEMS = [
	'host',
	'port',
	'origin',
	'origin_needed',
	'mode',
	'local_needs_loopback',
	'neo4j_uri',
	'neo4j_incomplete',
	'url',
	'log_level',
	'contact',
	'rate',
	'metrics'
] as const;
export type ConfigProblemCode = (typeof CONFIG_PROBLEMS)[number];

/** One mistake. Turned into a sentence by `i18n/sentences.ts`; a password never appears in `value`. */
export interface ConfigProblem {
	variable: string;
	value: string;
	code: ConfigProblemCode;
}

export class ConfigError extends Error {
	override name = 'ConfigError';
	constructor(readonly problems: readonly ConfigProblem[]) {
		super(problems.map((p) => `${p.variable}: ${p.code}`).join(', '));
	}
}

const isHttpUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
const isOrigin = (text: string): boolean =>
	isHttpUrl(text) && new URL(text).pathname === '/' && !/[?#@]/.test(text);

const text = v.pipe(v.string(), v.trim());
const httpUrl = v.optional(v.pipe(text, v.check(isHttpUrl, 'url')));

const Environment = v.object({
	HOST: v.optional(v.pipe(text, v.regex(/^[\w.:[\]-]+$/, 'host')), '127.0.0.1'),
	PORT: v.optional(
		v.pipe(
			text,
			v.regex(/^\d{1,5}$/, 'port'),
			v.transform(Number),
			v.minValue(1, 'port'),
			v.maxValue(65535, 'port')
		),
		'3000'
	),
	ORIGIN: v.optional(
		v.pipe(
			text,
			v.check(isOrigin, 'origin'),
			v.transform((origin) => new URL(origin).origin)
		)
	),
	MAILLAGE_DATA: v.optional(text, './data'),
	MAILLAGE_MODE: v.optional(v.pipe(text, v.picklist(MODES, 'mode'))),
	NEO4J_URI: v.optional(
		v.pipe(
			text,
			v.regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s@]+\/?$/i, 'neo4j_uri'),
			v.check((uri) => URL.canParse(uri), 'neo4j_uri')
		)
	),
	NEO4J_USER: v.optional(text),
	NEO4J_PASSWORD: v.optional(v.string()),
	NEO4J_DATABASE: v.optional(text),
	MAP_STYLE_URL: httpUrl,
	LOG_LEVEL: v.optional(v.pipe(text, v.toLowerCase(), v.picklist(LOG_LEVELS, 'log_level')), 'warn'),
	MAILLAGE_RATE: v.optional(v.pipe(text, v.regex(/^\d{1,7}$/, 'rate'), v.transform(Number)), '600'),
	MAILLAGE_METRICS: v.optional(v.pipe(text, v.picklist(METRICS, 'metrics')), 'loopback'),
	MAILLAGE_OPERATOR: v.optional(text),
	MAILLAGE_CONTACT: v.optional(
		v.pipe(
			text,
			v.check((value) => isHttpUrl(value) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'contact')
		)
	),
	MAILLAGE_SOURCE_URL: httpUrl
});
type Environment = v.InferOutput<typeof Environment>;

const SECRET = new Set(['NEO4J_PASSWORD']);
const isCode = (code: string): code is ConfigProblemCode =>
	(CONFIG_PROBLEMS as readonly string[]).includes(code);

/** An empty variable is an absent one: that is how shells and compose files unset them. */
const given = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
	Object.fromEntries(
		Object.keys(Environment.entries).flatMap((name) => {
			const value = env[name];
			return value === undefined || value.trim() === '' ? [] : [[name, value] as const];
		})
	);

function relations(values: Environment, mode: Mode): ConfigProblem[] {
	const problems: ConfigProblem[] = [];
	const wanted = ['NEO4J_URI', 'NEO4J_USER', 'NEO4J_PASSWORD'] as const;
	const anyNeo4j = wanted.some((name) => values[name] !== undefined);
	if (anyNeo4j)
		for (const variable of wanted)
			if (values[variable] === undefined)
				problems.push({ variable, value: '', code: 'neo4j_incomplete' });
	if (mode === 'local' && !isLoopbackHost(values.HOST))
		problems.push({ variable: 'HOST', value: values.HOST, code: 'local_needs_loopback' });
	const anywhere = /^(0\.0\.0\.0|::|\[::\])$/.test(values.HOST);
	if (mode === 'public' && anywhere && !values.ORIGIN)
		problems.push({ variable: 'ORIGIN', value: '', code: 'origin_needed' });
	return problems;
}

function operatorOf(values: Environment): Config['operator'] {
	return {
		...(values.MAILLAGE_OPERATOR ? { name: values.MAILLAGE_OPERATOR } : {}),
		...(values.MAILLAGE_CONTACT ? { contact: values.MAILLAGE_CONTACT } : {}),
		...(values.MAILLAGE_SOURCE_URL ? { sourceUrl: values.MAILLAGE_SOURCE_URL } : {})
	};
}

function neo4jOf(values: Environment): Config['neo4j'] {
	const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = values;
	if (uri === undefined || user === undefined || password === undefined) return undefined;
	return { uri, user, password, database: values.NEO4J_DATABASE };
}

/** Reads and checks every variable. @throws {ConfigError} naming all the mistakes at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const raw = given(env);
	const parsed = v.safeParse(Environment, raw);
	if (!parsed.success) {
		throw new ConfigError(
			parsed.issues.flatMap((issue) => {
				const variable = String(issue.path?.[0]?.key ?? '');
				const value = SECRET.has(variable) ? '' : (raw[variable] ?? '');
				return isCode(issue.message) ? [{ variable, value, code: issue.message }] : [];
			})
		);
	}
	const values = parsed.output;
	const mode = values.MAILLAGE_MODE ?? (isLoopbackHost(values.HOST) ? 'local' : 'public');
	const problems = relations(values, mode);
	if (problems.length > 0) throw new ConfigError(problems);
	const named = values.ORIGIN ? [new URL(values.ORIGIN).host] : [`${values.HOST}:${values.PORT}`];
	return {
		host: values.HOST,
		port: values.PORT,
		origin: values.ORIGIN,
		mode,
		allowedHosts: mode === 'local' ? [] : named,
		data: values.MAILLAGE_DATA,
		neo4j: neo4jOf(values),
		mapStyleUrl: values.MAP_STYLE_URL,
		logLevel: values.LOG_LEVEL,
		rate: values.MAILLAGE_RATE,
		metrics: values.MAILLAGE_METRICS,
		operator: operatorOf(values)
	};
}

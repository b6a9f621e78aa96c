import { apiText } from '#lib/i18n/api-texts.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { NETWORK_MEDIA_TYPE } from '#lib/network/payload.ts';
import { ENDPOINTS } from '#lib/server/api/endpoints.ts';
import { EXAMPLES } from '#lib/server/api/examples.ts';
import type { Endpoint } from '#lib/server/api/endpoint.ts';
import { PARAMETERS, type ParameterName } from '#lib/server/api/parameters.ts';
import { SCHEMAS } from '#lib/server/api/schemas.ts';

const json = (schema: string) => ({
	'application/json': { schema: { $ref: `#/components/schemas/${schema}` } }
});
const problem = (description: string) => ({
	description,
	content: {
		'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } }
	}
});

/** The others may all be left out. */
const REQUIRED: ReadonlySet<string> = new Set(['from', 'to']);

/** A value of an example, of the type its parameter has. */
function exampleOf(name: ParameterName, value: string | undefined): { example?: string | number } {
	if (value === undefined) return {};
	return { example: PARAMETERS[name].schema.type === 'integer' ? Number(value) : value };
}

function parametersOf({ name: endpoint, path, parameters }: Endpoint) {
	const { id, query = {} } = EXAMPLES[endpoint] ?? {};
	const variable = /\{(\w+)\}/.exec(path)?.[1];
	const inPath = {
		...{ name: variable, in: 'path', required: true, schema: { type: 'string' } },
		...(id === undefined ? {} : { example: id })
	};
	return [
		...(variable ? [inPath] : []),
		...parameters.map((name) => ({
			name,
			in: 'query',
			required: REQUIRED.has(name),
			description: apiText(`parameter_${name}`),
			schema: PARAMETERS[name].schema,
			...exampleOf(name, query[name])
		}))
	];
}

function operation(endpoint: Endpoint) {
	const compact =
		endpoint.schema === 'Network' ? { [NETWORK_MEDIA_TYPE]: { schema: { type: 'object' } } } : {};
	const content = { ...json(endpoint.schema), ...compact };
	return {
		operationId: endpoint.name,
		summary: apiText(endpoint.name),
		parameters: parametersOf(endpoint),
		responses: {
			200: { description: apiText('answer_ok'), content },
			304: { description: apiText('answer_same') },
			400: problem(apiText('answer_refused')),
			404: problem(apiText('answer_missing')),
			429: {
				...problem(apiText('answer_too_many')),
				headers: { 'Retry-After': { schema: { type: 'integer' } } }
			},
			503: problem(apiText('answer_away'))
		}
	};
}

/** The API described by OpenAPI 3.1, from the very table that serves it, in the current language. */
export const openApiDocument = () => ({
	openapi: '3.1.0',
	info: { title: m.api_title(), version: '1', description: m.api_lead() },
	servers: [{ url: '/api/v1' }],
	paths: Object.fromEntries(ENDPOINTS.map((e) => [e.path, { get: operation(e) }])),
	components: { schemas: SCHEMAS }
});

import { changeSentence } from '#lib/i18n/change-sentences.ts';
import { departureLines } from '#lib/i18n/departure-sentences.ts';
import { apiSentences } from '#lib/i18n/api-sentences.ts';
import { pathSentence } from '#lib/i18n/path-sentences.ts';
import { sayFigure } from '#lib/i18n/figure-sentences.ts';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { createCatalogue } from '../catalogue/create.ts';
import { openMemoryRepository } from '../database.ts';
import { fillDemonstration } from '../demonstration.ts';
import { inProcess } from '../layouts/compute.ts';
import { LayoutKeeper } from '../layouts/keeper.ts';
import type { Repository } from '../repository.ts';
import { fillStarter } from '../starter.ts';
import { endpointAt, ENDPOINTS } from './endpoints.ts';
import { readQuery } from './parameters.ts';
import { ApiError } from './problem.ts';
import { SCHEMAS, type Schema } from './schemas.ts';

const opened: Repository[] = [];
async function catalogueOf(fill: (repository: Repository) => Promise<boolean>): Promise<Catalogue> {
	const repository = await openMemoryRepository();
	opened.push(repository);
	await repository.migrate();
	await fill(repository);
	const layouts = new LayoutKeeper(repository, inProcess);
	return createCatalogue(repository, { layouts, fictional: () => fill === fillDemonstration });
}
let real: Catalogue;
let fictional: Catalogue;
beforeAll(async () => {
	real = await catalogueOf(fillStarter);
	fictional = await catalogueOf(fillDemonstration);
}, 60_000);
afterAll(() => Promise.all(opened.map((repository) => repository.close())));

/** The answer's JSON, as a caller reads it. */
async function ask(address: string, catalogue = real): Promise<unknown> {
	const url = new URL(address, 'http://x');
	const found = endpointAt(url.pathname);
	if (!found) throw new ApiError({ status: 404, code: 'no_route' });
	const query = readQuery(url.searchParams, found.endpoint.parameters);
	const call = {
		catalogue,
		id: found.id,
		query,
		compact: false,
		acceptEncoding: '',
		sayPath: pathSentence,
		sayDeparture: departureLines,
		sayChange: changeSentence,
		saySuggestion: { reason: reasonPhrase, objection: objectionPhrase },
		sayFigure
	};
	const answer = await found.endpoint.answer(call);
	return 'body' in answer ? JSON.parse(JSON.stringify(answer.body)) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a value strays from its schema; empty when it does not. */
function faults(value: unknown, schema: Schema | undefined, at = ''): string[] {
	if (!schema) return [`${at}: not documented`];
	const reference = schema['$ref'];
	if (typeof reference === 'string')
		return faults(value, SCHEMAS[reference.split('/').at(-1) ?? ''], at);
	if (Array.isArray(schema['enum']) && !schema['enum'].includes(value))
		return [`${at}: ${String(value)}`];
	switch (schema['type']) {
		case 'array':
			if (!Array.isArray(value)) return [`${at}: no array`];
			return value.flatMap((item) =>
				faults(item, isRecord(schema['items']) ? schema['items'] : undefined, `${at}[]`)
			);
		case 'object': {
			if (!isRecord(value)) return [`${at}: no object`];
			const { properties, required } = schema;
			const known = isRecord(properties) ? properties : {};
			const missing = Array.isArray(required)
				? required.filter((name) => !(String(name) in value))
				: [];
			return [
				...missing.map((name) => `${at}.${String(name)}: missing`),
				...Object.entries(value).flatMap(([name, inner]) => {
					const expected = known[name];
					return faults(inner, isRecord(expected) ? expected : undefined, `${at}.${name}`);
				})
			];
		}
		case 'integer':
			return Number.isInteger(value) ? [] : [`${at}: no integer`];
		default:
			return typeof value === schema['type'] ? [] : [`${at}: ${typeof value}`];
	}
}

/** One address for each endpoint, of something that is there. */
async function addresses(catalogue: Catalogue): Promise<Record<string, string>> {
	const { nodes, relations, claims } = await catalogue.repository.slice({ kind: 'all' });
	const idOf = (label: string) => nodes.find((node) => node.label === label)?.id ?? '';
	const payer = relations.find((relation) => relation.type === 'FUNDS')?.source ?? '';
	const pair = relations.find((relation) => relation.type === 'COOPERATES_WITH');
	return {
		projects: '/projects?limit=500',
		project: `/projects/${idOf('HealthProject')}`,
		projectNetwork: `/projects/${idOf('HealthProject')}/network?halo=true`,
		network: '/network',
		projectProofs: `/projects/${idOf('HealthProject')}/proofs`,
		proofs: '/proofs',
		projectSources: `/projects/${idOf('HealthProject')}/sources`,
		sources: '/sources',
		projectPlaces: `/projects/${idOf('HealthProject')}/places`,
		places: '/places',
		actors: '/actors?limit=500',
		actor: `/actors/${relations.find((r) => r.type === 'COOPERATES_WITH')?.source ?? ''}`,
		resource: `/resources/${idOf('SharedResource')}`,
		funder: `/funders/${payer}`,
		regions: '/regions',
		region: '/regions/11',
		source: `/sources/${claims.find((claim) => claim.sourceId)?.sourceId ?? ''}`,
		relation: `/relations/${relations[0]?.id ?? ''}`,
		isolated: '/isolated?limit=500&scope=department',
		paths: `/paths?from=${pair?.source ?? ''}&to=${pair?.target ?? ''}`,
		changes: `/projects/${idOf('HealthProject')}/changes?before=r0`,
		departure: `/departures/${payer}`,
		suggestions: `/suggestions?actor=${pair?.source ?? ''}`,
		indicators: '/indicators',
		search: '/search?q=sant'
	};
}

describe('the reading API', () => {
	it.each(ENDPOINTS.map((endpoint) => [endpoint.name, endpoint] as const))(
		'%s answers what its schema says, on the real set and on the demonstration',
		async (name, endpoint) => {
			for (const catalogue of [real, fictional]) {
				const address = (await addresses(catalogue))[name] ?? '';
				expect(endpointAt(address.split('?')[0] ?? '')?.endpoint).toBe(endpoint);
				expect(faults(await ask(address, catalogue), SCHEMAS[endpoint.schema], name)).toEqual([]);
			}
		}
	);

	it('gives a long list page by page, each item once, in order', async () => {
		const ids = (value: unknown) =>
			isRecord(value) && Array.isArray(value['items'])
				? value['items'].map((item: unknown) => (isRecord(item) ? item['id'] : undefined))
				: [];
		for (const list of ['/projects', '/actors']) {
			const whole = ids(await ask(`${list}?limit=500`));
			const seen: unknown[] = [];
			let cursor: unknown;
			do {
				const page = await ask(`${list}?limit=25${cursor ? `&cursor=${String(cursor)}` : ''}`);
				seen.push(...ids(page));
				cursor = isRecord(page) ? page['nextCursor'] : undefined;
			} while (cursor !== undefined && seen.length < 1000);
			expect(seen).toEqual(whole);
		}
	});

	it('keeps the fictional out of the real', async () => {
		const found = await ask('/search?q=brume');
		expect(found).toEqual({ items: [] });
		expect(JSON.stringify(await ask('/search?q=brume', fictional))).toContain('fictif');
	});

	it.each([
		['/actors/nobody', 'not_found'],
		['/funders/prj-place-sante', 'not_found'],
		['/regions/99', 'not_found'],
		['/network?funder=nobody', 'not_found'],
		['/isolated?project=nobody', 'not_found'],
		['/paths?from=scic-richerand&to=nobody', 'not_found'],
		['/paths?from=nobody&to=scic-richerand', 'not_found'],
		['/paths?from=scic-richerand&to=lcsh&project=nobody', 'not_found'],
		['/paths?from=scic-richerand&to=acsbe&project=prj-scic-richerand', 'not_found'],
		['/paths?from=scic-richerand', 'parameter'],
		['/projects/nobody/changes', 'not_found'],
		['/projects/prj-scic-richerand/changes?before=r99', 'not_found'],
		['/projects/prj-scic-richerand/changes?before=yesterday', 'parameter'],
		['/departures/nobody', 'not_found'],
		['/departures/scic-richerand?project=nobody', 'not_found'],
		['/departures/prj-scic-richerand', 'not_found'],
		['/nothing', 'no_route'],
		['/projects/a/b/c', 'no_route'],
		['/indicators?project=nobody', 'not_found'],
		['/indicators?project=nobody&region=11', 'one_scope'],
		['/network?region=99', 'parameter'],
		['/network?department=99', 'parameter'],
		['/isolated?scope=planet', 'parameter'],
		['/projects?limit=0', 'parameter'],
		['/projects?limit=501', 'parameter'],
		['/projects?cursor=zzz', 'parameter'],
		['/projects?kind=hospital', 'parameter'],
		['/network?date=2024-02-31', 'parameter'],
		['/network?date=2024', 'parameter'],
		['/network?region=11&region=93', 'parameter'],
		['/network?region=11&department=93', 'one_scope'],
		['/projects?colour=red', 'unknown_parameter']
	])('refuses %s as %s', async (address, code) => {
		const refusal = await ask(address).catch((error: unknown) => error);
		expect(refusal instanceof ApiError && refusal.problem.code).toBe(code);
	});
	it('says of a parameter that is missing that it is, without quoting nothing', async () => {
		const refusal = await ask('/paths?from=scic-richerand').catch((error: unknown) => error);
		if (!(refusal instanceof ApiError)) throw new Error('it was answered');
		expect(apiSentences(refusal.problem).title).toBe('Le paramètre to manque ou est vide.');
	});
});

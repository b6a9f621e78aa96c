import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import { FAMILY_OF, RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type {
	IsolationRow,
	Layout,
	Network,
	NetworkEdge,
	NetworkNode,
	OutsideTie,
	Position
} from './model.ts';
import { decodePayload, encodePayload, PayloadError, type NetworkPayload } from './payload.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
	fc.option(arbitrary, { nil: undefined });
const hundredths = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100);

const degrees = (most: number): fc.Arbitrary<number> =>
	fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((n) => n / 1e4);
const coordinates = fc.oneof(fc.constant({}), fc.record({ lat: degrees(90), lon: degrees(180) }));

const nodeOf = (id: string): fc.Arbitrary<NetworkNode> =>
	fc.tuple(bareNodeOf(id), coordinates).map(([node, point]) => ({ ...node, ...point }));
const bareNodeOf = (id: string): fc.Arbitrary<NetworkNode> =>
	fc.record({
		id: fc.constant(id),
		label: fc.constantFrom('Actor', 'Funder', 'SharedResource'),
		kind: fc.constantFrom('cpts', 'locaux'),
		name: fc.string({ unit: 'grapheme', maxLength: 200 }),
		group: fc.constantFrom('networks', 'resource', 'funder'),
		member: fc.boolean(),
		commune: maybe(fc.constantFrom('Brume', 'Dune|1')),
		departement: maybe(fc.constantFrom('2A', '971')),
		region: maybe(fc.constantFrom('11', '94')),
		ess: maybe(fc.boolean()),
		access: maybe(fc.subarray([...ACCESS_DIMENSIONS]))
	});

const edgeOf = (id: string, ids: string[]): fc.Arbitrary<NetworkEdge> =>
	fc.constantFrom(...RELATION_TYPES).chain((type) =>
		fc.record({
			id: fc.constant(id),
			type: fc.constant(type),
			family: fc.constant(FAMILY_OF[type]),
			source: fc.constantFrom(...ids),
			target: fc.constantFrom(...ids),
			horizontal: fc.boolean(),
			status: fc.constantFrom('current', 'ended', 'planned', 'to_check'),
			certainty: fc.constantFrom('sourced', 'inferred', 'unsourced'),
			verdict: fc.constantFrom('said_by_both', 'not_asked'),
			detail: maybe(fc.string({ unit: 'grapheme' })),
			since: maybe(fc.constantFrom('2021', '2021-03')),
			until: maybe(fc.constantFrom('2023', '2024-01-31')),
			projectId: maybe(fc.constant('prj-a')),
			resourceId: maybe(fc.constant('res-a')),
			amountEur: maybe(fc.integer({ min: 0, max: 1e9 })),
			amountPeriod: maybe(fc.constant('2022-2024')),
			stage: maybe(fc.constantFrom('asked', 'paid')),
			sources: fc.array(fc.constantFrom('src-a', 'src-b'), { maxLength: 2 })
		})
	);

const leaving = (member: string, i: number): OutsideTie => ({
	member,
	other: { id: `elsewhere-${i % 2}`, label: 'Actor', name: `É${i % 2}` },
	family: 'cooperation',
	horizontal: i % 2 === 0,
	status: 'ended',
	certainty: 'sourced',
	since: i % 2 ? '2020' : undefined,
	until: '2021'
});

const PAYLOADS: fc.Arbitrary<NetworkPayload> = fc
	.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 20 }))
	.chain(([n, m]) => {
		const ids = Array.from({ length: n }, (_, i) => `a-${i}`);
		return fc.record({
			nodes: fc.tuple(...ids.map(nodeOf)),
			edges: fc.tuple(...Array.from({ length: m }, (_, i) => edgeOf(`r-${i}`, ids))),
			points: fc.array(fc.tuple(hundredths, hundredths), { minLength: n, maxLength: n }),
			marginX: maybe(hundredths),
			fictional: fc.boolean(),
			documented: fc.boolean()
		});
	})
	.map(({ nodes, edges, points, marginX, fictional, documented }): NetworkPayload => {
		const network: Network = {
			scope: { kind: 'region', code: '11' },
			day: '2026-11-23',
			revision: 7,
			nodes,
			edges,
			project: undefined,
			documented,
			...(nodes.length > 2 ? { outside: nodes.slice(2).map(({ id }, i) => leaving(id, i)) } : {})
		};
		const positions = new Map(
			nodes.map((node, i): [string, Position] => [
				node.id,
				{ x: points[i]?.[0] ?? 0, y: points[i]?.[1] ?? 0, zone: i % 2 ? 'margin' : 'network' }
			])
		);
		const layout: Layout = {
			version: 3,
			positions,
			...(marginX === undefined ? {} : { marginX }),
			bounds: { minX: -1, minY: -2.5, maxX: 3, maxY: 4.25 },
			hulls: [points.map(([x, y]) => [Math.round(x) / 10 + 0, Math.round(y) / 10 + 0])]
		};
		const isolated: IsolationRow[] = nodes.slice(0, 2).map((node) => ({
			actorId: node.id,
			class: 'single_bridge',
			reasons: ['funding'],
			with: nodes.length > 2 ? [nodes[0]?.id ?? node.id, 'elsewhere-0'] : [],
			certainty: 'in_data_only',
			undocumented: !documented,
			...(documented ? { disputed: true as const } : {})
		}));
		return { network, isolated, layout, sourceNames: new Map([['src-a', 'A']]), fictional };
	});

const pack = (payload: NetworkPayload): string => encodePayload(payload, payload);

describe('compact payload', () => {
	it('comes back equal, whatever the network', () => {
		fc.assert(
			fc.property(PAYLOADS, (payload) => {
				expect(decodePayload(pack(payload))).toEqual(payload);
			})
		);
	});

	it('is refused when cut short or altered, never half read', () => {
		fc.assert(
			fc.property(PAYLOADS, fc.double({ min: 0, max: 0.99, noNaN: true }), (payload, share) => {
				const text = pack(payload);
				expect(() => decodePayload(text.slice(0, Math.floor(text.length * share)))).toThrow(
					PayloadError
				);
			})
		);
	});

	it.each(['', 'null', '[]', '{"v":1}', '{"v":3,"nodes":{},"edges":{}}'])('refuses %j', (text) => {
		expect(() => decodePayload(text)).toThrow(PayloadError);
	});

	it('refuses an end that is not among the nodes', () => {
		const network: Network = {
			scope: { kind: 'all' },
			day: '2026-11-23',
			revision: 1,
			nodes: [],
			edges: [],
			documented: false
		};
		const layout: Layout = {
			version: 1,
			positions: new Map(),
			bounds: { minX: 0, minY: 0, maxX: 0, maxY: 0 },
			hulls: []
		};
		const text = encodePayload({ network, isolated: [], layout }, { fictional: false });
		const damaged = text.replace(
			'"isolated":[]',
			'"isolated":[[4,"no_tie",[],[],"in_data_only",false]]'
		);
		expect(damaged).not.toBe(text);
		expect(() => decodePayload(damaged)).toThrow(PayloadError);
	});
});

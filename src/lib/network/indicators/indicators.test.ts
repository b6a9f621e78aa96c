import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolatedStructures } from '../isolation.ts';
import type { Network, NetworkEdge, NetworkNode } from '../model.ts';
import { actor, network, tie } from '../small-networks.ts';
import { betweenness } from './brokers.ts';
import { expectedTransitivity, transitivity, trianglesOf } from './clustering.ts';
import { indicatorSteps, type Indicators } from './indicators.ts';
import { inOneGo } from '../steps.ts';
import { FIGURE_IDS, type Figure, type FigureId } from './model.ts';
import { partnerGraph } from './partners.ts';

/** What networkx says of one graph; nodes are numbers, their natures follow in turn. */
interface ReferenceGraph {
	nodes: number;
	/** `0-1 0-2`: ends of each tie. */
	edges: string;
	meanDegree: number;
	transitivity: number;
	triangles: number[];
	betweenness: number[];
	components: number[];
	articulationPoints: number[];
	bridges: number;
	across: { ties: number; chance: number };
}

interface Reference {
	origin: { command: string; networkx: string; python: string };
	graphs: Record<string, ReferenceGraph>;
}

const path = new URL('./reference/networkx-values.json', import.meta.url);

/** Values computed by networkx on the same graphs, by the script beside them. */
const REFERENCE: Reference = JSON.parse(readFileSync(path, 'utf8'));

const GROUPS = ['primary_care', 'hospital', 'civil_society'] as const;
const idOf = (i: number): string => `s${String(i).padStart(3, '0')}`;

const figuresOf = (given: Network, sourceYears = new Map<string, number>()): Indicators =>
	inOneGo(
		indicatorSteps(given, isolatedStructures(given), { sourceYears, coverages: ['partial'] })
	);
function figure(given: Network | Indicators, id: FigureId): Figure {
	const found = ('figures' in given ? given : figuresOf(given)).figures.find((f) => f.id === id);
	if (!found) throw new Error(id);
	return found;
}
const partsOf = (given: Figure): Record<string, number> =>
	Object.fromEntries(given.parts.map(({ key, value }) => [key, value]));

function networkOf({ nodes, edges }: ReferenceGraph): Network {
	return network(
		Array.from({ length: nodes }, (_, i) => actor(idOf(i), { group: GROUPS[i % 3] ?? 'hospital' })),
		edges
			.split(' ')
			.map((pair) => pair.split('-').map(Number))
			.map(([a = 0, b = 0]) => tie(idOf(a), idOf(b)))
	);
}

describe(`figures agree with networkx ${REFERENCE.origin.networkx}`, () => {
	it.each(Object.entries(REFERENCE.graphs))('on the %s', (_, expected) => {
		const given = networkOf(expected);
		const graph = partnerGraph(given);
		const found = figuresOf(given);
		expect(figure(found, 'partners').value).toBeCloseTo(expected.meanDegree, 12);
		expect(transitivity(graph)).toBeCloseTo(expected.transitivity, 12);
		expect([...trianglesOf(graph)]).toEqual(expected.triangles);
		const { scores, errors } = inOneGo(betweenness(graph));
		expect(errors).toBeUndefined();
		scores.forEach((score, i) => expect(score).toBeCloseTo(expected.betweenness[i] ?? -1, 12));
		expect(figure(found, 'groups').value).toBe(expected.components.length);
		expect(figure(found, 'largest').value).toBeCloseTo(
			(expected.components[0] ?? 0) / expected.nodes,
			12
		);
		const fragile = figure(found, 'fragile');
		expect(fragile.value).toBe(expected.articulationPoints.length);
		expect(partsOf(fragile)['ties']).toBe(expected.bridges);
		const mixing = figure(found, 'mixing');
		expect(mixing.value).toBeCloseTo(expected.across.ties, 12);
		expect(mixing.expected).toBeCloseTo(expected.across.chance, 12);
	});

	it('and names the structures most often on the way, the first by rank', () => {
		const expected = REFERENCE.graphs['karate club'];
		if (!expected) throw new Error('karate club');
		const brokers = figure(networkOf(expected), 'brokers');
		const best = expected.betweenness
			.map((score, i) => ({ score, id: idOf(i) }))
			.sort((a, b) => b.score - a.score)
			.slice(0, 5);
		expect(brokers.parts.map(({ key }) => key)).toEqual(best.map(({ id }) => id));
		expect(brokers.value).toBeCloseTo(best[0]?.score ?? -1, 12);
		for (const [i, { ranks }] of brokers.parts.entries()) {
			expect(ranks?.[0]).toBeLessThanOrEqual(i + 1);
			expect(ranks?.[1]).toBeGreaterThanOrEqual(i + 1);
		}
	});
});

describe('ways followed from a sample', () => {
	it('are no farther from the exact share than their error says, 95 times in a hundred at least', () => {
		const expected = REFERENCE.graphs['scale free, 120 (seed 5)'];
		if (!expected) throw new Error('scale free');
		const graph = partnerGraph(networkOf(expected));
		let [inside, all, widest] = [0, 0, 0];
		for (let seed = 1; seed <= 20; seed++) {
			const sample = inOneGo(betweenness(graph, { mostExact: 50, pivots: 60, seed }));
			sample.scores.forEach((score, i) => {
				const exact = expected.betweenness[i] ?? 0;
				all++;
				widest = Math.max(widest, sample.errors?.[i] ?? 1);
				if (Math.abs(score - exact) <= (sample.errors?.[i] ?? 0)) inside++;
			});
		}
		expect(all).toBe(20 * 120);
		expect(inside / all).toBeGreaterThan(0.95);
		expect(widest).toBeLessThan(0.6);
	});
});

describe('what chance gives', () => {
	it('is Newman’s formula from the numbers of partners', () => {
		// Four with three partners: ((36 - 12)² / 12³), and nobody beyond certain.
		expect(expectedTransitivity([3, 3, 3, 3])).toBeCloseTo(576 / 1728, 12);
		expect(expectedTransitivity([9, 9, 9])).toBe(1);
		expect(expectedTransitivity([])).toBe(0);
	});

	it('is the network itself where no two ties can be exchanged', () => {
		const complete = REFERENCE.graphs['complete of 6'];
		if (!complete) throw new Error('complete');
		expect(figure(networkOf(complete), 'clustering')).toMatchObject({ value: 1, expected: 1 });
	});

	it('is far below a ring of neighbours', () => {
		const ring = REFERENCE.graphs['small world, 80 (seed 3)'];
		if (!ring) throw new Error('small world');
		const { value = 0, expected = 1, range } = figure(networkOf(ring), 'clustering');
		expect(value).toBeGreaterThan(5 * expected);
		expect(range?.low).toBeGreaterThan(expected);
	});
});

describe('figures known by hand', () => {
	const funds = (source: string, target: string, more: Partial<NetworkEdge> = {}): NetworkEdge =>
		tie(source, target, { type: 'FUNDS', family: 'funding', horizontal: false, ...more });
	const funder = (id: string): NetworkNode => actor(id, { label: 'Funder', group: 'funder' });
	const money = network(
		[actor('a'), actor('b'), actor('c'), funder('p'), funder('q')],
		[
			funds('p', 'a', { amountEur: 300, stage: 'paid' }),
			funds('p', 'b', { amountEur: 1000, stage: 'asked' }),
			funds('q', 'b', { amountEur: 100, stage: 'paid' }),
			funds('q', 'c', { status: 'ended' })
		]
	);

	it('counts payers only where some are known, and adds no stage to another', () => {
		const funders = figure(money, 'funders');
		expect(funders).toMatchObject({ value: 1.5, base: 3, known: 2, small: true });
		expect(partsOf(funders)).toEqual({ single: 1, several: 1 });
		const concentration = figure(money, 'concentration');
		expect(concentration.value).toBeCloseTo(5 / 9, 12);
		expect(concentration.expected).toBe(0.5);
		expect(partsOf(concentration)).toEqual({ payers: 2, amounts_paid: 0.625 });
	});

	it('says what has nobody else if the first payer leaves', () => {
		const first = figure(money, 'first_funder');
		expect(first).toMatchObject({ value: 0.5, base: 2 });
		expect(partsOf(first)).toEqual({ p: 2, lost: 1, euros_paid: 300, euros_asked: 1000 });
	});

	it('bounds the share of the social economy by what is not established', () => {
		const given = network(
			[actor('a', { ess: true }), actor('b', { ess: false }), actor('c'), actor('d')],
			[]
		);
		expect(figure(given, 'ess')).toMatchObject({
			value: 0.5,
			base: 4,
			known: 2,
			range: { low: 0.25, high: 0.75, kind: 'bounds' }
		});
	});

	it('judges nobody known only from projects whose cooperations were not collected', () => {
		const takesPart = (who: string, project: string): NetworkEdge =>
			tie(who, project, { type: 'TAKES_PART_IN', family: 'participation', horizontal: false });
		const project = (id: string): NetworkNode =>
			actor(id, { label: 'HealthProject', group: 'project', member: false });
		const given = network(
			[...['a', 'b', 'c', 'x', 'y'].map((id) => actor(id)), project('p'), project('q')],
			[
				tie('a', 'b'),
				...['a', 'b', 'c'].map((id) => takesPart(id, 'p')),
				...['x', 'y'].map((id) => takesPart(id, 'q'))
			]
		);
		const isolated = figure(given, 'isolated');
		expect(isolated).toMatchObject({ value: 1 / 3, base: 5, known: 3 });
		expect(isolated.range).toEqual({ low: 0.2, high: 0.6, kind: 'bounds' });
	});

	it('dates each relation by its newest source, and says what has no date', () => {
		const given = network(
			[actor('a'), actor('b'), actor('c')],
			[
				tie('a', 'b', { sources: ['old', 'new'] }),
				tie('b', 'c', { sources: ['old'] }),
				tie('a', 'c', { sources: ['undated'] })
			]
		);
		const years = new Map([
			['old', 2016],
			['new', 2024]
		]);
		expect(figure(figuresOf(given, years), 'freshness')).toMatchObject({
			value: 6,
			base: 3,
			known: 2,
			range: { low: 4, high: 8, kind: 'quartiles' }
		});
	});

	it('counts the dimensions of access of the projects that state any', () => {
		const project = (id: string, access?: NetworkNode['access']): NetworkNode =>
			actor(id, { label: 'HealthProject', group: 'project', member: false, access });
		const given = network(
			[project('p', ['financiere']), project('q', ['financiere', 'geographique']), project('r')],
			[]
		);
		const access = figure(given, 'access');
		expect(access).toMatchObject({ value: 1.5, base: 3, known: 2 });
		expect(partsOf(access)).toEqual({ financiere: 2, geographique: 1, sociale_psychologique: 0 });
	});
});

/** Every number of a figure is one, and what has no value says why. */
function expectWhole({ figures }: Indicators): void {
	expect(figures.map(({ id }) => id)).toEqual(FIGURE_IDS);
	for (const { value, unknown, range, expected, base, known, parts } of figures) {
		expect(value === undefined).toBe(unknown !== undefined);
		const numbers = [value, range?.low, range?.high, expected, base, known];
		for (const part of parts) numbers.push(part.value, part.error, ...(part.ranks ?? []));
		for (const number of numbers)
			if (number !== undefined) expect(number).toSatisfy(Number.isFinite);
		if (range && value !== undefined) expect(range.low).toBeLessThanOrEqual(range.high);
		expect(known).toBeLessThanOrEqual(base);
	}
}

describe('bad input', () => {
	const ended = { status: 'ended' } as const;
	const some = ['a', 'b', 'c', 'd'].map((id) => actor(id));
	const oversight = {
		type: 'OVERSEEN_BY',
		family: 'oversight',
		horizontal: false,
		certainty: 'inferred'
	} as const;
	it.each([
		['nothing', [], []],
		['one structure', [actor('a')], []],
		['one structure tied to itself', [actor('a')], [tie('a', 'a')]],
		['two structures', [actor('a'), actor('b')], [tie('a', 'b')]],
		['parallel ties', some, [tie('a', 'b', { id: '1' }), tie('b', 'a', { id: '2' })]],
		['all ended', some, [tie('a', 'b', ended), tie('b', 'c', ended)]],
		['a tie to what is not there', some, [tie('a', 'z')]],
		['oversight only', some, [tie('a', 'b', oversight)]],
		[
			'a resource nobody uses',
			[...some, actor('r', { label: 'SharedResource', group: 'resource' })],
			[tie('a', 'r', { type: 'HOLDS', family: 'sharing' })]
		],
		[
			'everyone with everyone',
			some,
			some.flatMap((a, i) => some.slice(i + 1).map((b) => tie(a.id, b.id)))
		]
	])('%s gives a number or a reason for every figure', (_, nodes, edges) => {
		const given = network(nodes, edges);
		expectWhole(figuresOf(given));
		expectWhole(figuresOf({ ...given, scope: { kind: 'project', id: 'p' }, day: '1900-01-01' }));
	});

	it('ties in parallel, to oneself or ended change nothing', () => {
		const plain = network(some, [tie('a', 'b'), tie('b', 'c')]);
		const noisy = network(some, [
			...plain.edges,
			tie('b', 'a'),
			tie('a', 'a'),
			tie('c', 'd', ended)
		]);
		for (const id of [
			'partners',
			'clustering',
			'mixing',
			'groups',
			'largest',
			'isolated',
			'brokers'
		] as const)
			expect(figure(noisy, id)).toEqual(figure(plain, id));
	});
});

describe('names', () => {
	const graphs = fc.integer({ min: 1, max: 14 }).chain((n) =>
		fc.record({
			n: fc.constant(n),
			pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 30 }),
			order: fc.shuffledSubarray([...Array(n).keys()], { minLength: n })
		})
	);

	it('decide nothing: the same network under other names has the same figures', () => {
		fc.assert(
			fc.property(graphs, ({ n, pairs, order }) => {
				const build = (nameOf: (i: number) => string): Network => {
					const nodes = Array.from({ length: n }, (_, i) =>
						actor(nameOf(i), { group: GROUPS[i % 3] ?? 'hospital', ess: i % 2 === 0 })
					);
					const edges = pairs.map(([a, b], i) => tie(nameOf(a), nameOf(b), { id: `t${i}` }));
					return network(
						nodes.sort((a, b) => (a.id < b.id ? -1 : 1)),
						edges
					);
				};
				const [one, other] = [build(idOf), build((i) => idOf(order[i] ?? 0))].map((given) =>
					figuresOf(given)
				);
				if (!one || !other) throw new Error('two networks');
				expectWhole(one);
				for (const id of FIGURE_IDS) {
					const [a, b] = [figure(one, id), figure(other, id)];
					expect([b.unknown, b.base, b.known, b.small]).toEqual([
						a.unknown,
						a.base,
						a.known,
						a.small
					]);
					if (a.value !== undefined) expect(b.value).toBeCloseTo(a.value, 9);
					if (a.range) expect(b.range?.high).toBeCloseTo(a.range.high, 9);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

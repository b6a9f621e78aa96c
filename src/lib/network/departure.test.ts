import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from './components.ts';
import { departuresIn, isWithoutLoss } from './departure.ts';
import type { Network, NetworkEdge } from './model.ts';
import { actor, network, tie } from './small-networks.ts';
import { horizontalTies, partnersOf } from './ties.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const people = NAMES.map((id) => actor(id));
const resource = (id: string, kind: string) =>
	actor(id, { label: 'SharedResource', group: 'resource', kind });
const project = actor('p', { label: 'HealthProject', group: 'project', member: false });
const pays = (from: string, to: string, more: Partial<NetworkEdge> = {}) =>
	tie(from, to, { type: 'FUNDS', family: 'funding', horizontal: false, ...more });
const shares = (type: 'HOLDS' | 'USES' | 'HOSTS', from: string, to: string) =>
	tie(from, to, { type, family: 'sharing', id: `${type} ${from} ${to}` });

describe('what leaves with a funder', () => {
	const given = network(
		[...people, project],
		[
			pays('a', 'b', { amountEur: 0.1, amountPeriod: '2024', stage: 'granted' }),
			pays('a', 'c', { amountEur: 0.2, amountPeriod: '2024', stage: 'granted' }),
			pays('a', 'd', { amountPeriod: '2024', stage: 'granted' }),
			pays('a', 'e', { amountEur: 50, stage: 'asked', since: '2025' }),
			pays('a', 'p', { amountEur: 9, since: '2020', until: '2021' }),
			pays('f', 'b', { amountEur: 3 }),
			pays('a', 'f', { amountEur: 1000, status: 'ended' })
		]
	);
	const gone = departuresIn(given)('a');
	it('is its money, by period and stage, unknown said unknown, and whose only funder it is', () => {
		expect(gone?.sums).toEqual([
			{ period: '2020-2021', stage: 'unknown', eur: 9, known: 1, unknown: 0 },
			{ period: '2024', stage: 'granted', eur: 0.3, known: 2, unknown: 1 },
			{ since: '2025', stage: 'asked', eur: 50, known: 1, unknown: 0 }
		]);
		expect(gone?.funding.map(({ to, eur, only }) => [to, eur, only])).toEqual([
			['b', 0.1, false],
			['c', 0.2, true],
			['d', undefined, true],
			['e', 50, true],
			['p', 9, true]
		]);
	});
	it('leaves out what is over, and counts it', () => {
		expect(gone?.fundingOver).toBe(1);
	});
});

describe('what leaves with a structure', () => {
	it('is the premises and resources it alone holds, who it hosts, and the projects it alone leads', () => {
		const leads = (id: string) =>
			tie(id, 'p', { type: 'LEADS', family: 'participation', horizontal: false });
		const given = network(
			[
				...people,
				project,
				resource('r', 'locaux'),
				resource('s', 'vehicule'),
				resource('t', 'outil')
			],
			[
				...['r', 's', 't'].map((id) => shares('HOLDS', 'a', id)),
				shares('HOLDS', 'b', 't'),
				shares('USES', 'b', 'r'),
				shares('USES', 'c', 's'),
				shares('USES', 'd', 't'),
				shares('HOSTS', 'a', 'e'),
				leads('a')
			]
		);
		const of = departuresIn(given);
		expect(of('a')).toMatchObject({
			premises: [
				{ who: 'b', resource: 'r' },
				{ who: 'e', resource: undefined }
			],
			resources: [{ id: 's', users: ['c'] }],
			projects: ['p'],
			alone: ['c', 'e'],
			groups: [],
			rest: 2
		});
		expect(of('s')).toMatchObject({ resources: [{ id: 's', users: ['c'] }], alone: ['c'] });
		expect(of('r')).toMatchObject({ premises: [{ who: 'b', resource: 'r' }] });
	});
	it('splits what it held together, the largest group staying', () => {
		const of = departuresIn(
			network(people, [
				tie('a', 'b'),
				tie('a', 'c'),
				tie('b', 'c'),
				tie('c', 'd'),
				tie('d', 'e'),
				tie('c', 'f')
			])
		);
		expect(of('c')).toMatchObject({ alone: ['f'], groups: [['d', 'e']], rest: 2 });
		expect(of('a')).toMatchObject({ alone: [], groups: [], rest: 5 });
	});
});

it.each<[string, Network]>([
	['one structure', network([actor('a')], [])],
	['a tie to itself', network([actor('a')], [tie('a', 'a'), pays('a', 'a')])],
	['every tie over', network(people, [tie('a', 'b', { status: 'ended' })])],
	['oversight only', network(people, [tie('a', 'b', { family: 'oversight', horizontal: false })])]
])('nothing is lost in a network of %s', (_name, given) => {
	const gone = departuresIn(given)('a');
	expect(gone && isWithoutLoss(gone)).toBe(true);
	expect(departuresIn(given)('nobody')).toBeUndefined();
});

const EDGES = fc.array(
	fc.tuple(fc.nat(5), fc.nat(6), fc.constantFrom('COOPERATES_WITH', 'USES', 'HOLDS')),
	{ maxLength: 14 }
);

it('takes apart exactly what taking the structure away takes apart', () => {
	fc.assert(
		fc.property(EDGES, fc.nat(5), (drawn, leaver) => {
			const edges = drawn.map(([from, to, type], i) =>
				type === 'COOPERATES_WITH'
					? tie(NAMES[from] ?? '', NAMES[to % 6] ?? '', { id: `e${i}` })
					: { ...shares(type, NAMES[from] ?? '', to % 2 ? 'r' : 's'), id: `e${i}` }
			);
			const nodes = [...people, resource('r', 'outil'), resource('s', 'outil')];
			const id = NAMES[leaver] ?? '';
			const found = departuresIn(network(nodes, edges))(id);
			const held = (each: string): boolean => {
				const holders = edges.filter((e) => e.type === 'HOLDS' && e.target === each);
				return holders.length > 0 && holders.every(({ source }) => source === id);
			};
			const lost = new Set([id, ...['r', 's'].filter(held)]);
			const left = edges.filter(({ source, target }) => !lost.has(source) && !lost.has(target));
			const before = partnersOf(horizontalTies(network(nodes, edges)));
			const after = partnersOf(horizontalTies(network(nodes, left)));
			const touched = componentsOf(before.keys(), (each) => before.get(each) ?? [])
				.filter((group) => group.includes(id))
				.flat()
				.filter((each) => each !== id);
			const pieces = componentsOf(touched, (each) => after.get(each) ?? []);
			const sizes = pieces.map(({ length }) => length);
			const said = [
				...(found?.rest ? [found.rest] : []),
				...(found?.groups ?? []).map(({ length }) => length),
				...(found?.alone ?? []).map(() => 1)
			];
			expect(said).toEqual(sizes);
		})
	);
});

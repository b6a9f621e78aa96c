import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
	Actor,
	ArsRegion,
	Claim,
	GraphNode,
	HealthProject,
	Relation,
	SharedResource
} from '#lib/domain/entities.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { buildNetwork } from './build.ts';
import { isolatedStructures } from './isolation.ts';
import type { Network } from './model.ts';
import { summarise } from './summary.ts';

const DAY = '2026-01-01';
const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
	id,
	label: 'Actor',
	kind: 'association',
	name: id,
	...more
});
const project = (id: string, more: Partial<HealthProject> = {}): HealthProject => ({
	id,
	label: 'HealthProject',
	kind: 'cls',
	name: id,
	status: 'current',
	coverage: 'partial',
	...more
});
const resource = (id: string, more: Partial<SharedResource> = {}): SharedResource => ({
	id,
	label: 'SharedResource',
	kind: 'locaux',
	name: id,
	...more
});
const ars: ArsRegion = { id: 'ars', label: 'ArsRegion', kind: 'ars', name: 'ARS', code: '11' };

let n = 0;
const relation = (
	source: string,
	type: Relation['type'],
	target: string,
	more: Partial<Relation> = {}
): Relation => ({ id: `r${++n}-${source}-${target}`, type, source, target, ...more });

const slice = (nodes: GraphNode[], relations: Relation[], claims: Claim[] = []): GraphSlice => ({
	revision: 1,
	nodes,
	relations,
	claims
});
const ofP = (given: GraphSlice, options = {}): Network =>
	buildNetwork(given, { kind: 'project', id: 'p' }, DAY, options);
const members = (network: Network): string[] =>
	network.nodes.filter((node) => node.member).map((node) => node.id);

describe('members of a project', () => {
	it('are the ends of what is marked with it or touches it, and its resources', () => {
		const network = ofP(
			slice(
				[
					actor('a'),
					actor('b'),
					actor('c'),
					actor('far'),
					project('p'),
					resource('r', { projectId: 'p' })
				],
				[
					relation('a', 'LEADS', 'p'),
					relation('b', 'COOPERATES_WITH', 'c', { projectId: 'p' }),
					relation('c', 'COOPERATES_WITH', 'far')
				]
			)
		);
		expect(members(network)).toEqual(['a', 'b', 'c', 'r']);
		expect(network.nodes.map((node) => node.id)).toEqual(['a', 'b', 'c', 'p', 'r']);
	});

	it('bring the relations among them that are marked with another project', () => {
		const network = ofP(
			slice(
				[actor('a'), actor('b'), project('p')],
				[
					relation('a', 'TAKES_PART_IN', 'p'),
					relation('b', 'TAKES_PART_IN', 'p'),
					relation('a', 'HOSTS', 'b', { projectId: 'other' })
				]
			)
		);
		expect(network.edges.map((edge) => edge.type).sort()).toEqual([
			'HOSTS',
			'TAKES_PART_IN',
			'TAKES_PART_IN'
		]);
	});

	it('do not count an agency that only oversees, yet show it as a hub', () => {
		const network = ofP(
			slice(
				[actor('a'), ars, project('p')],
				[
					relation('a', 'LEADS', 'p'),
					relation('p', 'OVERSEEN_BY', 'ars'),
					relation('a', 'OVERSEEN_BY', 'ars')
				]
			)
		);
		expect(members(network)).toEqual(['a']);
		expect(network.nodes.map((node) => node.id)).toContain('ars');
	});

	it('have a halo on demand, without what the halo does among itself', () => {
		const given = slice(
			[actor('a'), actor('x'), actor('y'), project('p')],
			[
				relation('a', 'LEADS', 'p'),
				relation('a', 'MEMBER_OF', 'x'),
				relation('a', 'MEMBER_OF', 'y'),
				relation('x', 'COOPERATES_WITH', 'y')
			]
		);
		expect(ofP(given).nodes.map((node) => node.id)).toEqual(['a', 'p']);
		const wide = ofP(given, { halo: true });
		expect(wide.nodes.map((node) => node.id)).toEqual(['a', 'p', 'x', 'y']);
		expect(wide.edges.map((edge) => edge.type).sort()).toEqual(['LEADS', 'MEMBER_OF', 'MEMBER_OF']);
		expect(wide.documented).toBe(false);
	});
});

describe('a tie is horizontal', () => {
	const built = (type: Relation['type'], source: string, target: string): boolean | undefined =>
		ofP(
			slice(
				[actor('a'), actor('b'), ars, project('p'), resource('r', { projectId: 'p' })],
				[relation(source, type, target, { projectId: 'p' })]
			)
		).edges[0]?.horizontal;

	it.each([
		['COOPERATES_WITH', 'a', 'b', true],
		['HOSTS', 'a', 'b', true],
		['USES', 'a', 'r', true],
		['FUNDS', 'a', 'b', false],
		['MEMBER_OF', 'a', 'b', false],
		['COOPERATES_WITH', 'a', 'ars', false],
		['ACCOMPANIES', 'a', 'p', false]
	] as const)('%s from %s to %s: %s', (type, source, target, expected) => {
		expect(built(type, source, target)).toBe(expected);
	});
});

it('the end of a project leaves its undated ties to be checked, and dated ones as they are', () => {
	const network = ofP(
		slice(
			[actor('a'), actor('b'), project('p', { status: 'ended', endYear: 2024 })],
			[
				relation('a', 'COOPERATES_WITH', 'b', { projectId: 'p' }),
				relation('a', 'HOSTS', 'b', { projectId: 'p', until: '2030' })
			]
		)
	);
	expect(network.edges.map((edge) => [edge.type, edge.status])).toEqual([
		['COOPERATES_WITH', 'to_check'],
		['HOSTS', 'current']
	]);
});

it('a card counts what people understand: uses but not holding, structures but not agencies', () => {
	const network = ofP(
		slice(
			[actor('a'), actor('b'), actor('c'), ars, project('p'), resource('r', { projectId: 'p' })],
			[
				relation('a', 'HOLDS', 'r'),
				relation('b', 'USES', 'r', { projectId: 'p' }),
				relation('a', 'LEADS', 'p'),
				relation('c', 'TAKES_PART_IN', 'p'),
				relation('ars', 'FUNDS', 'p')
			]
		)
	);
	expect(summarise(network, isolatedStructures(network))).toEqual({
		structures: 3,
		cooperations: 1,
		resources: 1,
		apart: 1,
		documented: true
	});
});

it('without any horizontal tie nobody is called apart', () => {
	const network = ofP(slice([actor('a'), project('p')], [relation('a', 'LEADS', 'p')]));
	const rows = isolatedStructures(network);
	expect(rows).toMatchObject([{ actorId: 'a', class: 'no_horizontal_tie', undocumented: true }]);
	expect(summarise(network, rows)).toMatchObject({ apart: 0, documented: false });
});

const TYPES = [
	'COOPERATES_WITH',
	'HOSTS',
	'FUNDS',
	'MEMBER_OF',
	'TAKES_PART_IN',
	'USES',
	'HOLDS'
] as const;
const GRAPHS = fc
	.tuple(
		fc.integer({ min: 1, max: 8 }),
		fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...TYPES), fc.nat(7), fc.boolean()), {
			maxLength: 25
		})
	)
	.map(([size, ties]): GraphSlice => {
		const nodes = [
			...Array.from({ length: size }, (_, i) => actor(`a${i}`)),
			project('p'),
			resource('r', { projectId: 'p' })
		];
		const relations = ties.flatMap(([from, type, to, marked], i): Relation[] => {
			const source = `a${from % size}`;
			const target =
				type === 'USES' || type === 'HOLDS'
					? 'r'
					: type === 'TAKES_PART_IN'
						? 'p'
						: `a${to % size}`;
			if (source === target) return [];
			return [{ id: `t${i}`, type, source, target, ...(marked ? { projectId: 'p' } : {}) }];
		});
		return slice(nodes, relations);
	});

it('does not depend on the order in which the database answers', () => {
	fc.assert(
		fc.property(GRAPHS, fc.integer(), (given, salt) => {
			const shuffled = <T extends { id: string }>(items: T[]): T[] =>
				[...items].sort(
					(a, b) =>
						((a.id.length * 7919) ^ salt) - ((b.id.length * 104729) ^ salt) ||
						(a.id < b.id ? 1 : -1)
				);
			const other = {
				...given,
				nodes: shuffled(given.nodes),
				relations: shuffled(given.relations)
			};
			expect(ofP(other)).toEqual(ofP(given));
			expect(isolatedStructures(ofP(other))).toEqual(isolatedStructures(ofP(given)));
		})
	);
});

it('one more cooperation between members never leaves more structures without any', () => {
	const alone = (network: Network): number =>
		isolatedStructures(network).filter(
			(row) => row.class === 'no_tie' || row.class === 'no_horizontal_tie'
		).length;
	fc.assert(
		fc.property(GRAPHS, fc.nat(), fc.nat(), (given, i, j) => {
			const before = ofP(given);
			const judged = before.nodes.filter((node) => node.member && node.label === 'Actor');
			const a = judged[i % Math.max(1, judged.length)];
			const b = judged[j % Math.max(1, judged.length)];
			fc.pre(a !== undefined && b !== undefined && a.id !== b.id);
			const tie = relation(a?.id ?? '', 'COOPERATES_WITH', b?.id ?? '');
			const after = ofP({ ...given, relations: [...given.relations, tie] });
			expect(alone(after)).toBeLessThanOrEqual(alone(before));
		})
	);
});

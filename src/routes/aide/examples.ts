/** Small fictional networks, one letter a structure, that show what a class or a figure means. */
import type { KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { FigureId } from '#lib/network/indicators/model.ts';
import type {
	IsolationClass,
	Network,
	NetworkEdge,
	NetworkNode,
	OutsideTie
} from '#lib/network/model.ts';

type Place = readonly [number, number];

export interface Example {
	network: Network;
	/** Where each node stands, in units where a node's diameter is 1. */
	places: ReadonlyMap<string, Place>;
	/** Ringed: what the words speak of. */
	marked: readonly string[];
	/** True for a ring in the colour of what stands apart. */
	apart: boolean;
}

interface Drawn {
	at: Place;
	group?: KindGroup;
	label?: NetworkNode['label'];
	ess?: boolean;
	/** Outside the territory. */
	outside?: boolean;
	access?: NetworkNode['access'];
}

const FAMILIES = {
	COOPERATES_WITH: 'cooperation',
	HOLDS: 'sharing',
	USES: 'sharing',
	FUNDS: 'funding',
	TAKES_PART_IN: 'participation'
} as const;

function nodeOf(
	id: string,
	{ group = 'primary_care', label, ess, outside, access }: Drawn
): NetworkNode {
	return {
		id,
		label:
			label ?? (group === 'funder' ? 'Funder' : group === 'resource' ? 'SharedResource' : 'Actor'),
		kind: '',
		name: id,
		group: label === 'HealthProject' ? 'project' : group,
		member: outside !== true && label !== 'HealthProject',
		ess,
		access
	};
}

type Told = readonly [string, keyof typeof FAMILIES, string, Partial<NetworkEdge>?];

const edgeOf = ([source, type, target, more]: Told): NetworkEdge => ({
	id: `${source}-${type}-${target}`,
	type,
	family: FAMILIES[type],
	source,
	target,
	horizontal: FAMILIES[type] === 'cooperation' || FAMILIES[type] === 'sharing',
	status: 'current',
	certainty: 'sourced',
	verdict: 'not_asked',
	sources: ['s'],
	...more
});

function example(
	drawn: Readonly<Record<string, Drawn>>,
	told: readonly Told[],
	marked: readonly string[],
	apart = false
): Example {
	const entries = Object.entries(drawn);
	const edges = told.map(edgeOf);
	return {
		network: {
			// What a project's structures have in common is that they were looked at together.
			scope: entries.some(([, { label }]) => label === 'HealthProject')
				? { kind: 'all' }
				: { kind: 'project', id: '' },
			day: '2026-01-01',
			revision: 0,
			nodes: entries.map(([id, each]) => nodeOf(id, each)),
			edges,
			outside: edges.flatMap((edge): OutsideTie[] => {
				const other = drawn[edge.target];
				if (!other?.outside) return [];
				const { family, horizontal, status, certainty } = edge;
				const { label, name } = nodeOf(edge.target, other);
				return [
					{
						...{ member: edge.source, other: { id: edge.target, label, name } },
						...{ family, horizontal, status, certainty }
					}
				];
			}),
			documented: edges.some(({ horizontal }) => horizontal)
		},
		places: new Map(entries.map(([id, { at }]) => [id, at])),
		marked,
		apart
	};
}

const TRIANGLE = {
	A: { at: [0, 0] },
	B: { at: [3, 0], group: 'hospital' },
	C: { at: [1.5, 2.4], group: 'civil_society' }
} as const satisfies Record<string, Drawn>;
const TRIANGLE_TIES: readonly Told[] = [
	['A', 'COOPERATES_WITH', 'B'],
	['B', 'COOPERATES_WITH', 'C'],
	['A', 'COOPERATES_WITH', 'C']
];
const cooperates = (a: string, b: string): Told => [a, 'COOPERATES_WITH', b];

/** One for each class of « à part » a page may name. */
export const CLASS_EXAMPLES: Readonly<Record<IsolationClass, Example>> = {
	no_tie: example({ ...TRIANGLE, D: { at: [6, 1.2] } }, TRIANGLE_TIES, ['D'], true),
	no_horizontal_tie: example(
		{ ...TRIANGLE, D: { at: [6, 2.2] }, F: { at: [6, 0], group: 'funder' } },
		[...TRIANGLE_TIES, ['F', 'FUNDS', 'D']],
		['D'],
		true
	),
	outside_only: example(
		{ ...TRIANGLE, D: { at: [5.5, 1.2] }, X: { at: [8, 1.2], outside: true } },
		[...TRIANGLE_TIES, cooperates('D', 'X')],
		['D'],
		true
	),
	detached_group: example(
		{ ...TRIANGLE, D: { at: [6, 0] }, E: { at: [6, 2.4], group: 'civil_society' } },
		[...TRIANGLE_TIES, cooperates('D', 'E')],
		['D', 'E'],
		true
	),
	single_bridge: example(
		{ ...TRIANGLE, D: { at: [6, 0] } },
		[...TRIANGLE_TIES, cooperates('B', 'D')],
		['D'],
		true
	),
	absent: example({ ...TRIANGLE, D: { at: [6, 1.2], outside: true } }, TRIANGLE_TIES, ['D'], true)
};

/** Two that know the same two. */
export const PARTNERS_EXAMPLE: Example = example(
	{
		A: { at: [0, 1.4] },
		B: { at: [2.6, 0], group: 'hospital' },
		C: { at: [2.6, 2.8], group: 'civil_society' },
		D: { at: [5.2, 1.4], group: 'civil_society' }
	},
	[cooperates('A', 'B'), cooperates('A', 'C'), cooperates('B', 'D'), cooperates('C', 'D')],
	['A', 'D']
);

/** Four tied, one of them the only way to the fourth, and one apart. */
const FIVE: Readonly<Record<string, Drawn>> = {
	...TRIANGLE,
	D: { at: [4.6, 3], group: 'civil_society' },
	E: { at: [6.6, 0.6] }
};
const five = (marked: readonly string[], apart = false): Example =>
	example(FIVE, [...TRIANGLE_TIES, cooperates('C', 'D')], marked, apart);

const money = (marked: readonly string[]): Example =>
	example(
		{
			P: { at: [0, 0], group: 'funder' },
			Q: { at: [0, 2.6], group: 'funder' },
			A: { at: [3.4, -0.2] },
			B: { at: [3.4, 1.6], group: 'hospital' },
			C: { at: [3.4, 3.2], group: 'civil_society' },
			D: { at: [6, 1.6] }
		},
		[
			['P', 'FUNDS', 'A'],
			['P', 'FUNDS', 'B'],
			['Q', 'FUNDS', 'B'],
			['P', 'FUNDS', 'C']
		],
		marked
	);

const proof = (marked: readonly string[]): Example =>
	example(
		TRIANGLE,
		[
			cooperates('A', 'B'),
			['B', 'COOPERATES_WITH', 'C', { sources: ['old'] }],
			['A', 'COOPERATES_WITH', 'C', { certainty: 'unsourced', sources: [] }]
		],
		marked
	);

/** Year of publication of the sources the examples cite. */
export const EXAMPLE_YEARS: ReadonlyMap<string, number> = new Map([
	['s', 2024],
	['old', 2016]
]);

/** One for each figure. */
export const FIGURE_EXAMPLES: Readonly<Record<FigureId, Example>> = {
	structures: five(['A', 'B', 'C', 'D', 'E']),
	ess: example(
		{
			A: { at: [0, 0], ess: false },
			B: { at: [2.6, 0], group: 'hospital', ess: false },
			C: { at: [0, 2.4], group: 'civil_society', ess: true },
			D: { at: [2.6, 2.4], group: 'civil_society', ess: true },
			E: { at: [5.2, 1.2] }
		},
		[],
		['C', 'D']
	),
	partners: five(['C']),
	clustering: five(['A', 'B', 'C']),
	mixing: five(['A', 'B', 'C']),
	sharing: example(
		{
			A: { at: [0, 0] },
			B: { at: [0, 2.6], group: 'civil_society' },
			R: { at: [2.4, 1.3], group: 'resource' },
			C: { at: [5, 1.3], group: 'hospital' }
		},
		[
			['A', 'HOLDS', 'R'],
			['B', 'USES', 'R']
		],
		['A', 'B']
	),
	groups: example(
		{ ...TRIANGLE, D: { at: [6, 0] }, E: { at: [6, 2.4], group: 'civil_society' } },
		[...TRIANGLE_TIES, cooperates('D', 'E')],
		['A', 'B', 'C', 'D', 'E']
	),
	largest: five(['A', 'B', 'C', 'D']),
	isolated: five(['E'], true),
	fragile: five(['C']),
	brokers: five(['C']),
	funders: money(['A', 'B', 'C']),
	concentration: money(['P', 'Q']),
	first_funder: money(['P']),
	access: example(
		{
			P: { at: [0, 0], label: 'HealthProject', access: ['financiere', 'geographique'] },
			Q: { at: [3, 0], label: 'HealthProject', access: ['financiere'] }
		},
		[],
		[]
	),
	sourced: proof([]),
	freshness: proof([])
};

import { describe, expect, it } from 'vitest';
import { defaultFilters, type Filters } from '#lib/domain/view-state/state.ts';
import { facet } from '#lib/network/facets.ts';
import type { IsolationRow, Layout } from '#lib/network/model.ts';
import { actor, network, tie } from '#lib/network/small-networks.ts';
import { apartIds, explorerData, neighbourCount, numberedSources, shownOf } from './data.ts';

const LAYOUT: Layout = {
	version: 1,
	positions: new Map(),
	bounds: { minX: 0, minY: 0, maxX: 0, maxY: 0 },
	hulls: []
};
const dataOf = (given: ReturnType<typeof network>) =>
	explorerData({
		network: given,
		isolated: [],
		layout: LAYOUT,
		sourceNames: new Map(),
		fictional: false
	});
const row = (actorId: string, more: Partial<IsolationRow> = {}): IsolationRow => ({
	actorId,
	class: 'no_tie',
	reasons: [],
	with: [],
	certainty: 'documented',
	undocumented: false,
	...more
});
const all: Filters = { ...defaultFilters(), hiddenGroups: new Set() };

describe('what is shown', () => {
	const data = dataOf(
		network(
			[actor('a'), actor('h', { group: 'hospital' }), actor('b')],
			[tie('a', 'h'), tie('a', 'b'), tie('a', 'b', { id: 'money', family: 'funding' })]
		)
	);
	const ids = (filters: Filters) => {
		const { nodes, edges } = shownOf(data.network, facet(data.network, filters));
		return { nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id) };
	};
	it('is everything when nothing is hidden', () => {
		expect(ids(all)).toEqual({ nodes: ['a', 'h', 'b'], edges: ['a-h', 'a-b', 'money'] });
	});
	it('loses a hidden group with every tie that ends there', () => {
		expect(ids({ ...all, hiddenGroups: new Set(['hospital']) })).toEqual({
			nodes: ['a', 'b'],
			edges: ['a-b', 'money']
		});
	});
	it('keeps who had only ties of a hidden family', () => {
		expect(ids({ ...all, families: new Set() })).toEqual({ nodes: ['a', 'h', 'b'], edges: [] });
	});
	it('is nothing, without complaint, in an empty network', () => {
		const empty = network([], []);
		expect(shownOf(empty, facet(empty, all))).toEqual({ nodes: [], edges: [] });
	});
});

describe('« à part »', () => {
	const rows = [
		row('none'),
		row('vertical', { class: 'no_horizontal_tie' }),
		row('branch', { class: 'single_bridge' }),
		row('island', { class: 'detached_group' })
	];
	it('are those without a horizontal tie, not every branch', () => {
		expect([...apartIds({ documented: true, rows })]).toEqual(['none', 'vertical']);
	});
	it('are everybody where only isolated structures are', () => {
		expect(apartIds({ documented: true, rows: [row('x'), row('y')] }).size).toBe(2);
	});
	it('are nobody where cooperations are not documented', () => {
		expect(apartIds({ documented: false, rows }).size).toBe(0);
	});
});

describe('counts read aloud and cited', () => {
	it('a neighbour counts once, whatever the number and the way of its ties', () => {
		const edges = [tie('a', 'b'), tie('b', 'a', { id: 'back' }), tie('a', 'c'), tie('b', 'c')];
		expect(neighbourCount('a', edges)).toBe(2);
		expect(neighbourCount('alone', edges)).toBe(0);
	});
	it('sources are numbered by use, equal ones by id, whatever the order of the ties', () => {
		const edges = [
			tie('a', 'b', { sources: ['z'] }),
			tie('b', 'c', { sources: ['y', 'x'] }),
			tie('c', 'd', { sources: ['y'] })
		];
		const expected = [
			{ id: 'y', uses: 2 },
			{ id: 'x', uses: 1 },
			{ id: 'z', uses: 1 }
		];
		expect(numberedSources(edges)).toEqual(expected);
		expect(numberedSources(edges.toReversed())).toEqual(expected);
		expect(numberedSources([])).toEqual([]);
	});
});

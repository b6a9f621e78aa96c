import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilters, VIEW_GROUPS, type Filters } from '#lib/domain/view-state/state.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { neighboursHidden } from './expansion.ts';
import { facet } from './facets.ts';
import { actor, tie } from './small-networks.ts';

const network = {
	nodes: [
		actor('a', { group: 'primary_care' }),
		actor('b', { group: 'hospital' }),
		actor('c', { group: 'hospital' }),
		actor('d', { group: 'hospital' }),
		actor('p', { group: 'project', label: 'HealthProject' })
	],
	edges: [
		tie('a', 'b', { id: 'works' }),
		tie('a', 'c', { id: 'governs', family: 'governance', since: '2020' }),
		tie('b', 'c', { id: 'between' }),
		tie('c', 'd', { id: 'beyond' }),
		tie('a', 'p', { id: 'leads', family: 'participation' })
	]
};
const filtersOf = (change: Partial<Filters>): Filters => ({ ...defaultFilters(), ...change });
const passing = (change: Partial<Filters>) => {
	const { nodes, edges, nodeCount, edgeCount } = facet(network, filtersOf(change));
	const shown = {
		nodes: network.nodes.filter((_, i) => nodes[i]).map(({ id }) => id),
		edges: network.edges.filter((_, i) => edges[i]).map(({ id }) => id)
	};
	expect([nodeCount, edgeCount]).toEqual([shown.nodes.length, shown.edges.length]);
	return shown;
};
const hidden = (change: Partial<Filters>, id: string): string[] => {
	const filters = filtersOf(change);
	return [...neighboursHidden(network, filters, facet(network, filters).edges, id)].sort();
};

describe('an expanded node', () => {
	it('brings the neighbours and ties that the legend hides, and no further', () => {
		const hospitals = { hiddenGroups: new Set(['hospital', 'project'] as const) };
		expect(passing(hospitals)).toEqual({ nodes: ['a'], edges: [] });
		expect(hidden(hospitals, 'a')).toEqual(['b', 'c']);
		expect(passing({ ...hospitals, expanded: new Set(['a']) })).toEqual({
			nodes: ['a', 'b', 'c'],
			edges: ['works', 'governs', 'between']
		});
	});

	it('counts a neighbour in sight by no tie shown, and neither project nor agency', () => {
		expect(hidden({}, 'a')).toEqual(['c']);
		expect(passing({ expanded: new Set(['a']) }).edges).toContain('governs');
		expect(hidden({ expanded: new Set(['a']) }, 'a')).toEqual([]);
	});

	it('keeps to the year looked at', () => {
		expect(hidden({ year: 2019 }, 'a')).toEqual([]);
		expect(passing({ year: 2019, expanded: new Set(['a']) }).edges).not.toContain('governs');
		expect(hidden({ year: 2019, comparedYear: 2021 }, 'a')).toEqual(['c']);
	});

	it('brings as many neighbours as were announced, and takes nothing away', () => {
		const ids = network.nodes.map(({ id }) => id);
		const subset = <T>(items: readonly T[]) => fc.subarray([...items]).map((list) => new Set(list));
		const filters = fc.record({
			families: subset(DRAWN_FAMILIES),
			hiddenGroups: subset(VIEW_GROUPS),
			expanded: subset(ids)
		});
		fc.assert(
			fc.property(filters, fc.constantFrom('a', 'b', 'c', 'd'), (change, id) => {
				const neighbours = (edges: readonly string[]): Set<string> =>
					new Set(
						network.edges
							.filter(({ id: tied, target }) => target !== 'p' && edges.includes(tied))
							.flatMap(({ source, target }) =>
								source === id ? [target] : target === id ? [source] : []
							)
					);
				const before = passing(change);
				const after = passing({ ...change, expanded: new Set([...change.expanded, id]) });
				expect(after.nodes).toEqual(expect.arrayContaining(before.nodes));
				expect(after.edges).toEqual(expect.arrayContaining(before.edges));
				expect(neighbours(after.edges).size - neighbours(before.edges).size).toBe(
					hidden(change, id).length
				);
			})
		);
	});
});

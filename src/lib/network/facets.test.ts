import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '#lib/domain/claims.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import {
	defaultFilters,
	ESS_VALUES,
	VIEW_GROUPS,
	type Filters
} from '#lib/domain/view-state/state.ts';
import { DRAWN_FAMILIES, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { facet } from './facets.ts';
import { actor, tie } from './small-networks.ts';

const network = {
	nodes: [
		actor('a', { group: 'hospital', departement: '75', ess: true }),
		actor('b', { group: 'primary_care', departement: '93' }),
		actor('c', { group: 'primary_care', ess: false }),
		actor('p', { group: 'project', label: 'HealthProject' })
	],
	edges: [
		tie('a', 'b', { id: 'together', since: '2019', until: '2021' }),
		tie('a', 'c', { id: 'past', status: 'ended', certainty: 'inferred' }),
		tie('b', 'c', { id: 'pays', family: 'funding' }),
		tie('a', 'p', { id: 'leads', family: 'participation' })
	]
};
const passing = (filters: Partial<Filters>) => {
	const { nodes, edges } = facet(network, { ...defaultFilters(), ...filters });
	return {
		nodes: network.nodes.filter((_, i) => nodes[i]).map(({ id }) => id),
		edges: network.edges.filter((_, i) => edges[i]).map(({ id }) => id)
	};
};
const counts = (filters: Partial<Filters>) =>
	facet(network, { ...defaultFilters(), ...filters }).counts;

describe('facets', () => {
	it('hide hubs and what ends at them on a first visit', () => {
		expect(passing({})).toEqual({ nodes: ['a', 'b', 'c'], edges: ['together', 'past', 'pays'] });
		expect(
			passing({ hiddenGroups: new Set(), families: new Set(['participation']) }).edges
		).toEqual(['leads']);
	});

	it('filter by nature, social economy, place, status, certainty and year', () => {
		expect(passing({ hiddenGroups: new Set(['hospital']) }).edges).toEqual(['pays']);
		expect(passing({ ess: new Set(['oui', 'inconnu']) }).nodes).toEqual(
			['a', 'b', 'p'].slice(0, 2)
		);
		expect(passing({ departements: new Set(['75']) }).nodes).toEqual(['a']);
		expect(passing({ departements: new Set() }).nodes).toEqual([]);
		expect(passing({ statuses: new Set(['ended']) }).edges).toEqual(['past']);
		expect(passing({ certainties: new Set(['inferred']) }).edges).toEqual(['past']);
		expect(passing({ year: 2020 }).edges).toEqual(['together', 'pays']);
		expect(passing({ year: 2022 }).edges).toEqual(['pays']);
	});

	it('count what each line would show, following every other filter but its own', () => {
		const hidden = counts({ hiddenGroups: new Set(['primary_care', 'project']) });
		expect(hidden.groups.get('primary_care')).toBe(2);
		expect(hidden.ess.get('inconnu')).toBeUndefined();
		expect(hidden.families.size).toBe(0);
		const sourced = counts({ certainties: new Set(['sourced']) });
		expect(sourced.certainties.get('inferred')).toBe(1);
		expect(sourced.statuses.get('ended')).toBeUndefined();
	});

	it('never show an edge without its two ends, and count what they show', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const nodes = fc.tuple(
			...ids.map((id) =>
				fc
					.record({
						group: fc.constantFrom(...VIEW_GROUPS),
						ess: fc.constantFrom(true, false, undefined),
						departement: fc.constantFrom('75', '93', undefined)
					})
					.map((more) => actor(id, more))
			)
		);
		const edges = fc.array(
			fc
				.record({
					ends: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
					family: fc.constantFrom(...DRAWN_FAMILIES),
					status: fc.constantFrom(...RELATION_STATUSES),
					certainty: fc.constantFrom(...CERTAINTIES)
				})
				.map(({ ends: [from, to], ...more }) => tie(from, to, more)),
			{ maxLength: 12 }
		);
		const subset = <T>(items: readonly T[]) => fc.subarray([...items]).map((list) => new Set(list));
		const filters = fc.record({
			families: subset(DRAWN_FAMILIES),
			hiddenGroups: subset(VIEW_GROUPS),
			statuses: subset(RELATION_STATUSES),
			certainties: subset(CERTAINTIES),
			ess: subset(ESS_VALUES)
		});
		fc.assert(
			fc.property(fc.record({ nodes, edges }), filters, (given, chosen) => {
				const families: ReadonlySet<Family> = chosen.families;
				const result = facet(given, { ...defaultFilters(), ...chosen });
				const shown = new Set(given.nodes.filter((_, i) => result.nodes[i]).map(({ id }) => id));
				expect(result.nodeCount).toBe(shown.size);
				given.edges.forEach((edge, i) => {
					const fits =
						shown.has(edge.source) &&
						shown.has(edge.target) &&
						families.has(edge.family) &&
						chosen.statuses.has(edge.status) &&
						chosen.certainties.has(edge.certainty);
					expect(result.edges[i]).toBe(fits ? 1 : 0);
				});
				const perFamily = [...result.counts.families].filter(([f]) => families.has(f));
				expect(perFamily.reduce((total, [, count]) => total + count, 0)).toBe(result.edgeCount);
			})
		);
	});

	it('show what was alive in either of two years compared, with the status it had then', () => {
		expect(passing({ year: 2025, comparedYear: 2020 }).edges).toEqual(['together', 'pays']);
		expect(passing({ year: 2020, comparedYear: 2025 }).edges).toEqual(['together', 'pays']);
		expect(counts({ year: 2025, comparedYear: 2020 }).statuses.get('current')).toBe(2);
	});
});

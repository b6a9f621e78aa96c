import { describe, expect, it } from 'vitest';
import {
	ACCESS_VALUES,
	defaultFilters,
	everything,
	type AccessValue
} from '#lib/domain/view-state/state.ts';
import { accessDiffers, countAccess } from './access.ts';
import { facet } from './facets.ts';
import { actor, tie } from './small-networks.ts';

const project = (id: string, access: ('financiere' | 'geographique')[]) =>
	actor(id, { group: 'project', label: 'HealthProject', access });
const network = {
	nodes: [
		actor('both'),
		actor('marked'),
		actor('overseer', { group: 'ars', label: 'ArsRegion' }),
		actor('payer'),
		project('prj-cost', ['financiere']),
		project('prj-place', ['geographique']),
		actor('stranger')
	],
	edges: [
		tie('both', 'prj-cost', { family: 'participation' }),
		tie('both', 'prj-place', { family: 'participation' }),
		tie('marked', 'stranger', { family: 'governance' }),
		tie('marked', 'both', { projectId: 'prj-place' }),
		tie('payer', 'prj-cost', { family: 'funding' }),
		tie('prj-cost', 'overseer', { family: 'oversight' })
	]
};
const shown = (...values: AccessValue[]): string[] => {
	const { nodes } = facet(network, { ...everything(), access: new Set(values) });
	return network.nodes.filter((_node, place) => nodes[place] === 1).map(({ id }) => id);
};

describe('access to care', () => {
	it('of a structure is that of the projects it takes part in or has a tie marked with', () => {
		expect(shown('financiere')).toEqual(['both', 'payer', 'prj-cost']);
		expect(shown('geographique')).toEqual(['both', 'marked', 'prj-place']);
		expect(shown('sociale_psychologique')).toEqual([]);
		expect(shown('inconnu')).toEqual(['overseer', 'stranger']);
		expect(shown(...ACCESS_VALUES)).toEqual(network.nodes.map(({ id }) => id));
	});

	it('is counted among what the other filters let through', () => {
		const { nodes } = facet(network, defaultFilters());
		expect(countAccess(network, nodes)).toEqual(
			new Map([
				['financiere', 2],
				['geographique', 2],
				['inconnu', 1]
			])
		);
	});

	it('says nothing where every structure has the same', () => {
		expect(accessDiffers(network)).toBe(true);
		const nodes = [actor('a'), project('p', ['financiere'])];
		expect(accessDiffers({ nodes, edges: [tie('a', 'p', { family: 'participation' })] })).toBe(
			false
		);
		expect(accessDiffers({ nodes: [actor('b')], edges: [] })).toBe(false);
	});
});

import { describe, expect, it } from 'vitest';
import { visible } from './filter.ts';
import type { NetworkEdge, NetworkNode } from './model.ts';
import { actor, tie } from './small-networks.ts';

const node = (id: string, group: NetworkNode['group']): NetworkNode =>
	actor(id, { group, label: group === 'project' ? 'HealthProject' : 'Actor' });
const edge = (id: string, target: string, more: Partial<NetworkEdge>): NetworkEdge =>
	tie('a', target, { id, ...more });

const network = {
	nodes: [node('a', 'hospital'), node('b', 'networks'), node('p', 'project')],
	edges: [
		edge('together', 'b', {}),
		edge('past', 'b', { status: 'ended' }),
		edge('pays', 'b', { family: 'funding' }),
		edge('leads', 'p', { family: 'participation' })
	]
};
const shown = (filter: Parameters<typeof visible>[1]) => {
	const { nodes, edges } = visible(network, filter);
	return { nodes: [...nodes], edges: [...edges] };
};

describe('visible', () => {
	it('hides projects and what ends at them unless asked for', () => {
		expect(shown({})).toEqual({ nodes: ['a', 'b'], edges: ['together', 'past', 'pays'] });
		expect(shown({ hubs: true }).edges).toContain('leads');
	});
	it('keeps the families and statuses wanted, nodes staying where they are', () => {
		expect(shown({ families: new Set(['cooperation']), statuses: new Set(['current']) })).toEqual({
			nodes: ['a', 'b'],
			edges: ['together']
		});
		expect(shown({ families: new Set() })).toEqual({ nodes: ['a', 'b'], edges: [] });
	});
	it('drops the relations of a group that is hidden', () => {
		expect(shown({ groups: new Set(['hospital']) })).toEqual({ nodes: ['a'], edges: [] });
	});
});

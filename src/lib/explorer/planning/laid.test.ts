import { describe, expect, it } from 'vitest';
import type { Network } from '#lib/network/model.ts';
import { marked } from './laid.ts';

const edge: Network['edges'][number] = {
	...{ id: 'r', type: 'COOPERATES_WITH', family: 'cooperation', source: 'a', target: 'b' },
	...{ horizontal: true, status: 'current', certainty: 'sourced', verdict: 'not_asked' },
	sources: ['s']
};
const node: Network['nodes'][number] = {
	...{ id: 'a', label: 'Actor', kind: 'association', name: 'A', group: 'hospital' },
	member: true
};
const network: Network = {
	...{ scope: { kind: 'all' }, day: '2026-11-23', revision: 1, documented: true },
	nodes: [node, { ...node, id: 'plan-1', name: 'Poste' }],
	edges: [edge, { ...edge, id: 'plan-2', target: 'plan-1' }]
};
const words = { nameOf: (name: string) => `${name} (prévu)`, detail: 'prévu' };

describe('a network with a plan laid over it', () => {
	it('says of each planned thing that it is, and leaves the facts as they are', () => {
		const before = structuredClone(network);
		const shown = marked(network, new Set(['plan-1', 'plan-2']), words);
		expect(shown.nodes.map(({ name, planned }) => [name, planned])).toEqual([
			['A', undefined],
			['Poste (prévu)', true]
		]);
		expect(shown.edges.map(({ status, detail }) => [status, detail])).toEqual([
			['current', undefined],
			['planned', 'prévu']
		]);
		expect(shown.nodes[0]).toBe(network.nodes[0]);
		expect(network).toEqual(before);
	});
});

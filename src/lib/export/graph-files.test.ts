import { execFileSync, spawnSync } from 'node:child_process';
import Graph, { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { noteNotRun } from '../../../tests/not-run.ts';
import { exportFiles, fileStem } from './files.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';
import { SAMPLE } from './sample.ts';

describe('GEXF', () => {
	it('is read back by graphology: nodes, parallel edges, values, place', () => {
		const graph = gexf.parse(MultiDirectedGraph, toGexf(SAMPLE));
		expect(graph.nodes()).toEqual(SAMPLE.nodes.map(({ id }) => id));
		expect(graph.mapEdges((id, _values, source, target) => [id, source, target])).toEqual(
			SAMPLE.edges.map(({ id, source, target }) => [id, source, target])
		);
		for (const node of SAMPLE.nodes)
			expect(graph.getNodeAttribute(node.id, 'label')).toBe(node.name);
		expect(graph.getNodeAttributes('a')).toMatchObject({ x: 1.5, y: 2, ess: true, lon: -2.5 });
		expect(graph.getEdgeAttributes('da')).toMatchObject({ amountEur: 12_500.5, stage: 'granted' });
	});
});

/** Reads GraphML with networkx: another language, another author. */
const READER = `
import json, sys, networkx
graph = networkx.parse_graphml(sys.stdin.read(), force_multigraph=True)
json.dump({
	"directed": graph.is_directed(),
	"graph": graph.graph,
	"nodes": dict(graph.nodes(data=True)),
	"edges": [[key, source, target, data] for source, target, key, data in graph.edges(keys=True, data=True)],
}, sys.stdout)
`;

const hasNetworkx = spawnSync('python3', ['-c', 'import networkx']).status === 0;
noteNotRun(
	'GraphML read back by networkx',
	hasNetworkx ? undefined : 'python3 with networkx was not found'
);

describe('GraphML', () => {
	it.runIf(hasNetworkx)('is read back by networkx: nodes, parallel edges, values', () => {
		const answer = execFileSync('python3', ['-c', READER], {
			input: toGraphml(SAMPLE),
			encoding: 'utf8'
		});
		const { directed, graph, nodes, edges } = JSON.parse(answer);
		expect(directed).toBe(true);
		expect(graph).toMatchObject({ title: SAMPLE.title, day: SAMPLE.day, licence: SAMPLE.licence });
		expect(Object.keys(nodes)).toEqual(SAMPLE.nodes.map(({ id }) => id));
		for (const { id, name } of SAMPLE.nodes) expect(nodes[id].name).toBe(name);
		expect(nodes.a).toMatchObject({ ess: true, lat: 48.8 });
		const byId = new Map<string, unknown>(edges.map((edge: [string]) => [edge[0], edge]));
		for (const { id, source, target, type } of SAMPLE.edges)
			expect(byId.get(id)).toEqual([id, source, target, expect.objectContaining({ type })]);
	});
});

describe('JSON', () => {
	it('holds what was given, with the titles of the sources cited', () => {
		const read = JSON.parse(toJson(SAMPLE));
		expect(read.nodes).toEqual(JSON.parse(JSON.stringify(SAMPLE.nodes)));
		expect(read.edges).toEqual(JSON.parse(JSON.stringify(SAMPLE.edges)));
		expect(read.sources).toEqual({ s1: 'Rapport "2019"', s2: 'Site' });
		expect(read.licence).toBe(SAMPLE.licence);
	});
});

describe('files', () => {
	const words = {
		stem: 'essai',
		nodes: 'structures',
		edges: 'liens',
		sources: 'sources',
		about: 'à lire',
		columns: {},
		separator: ';'
	} as const;
	it('are two tables for CSV and one file for the rest', async () => {
		expect((await exportFiles('csv', SAMPLE, words)).map(({ name }) => name)).toEqual([
			'essai-structures.csv',
			'essai-liens.csv'
		]);
		for (const format of ['gexf', 'xlsx'] as const)
			expect((await exportFiles(format, SAMPLE, words)).map(({ name }) => name)).toEqual([
				`essai.${format}`
			]);
	});
	it('have names any disk takes', () => {
		expect(fileStem('Contrat local de santé : « Pays/Ploërmel » 2018')).toBe(
			'contrat-local-de-sante-pays-ploermel-2018'
		);
		expect(fileStem('../..')).toBe('maillage');
	});
	it('of an empty network are whole files', async () => {
		const empty = { ...SAMPLE, nodes: [], edges: [] };
		expect(gexf.parse(Graph, toGexf(empty)).order).toBe(0);
		for (const format of ['csv', 'graphml', 'json', 'cypher'] as const)
			for (const { content } of await exportFiles(format, empty, words))
				expect(content).not.toBe('');
	});
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseViewState } from '#lib/domain/view-state/codec.ts';
import { apartIds, explorerData, shownOf } from '#lib/explorer/data.ts';
import { networkText, type NetworkText } from '#lib/explorer/views/text/text.ts';
import { facet } from '#lib/network/facets.ts';
import { standingIn } from '#lib/network/isolation-year.ts';
import { statusIn } from '#lib/network/years.ts';
import { buildGraph } from '#lib/rendering/graph.ts';
import { isShown } from '#lib/rendering/model.ts';
import { createCatalogue } from '#lib/server/catalogue/create.ts';
import type { Catalogue, PreparedNetwork } from '#lib/server/catalogue.ts';
import { openMemoryRepository } from '#lib/server/database.ts';
import { fictionalChangeSet } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { inProcess } from '#lib/server/layouts/compute.ts';
import { LayoutKeeper } from '#lib/server/layouts/keeper.ts';
import type { Repository } from '#lib/server/repository.ts';
import { FILTER_STATES } from '../e2e/filter-states.ts';
import { openStarterCatalogue } from './starter-catalogue.ts';

let repository: Repository;
let catalogue: Catalogue;

beforeAll(async () => {
	({ repository, catalogue } = await openStarterCatalogue());
}, 60_000);
afterAll(() => repository.close());

/** What sigma is given to draw and lets through, looked up in the network: a line a thing. */
function drawn({ network, isolated, layout }: PreparedNetwork, search: string): string[] {
	const { state } = parseViewState(new URLSearchParams(search));
	const visibility = facet(network, state);
	const graph = buildGraph({
		nodes: network.nodes,
		edges: network.edges,
		positions: layout.positions,
		apart: apartIds(standingIn(network, isolated, state)),
		hulls: []
	});
	const nameOf = new Map(network.nodes.map(({ id, name }) => [id, name]));
	const lines: string[] = [];
	graph.forEachNode((id, node) => {
		if (isShown(visibility.nodes, node)) lines.push(`${id} ${nameOf.get(id)}`);
	});
	graph.forEachEdge((id, { tie }, source, target) => {
		const edge = network.edges[tie.place];
		if (!isShown(visibility.edges, tie) || !edge) return;
		const { family, type, since, until, verdict, certainty, sources } = edge;
		const status = state.year === undefined ? edge.status : statusIn(edge, state.year);
		const said = [family, type, nameOf.get(source), nameOf.get(target), since, until];
		lines.push([id, ...said, status, certainty, verdict, ...[...sources].sort()].join(' | '));
	});
	return lines.sort();
}

function told({ families, groups, apart, loose, sources }: NetworkText): string[] {
	const nodes = [
		...groups.flatMap((group) => group.nodes),
		...apart.flatMap(({ rows }) => rows.map(({ node }) => node)),
		...loose.flatMap((group) => group.nodes)
	];
	const lines = new Set(nodes.map(({ id, name }) => `${id} ${name}`));
	for (const { family, ties } of families)
		for (const tie of ties) {
			const { id, type, source, target, since, until, status, certainty, verdict } = tie;
			const cited = tie.sources.map((number) => sources[number - 1]?.id ?? 'nowhere').sort();
			const said = [family, type, source.name, target.name, since, until];
			lines.add([id, ...said, status, certainty, verdict, ...cited].join(' | '));
		}
	return [...lines].sort();
}

function textOf(prepared: PreparedNetwork, search: string): NetworkText {
	const { state } = parseViewState(new URLSearchParams(search));
	const data = explorerData({ ...prepared, sourceNames: new Map(), fictional: false });
	return networkText(data, shownOf(prepared.network, facet(prepared.network, state)), state);
}

it('in data, on every seed project at twenty filter states: the text tells what the drawing is given, no more, no less', async () => {
	expect(FILTER_STATES).toHaveLength(20);
	const cards = await catalogue.cards();
	expect(cards).toHaveLength(60);
	let lines = 0;
	const full = new Set<string>();
	for (const { id } of cards) {
		const prepared = await catalogue.network({ kind: 'project', id });
		if (!prepared) throw new Error(`${id} has no network`);
		for (const search of FILTER_STATES) {
			const expected = drawn(prepared, search);
			expect(told(textOf(prepared, search)), `${id} ${search}`).toEqual(expected);
			lines += expected.length;
			if (expected.length > 0) full.add(search);
		}
	}
	expect(lines).toBeGreaterThan(10_000);
	expect([...full]).toHaveLength(FILTER_STATES.length);
}, 120_000);

it('in data, on the whole country too', async () => {
	const prepared = await catalogue.network({ kind: 'all' });
	if (!prepared) throw new Error('no network');
	for (const search of FILTER_STATES)
		expect(told(textOf(prepared, search)), search).toEqual(drawn(prepared, search));
}, 60_000);

it('in data, on a network of a thousand nodes at the same twenty states', async () => {
	const large = await openMemoryRepository();
	try {
		await large.migrate();
		const graph = fictionalOfSize(1000, 3000, 1);
		await large.apply(fictionalChangeSet(graph, { name: 'mille', at: '2026-01-01T00:00:00.000Z' }));
		const layouts = new LayoutKeeper(large, inProcess);
		const prepared = await createCatalogue(large, { layouts, fictional: () => true }).network({
			kind: 'project',
			id: 'fictif-projet-1'
		});
		if (!prepared) throw new Error('no network');
		expect(prepared.network.nodes.length).toBeGreaterThanOrEqual(1000);
		expect(prepared.network.edges.length).toBeGreaterThan(2500);
		for (const search of FILTER_STATES)
			expect(told(textOf(prepared, search)), search).toEqual(drawn(prepared, search));
	} finally {
		await large.close();
	}
}, 60_000);

import { describe, expect, it } from 'vitest';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { Network } from '#lib/network/model.ts';
import { actor, network, tie } from '#lib/network/small-networks.ts';
import { INLINE_RELATIONS, pageNetwork } from './page-data.ts';

const SOURCES = new Map([['src-1', 'Rapport']]);
const pageOf = (given: Network, search = '') =>
	pageNetwork(
		{
			network: given,
			isolated: isolatedStructures(given),
			sourceNames: () => Promise.resolve(SOURCES)
		},
		new URLSearchParams(search)
	);

describe('what the server says of a network', () => {
	it('is empty and undocumented when it is', async () => {
		expect(await pageOf(network([], []))).toMatchObject({
			structures: 0,
			cooperations: 0,
			apart: 0,
			documented: false,
			day: '2026-01-01',
			models: { tables: { nodes: [], ties: [] } }
		});
	});
	it('calls nobody « à part » where every structure is alone and nothing is documented', async () => {
		const page = await pageOf(network([actor('a'), actor('b')], []));
		expect(page).toMatchObject({ structures: 2, apart: 0, documented: false });
		expect(page.models?.tables?.nodes.map(({ apart }) => apart)).toEqual([undefined, undefined]);
	});
	it('names who stands apart in its table as on its card', async () => {
		const page = await pageOf(
			network(
				['a', 'b', 'alone'].map((id) => actor(id)),
				[tie('a', 'b')]
			)
		);
		expect(page.apart).toBe(1);
		const rows = page.models?.tables?.nodes.filter(({ apart }) => apart !== undefined) ?? [];
		expect(rows.map(({ id }) => id)).toEqual(['alone']);
	});
});

describe('its tables', () => {
	const given = network(
		[actor('a'), actor('b'), actor('ars', { label: 'ArsRegion', group: 'ars' })],
		[
			tie('a', 'b'),
			tie('a', 'b', { id: 'money', family: 'funding' }),
			tie('ars', 'a', { id: 'watch', family: 'oversight', horizontal: false })
		]
	);
	const rows = async (search: string) => {
		const tables = (await pageOf(given, search)).models?.tables;
		return {
			nodes: tables?.nodes.map(({ id }) => id) ?? [],
			ties: tables?.ties.map(({ id }) => id) ?? []
		};
	};
	it('show what the drawing shows by default: no agency, no oversight', async () => {
		expect(await rows('')).toEqual({ nodes: ['a', 'b'], ties: ['a-b', 'money'] });
	});
	it('follow the address of the page', async () => {
		expect(await rows('familles=oversight&masques=aucune')).toEqual({
			nodes: ['a', 'ars', 'b'],
			ties: ['watch']
		});
	});
	it('read what is damaged in the address as if it were absent', async () => {
		expect(await rows('familles=lunaire&masques=x')).toEqual(await rows(''));
	});
	it('wait for a page of their own when they are long', async () => {
		const long = network(
			[actor('a'), actor('b')],
			Array.from({ length: INLINE_RELATIONS + 1 }, (_, i) => tie('a', 'b', { id: `t${i}` }))
		);
		expect((await pageOf(long)).models).toBeUndefined();
		expect((await pageOf(long, 'vue=tableau')).models?.tables?.ties).toHaveLength(
			INLINE_RELATIONS + 1
		);
		const short = network(long.nodes, long.edges.slice(1));
		expect((await pageOf(short)).models?.tables?.ties).toHaveLength(INLINE_RELATIONS);
	});
});

describe('its text', () => {
	it('is made when asked for, with the titles of its sources', async () => {
		const given = network([actor('a'), actor('b')], [tie('a', 'b', { sources: ['src-1'] })]);
		const { models } = await pageOf(given, 'vue=texte');
		expect(models?.text?.families.flatMap(({ ties }) => ties.map(({ id }) => id))).toEqual(['a-b']);
		expect(models?.text?.sources).toEqual([{ id: 'src-1', name: 'Rapport' }]);
		expect(models?.tables).toBeUndefined();
	});
});

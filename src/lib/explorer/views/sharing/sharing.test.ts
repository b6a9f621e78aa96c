import { describe, expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { actor, tie } from '#lib/network/small-networks.ts';
import { sharingModel } from './sharing.ts';

const resource = (id: string, kind = 'locaux'): NetworkNode =>
	actor(id, { label: 'SharedResource', kind, group: 'resource' });
const share = (type: NetworkEdge['type'], source: string, target: string, more = {}): NetworkEdge =>
	tie(source, target, { id: `${type}-${source}-${target}`, type, family: 'sharing', ...more });
const model = (nodes: NetworkNode[], edges: NetworkEdge[], isOn = true) =>
	sharingModel({ nodes, edges }, { withheld: 0, isOn });
const marks = ({ rows, columns }: ReturnType<typeof model>) =>
	rows.flatMap(({ node, cells }) =>
		Object.entries(cells).flatMap(([place, list]) =>
			list.map(({ role }) => `${node.id} ${role} ${columns[Number(place)]?.node.id}`)
		)
	);

describe('the matrix of what is shared', () => {
	it('is empty when nothing is', () => {
		expect(model([], [])).toMatchObject({ columns: [], rows: [], ties: [], alone: [] });
	});
	it('groups columns by kind, in the order of the vocabulary, then by name', () => {
		const found = model([resource('z', 'outil'), resource('é'), resource('f')], []);
		expect(found.columns.map(({ node }) => node.id)).toEqual(['é', 'f', 'z']);
		expect(found.kinds).toEqual([
			{ kind: 'locaux', count: 2 },
			{ kind: 'outil', count: 1 }
		]);
	});
	it('marks who holds and who uses, and counts both ways', () => {
		const found = model(
			[actor('a'), actor('b'), actor('c'), resource('r'), resource('s')],
			[
				share('HOLDS', 'a', 'r'),
				share('USES', 'a', 'r'),
				share('USES', 'b', 'r'),
				share('USES', 'b', 's')
			]
		);
		expect(marks(found)).toEqual(['a holds r', 'a uses r', 'b uses r', 'b uses s']);
		expect(found.rows.map(({ node, holds, uses }) => [node.id, holds, uses])).toEqual([
			['a', 1, 1],
			['b', 0, 2]
		]);
		expect(found.columns.map(({ node, holders, users }) => [node.id, holders, users])).toEqual([
			['r', 1, 2],
			['s', 0, 1]
		]);
		expect(found.alone?.map(({ id }) => id)).toEqual(['c']);
	});
	it('puts a hosting about a resource in it at both ends, several in one mark', () => {
		const found = model(
			[actor('a'), actor('b'), actor('c'), resource('r')],
			[
				share('HOSTS', 'a', 'b', { resourceId: 'r' }),
				share('HOSTS', 'a', 'c', { resourceId: 'r', status: 'ended' })
			]
		);
		expect(marks(found)).toEqual(['a hosts r', 'b hosted r', 'c hosted r']);
		expect(found.rows[0]?.cells[0]).toEqual([
			{ role: 'hosts', ties: ['HOSTS-a-b', 'HOSTS-a-c'], status: 'current', weak: false }
		]);
		expect(found.rows[2]?.cells[0]?.[0]?.status).toBe('ended');
		expect(found.columns[0]?.users).toBe(2);
		expect(found.ties).toEqual([]);
	});
	it('loses no sharing that names no resource, or one that is not shown', () => {
		const found = model(
			[actor('a'), actor('b')],
			[
				share('SHARES_WITH', 'a', 'b'),
				share('HOSTS', 'b', 'a'),
				share('HOSTS', 'a', 'b', { resourceId: 'hidden' })
			]
		);
		expect(found.ties.map(({ id }) => id)).toEqual(['SHARES_WITH-a-b', 'HOSTS-a-b', 'HOSTS-b-a']);
		expect(found.rows).toEqual([]);
		expect(found.alone).toEqual([]);
	});
	it('says nothing of who shares nothing where sharing is filtered out', () => {
		expect(model([actor('a')], [], false).alone).toBeUndefined();
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkEdge } from './model.ts';
import { areTied, groupOf, pathsBetween, stopsOf, waysEver, waysOf } from './paths.ts';
import { tie } from './small-networks.ts';

const routes = (edges: NetworkEdge[], from: string, to: string) =>
	pathsBetween(waysOf(edges), from, to).map((path) => stopsOf(path).join(''));

describe('ways between two structures', () => {
	it('takes a direct tie first, then the detours by length and by name', () => {
		const diamond = [tie('a', 'd'), tie('a', 'c'), tie('a', 'b'), tie('b', 'd'), tie('d', 'c')];
		expect(routes(diamond, 'a', 'd')).toEqual(['ad', 'abd', 'acd']);
		expect(routes(diamond, 'd', 'a')).toEqual(['da', 'dba', 'dca']);
	});

	it('stops at a shared resource, whoever holds it', () => {
		const shared = [
			tie('holder', 'room', { type: 'HOLDS', family: 'sharing' }),
			tie('user', 'room', { type: 'USES', family: 'sharing' }),
			tie('other', 'room', { type: 'USES', family: 'sharing' })
		];
		const stops = (from: string, to: string) =>
			pathsBetween(waysOf(shared), from, to).map((path) => stopsOf(path));
		expect(stops('user', 'holder')).toEqual([['user', 'room', 'holder']]);
		expect(stops('user', 'other')).toEqual([['user', 'room', 'other']]);
	});

	it('walks only what is alive, cooperates or shares: money is no way', () => {
		const edges = [
			tie('a', 'b', { family: 'funding', type: 'FUNDS', horizontal: false }),
			tie('a', 'c', { status: 'ended', until: '2019' }),
			tie('c', 'b')
		];
		expect(routes(edges, 'a', 'b')).toEqual([]);
		expect(areTied(waysOf(edges, 2018), 'a', 'b')).toBe(true);
		expect(areTied(waysOf(edges, 2020), 'a', 'b')).toBe(false);
		expect(areTied(waysEver(edges), 'a', 'b')).toBe(true);
	});

	it('gives every relation of a step, by id, and five ways at most', () => {
		const [path] = pathsBetween(
			waysOf([tie('a', 'b', { id: '2' }), tie('b', 'a', { id: '1' })]),
			'a',
			'b'
		);
		expect(path?.map(({ relations }) => relations.map(({ id }) => id))).toEqual([['1', '2']]);
		const fan = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((id) => [tie('a', id), tie(id, 'z')]);
		expect(routes(fan, 'a', 'z')).toEqual(['abz', 'acz', 'adz', 'aez', 'afz']);
	});

	it('has none from a structure to itself, to a stranger, or out of its group', () => {
		const edges = [tie('a', 'b'), tie('c', 'd')];
		expect([routes(edges, 'a', 'a'), routes(edges, 'a', 'x'), routes(edges, 'a', 'd')]).toEqual([
			[],
			[],
			[]
		]);
		expect([...groupOf(waysOf(edges), 'a')].sort()).toEqual(['a', 'b']);
	});
});

/** Every way without a node twice, found by trying all: what tiny networks can afford. */
function everyWay(edges: readonly NetworkEdge[], from: string, to: string): string[] {
	const found: string[] = [];
	const walk = (at: string, seen: string): void => {
		if (at === to) {
			found.push(seen);
			return;
		}
		const next = edges.flatMap(({ source, target }) =>
			source === at ? [target] : target === at ? [source] : []
		);
		for (const id of new Set(next)) if (!seen.includes(id)) walk(id, seen + id);
	};
	if (from !== to) walk(from, from);
	return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const tinyNetwork = fc
	.array(fc.tuple(names, names), { maxLength: 14 })
	.map((pairs) => pairs.map(([a, b], index) => tie(a, b, { id: `${index}` })));

describe('ways in any tiny network', () => {
	it('are the shortest there are, in one order, as trying all of them finds', () => {
		fc.assert(
			fc.property(tinyNetwork, names, names, (edges, from, to) => {
				expect(routes(edges, from, to)).toEqual(everyWay(edges, from, to).slice(0, 5));
			})
		);
	});

	it('go through ties, never through a node twice, whatever order the relations come in', () => {
		fc.assert(
			fc.property(tinyNetwork, names, names, (edges, from, to) => {
				const paths = pathsBetween(waysOf(edges), from, to);
				for (const path of paths) {
					const stops = stopsOf(path);
					expect([stops[0], stops.at(-1)]).toEqual([from, to]);
					expect(new Set(stops).size).toBe(stops.length);
					for (const step of path) {
						expect(step.relations.length).toBeGreaterThan(0);
						for (const { source, target } of step.relations)
							expect([source, target].sort()).toEqual([step.from, step.to].sort());
					}
				}
				expect(pathsBetween(waysOf([...edges].reverse()), from, to)).toEqual(paths);
			})
		);
	});
});

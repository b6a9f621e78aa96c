import { describe, expect, it } from 'vitest';
import type { Layout, NetworkNode, Position } from '#lib/network/model.ts';
import { actor, network, tie } from '#lib/network/small-networks.ts';
import { miniature } from './miniature.ts';

const layoutOf = (at: Record<string, Partial<Position>>, marginX?: number): Layout => ({
	version: 1,
	positions: new Map(
		Object.entries(at).map(([id, p]) => [id, { x: 0, y: 0, zone: 'network', ...p }])
	),
	marginX,
	hulls: [],
	bounds: { minX: 0, minY: 0, maxX: 0, maxY: 0 }
});
const picture = (nodes: NetworkNode[], edges: ReturnType<typeof tie>[], layout: Layout) =>
	miniature(network(nodes, edges), layout);
const box = (viewBox: string): number[] => viewBox.split(' ').map(Number);

describe('a miniature', () => {
	it('of nothing is empty paper at the common scale', () => {
		const { viewBox, nodes, edges, apart, margin } = picture([], [], layoutOf({}));
		expect(box(viewBox)).toEqual([0, 0, 32, 16.5]);
		expect([nodes, edges, apart, margin]).toEqual([[], [], '', '']);
	});
	it('keeps a small network small and fits a large one, in one proportion', () => {
		const two = [actor('a'), actor('b')];
		const near = box(picture(two, [], layoutOf({ b: { x: 3 }, a: {} })).viewBox);
		const far = box(picture(two, [], layoutOf({ b: { x: 300 }, a: {} })).viewBox);
		expect(near.slice(2)).toEqual([32, 16.5]);
		const [left = 0, , width = 0, height = 0] = far;
		expect(left).toBeLessThan(0);
		expect(left + width).toBeGreaterThan(300);
		expect(width / height).toBeCloseTo(32 / 16.5, 1);
	});
	it('draws members only, neither agency nor project, and the ties of today between them', () => {
		const nodes = [
			actor('a'),
			actor('b'),
			actor('far', { member: false }),
			actor('p', { label: 'HealthProject', group: 'project' })
		];
		const ties = [tie('a', 'b'), tie('a', 'far'), tie('b', 'a', { id: 'old', status: 'ended' })];
		const at = layoutOf({ a: {}, b: { x: 2 }, far: { x: 4 }, p: { x: 6 } });
		const { nodes: groups, edges } = picture(nodes, ties, at);
		expect(groups).toEqual([
			{ group: 'civil_society', dots: 'M0 0h0M2 0h0', squares: '', diamonds: '' }
		]);
		expect(edges).toEqual([{ family: 'cooperation', d: 'M0 0L2 0' }]);
	});
	it('rings whoever is in the margin, behind its line', () => {
		const at = layoutOf({ a: {}, b: { x: 2 }, c: { x: 9, zone: 'margin' } }, 7);
		const { apart, margin } = picture(
			['a', 'b', 'c'].map((id) => actor(id)),
			[tie('a', 'b')],
			at
		);
		expect(apart).toMatch(/^M8\.2 0a/);
		expect(margin).toMatch(/^M7 /);
	});
	it('has no line where the margin is empty', () => {
		expect(picture([actor('a')], [], layoutOf({ a: {} }, 7)).margin).toBe('');
	});
});

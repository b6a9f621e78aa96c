import { describe, expect, it } from 'vitest';
import { LiveLayout } from './live.ts';

/** Two pairs far apart, and a node on its own. */
const input = () => ({
	positions: Float64Array.from([0, 0, 1, 0, 50, 0, 51, 0, 20, 20]),
	pairs: Uint32Array.from([0, 1, 2, 3])
});

function run(live: LiveLayout): number {
	let rounds = 0;
	while (!live.step(2)) if (++rounds > 1000) break;
	return rounds;
}

describe('LiveLayout', () => {
	it('comes to rest by itself, each group where it stands, the same every time', () => {
		const live = new LiveLayout(input());
		expect(run(live)).toBeLessThan(1000);
		const [ax = NaN, , bx = NaN, , cx = NaN, , dx = NaN] = live.positions;
		expect(Math.abs(bx - ax)).toBeGreaterThan(1.5);
		expect((ax + bx) / 2).toBeCloseTo(0.5, 2);
		expect((cx + dx) / 2).toBeCloseTo(50.5, 2);
		expect([...live.positions.slice(8)]).toEqual([20, 20]);
		const again = new LiveLayout(input());
		run(again);
		expect([...again.positions]).toEqual([...live.positions]);
	});

	it('holds a pinned node where it was put while its group moves, and lets it go', () => {
		const live = new LiveLayout(input());
		live.pin(0, { x: -30, y: 4 });
		run(live);
		expect([...live.positions.slice(0, 2)]).toEqual([-30, 4]);
		live.finish();
		expect([...live.positions.slice(0, 2)]).toEqual([-30, 4]);
		live.pin(0, null);
		run(live);
		expect(live.positions[0]).toBeGreaterThan(-30);
	});
});

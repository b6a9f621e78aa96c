import { describe, expect, it } from 'vitest';
import { inOneGo, inParts, inTurns, nextTurn } from './steps.ts';

const list = Array.from({ length: 3500 }, (_one, index) => index);

describe('steps', () => {
	it('make what they would have made at once, in parts', () => {
		const parts = inParts(list, (item, index) => item * 2 + index);
		let pauses = 0;
		let step = parts.next();
		for (; step.done !== true; step = parts.next()) pauses++;
		expect(step.value).toEqual(list.map((item, index) => item * 2 + index));
		expect(pauses).toBe(3);
		expect(inOneGo(inParts([], () => 1))).toEqual([]);
	});

	it('pass the turn whenever theirs is over, and end the same', async () => {
		let passed = 0;
		const pause = async (): Promise<void> => {
			passed++;
		};
		expect(
			await inTurns(
				inParts(list, (item) => item),
				pause,
				0
			)
		).toEqual(list);
		expect(passed).toBe(4);
		expect(
			await inTurns(
				inParts(list, (item) => item),
				pause,
				Infinity
			)
		).toEqual(list);
		expect(passed).toBe(4);
	});

	it('let what waits run between two turns', async () => {
		let ran = false;
		setImmediate(() => (ran = true));
		while (!ran) await nextTurn();
		expect(ran).toBe(true);
	});

	it('fail as the computation does', async () => {
		const broken = inParts([1], () => {
			throw new Error('no');
		});
		await expect(inTurns(broken)).rejects.toThrow('no');
	});
});

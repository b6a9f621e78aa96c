import { expect, it } from 'vitest';
import { besideIn, isArrow, neighbourToward } from './walk.ts';

const here = { x: 0, y: 0 };
const around = [
	{ id: 'right', at: { x: 100, y: 10 } },
	{ id: 'far-right', at: { x: 300, y: 30 } },
	{ id: 'above', at: { x: 5, y: -80 } },
	{ id: 'below-left', at: { x: -60, y: 60 } }
];

it('goes to the nearest of the neighbours a key points at', () => {
	expect(neighbourToward(here, 'ArrowRight', around)).toBe('right');
	expect(neighbourToward(here, 'ArrowUp', around)).toBe('above');
});

it('reaches a neighbour on a diagonal with either of its keys', () => {
	expect(neighbourToward(here, 'ArrowLeft', around)).toBe('below-left');
	expect(
		neighbourToward(
			here,
			'ArrowDown',
			[around[3]].flatMap((n) => n ?? [])
		)
	).toBe('below-left');
});

it('stays where there is nobody that way', () => {
	expect(neighbourToward(here, 'ArrowLeft', around.slice(0, 3))).toBeUndefined();
});

it('knows an arrow from another key', () => {
	expect(isArrow('ArrowUp')).toBe(true);
	expect(isArrow('Enter')).toBe(false);
});

it('turns around a place clockwise, and reaches everyone', () => {
	const met: (string | undefined)[] = [];
	let at = besideIn(here, around, undefined, 1);
	for (let step = 0; step < around.length; step++) {
		met.push(at);
		at = besideIn(here, around, at, 1);
	}
	expect(met).toEqual(['above', 'right', 'far-right', 'below-left']);
	expect(at).toBe('above');
	expect(besideIn(here, around, 'above', -1)).toBe('below-left');
	expect(besideIn(here, [], undefined, 1)).toBeUndefined();
});

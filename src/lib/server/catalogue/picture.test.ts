import { expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

it('reads a revision, and any date as its last day', () => {
	expect(pictureOf('r12')).toEqual({ revision: 12 });
	expect(pictureOf('2021')).toEqual({ day: '2021-12-31' });
	expect(pictureOf('2021-02')).toEqual({ day: '2021-02-28' });
	for (const text of ['', 'r', 'r-1', '12', '2021-13', 'yesterday'])
		expect(pictureOf(text), text).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { isolatedStructures } from './isolation.ts';
import { standingIn } from './isolation-year.ts';
import { actor, network, tie } from './small-networks.ts';

const given = network(
	['a', 'b', 'c', 'd', 'e', 'f'].map((id) => actor(id)),
	[
		tie('a', 'b', { since: '2018' }),
		tie('b', 'c', { since: '2018' }),
		tie('a', 'c'),
		tie('c', 'd', { since: '2020-05' }),
		tie('d', 'a', { since: '2020', until: '2021', status: 'ended' }),
		tie('e', 'a', { since: '2015', family: 'governance', horizontal: false })
	]
);
const apartIn = (of: typeof given, year: number) =>
	standingIn(of, isolatedStructures(of), { year });
const classes = (year: number): Record<string, string> =>
	Object.fromEntries(apartIn(given, year).rows.map((row) => [row.actorId, row.class]));

describe('who stands apart in a year', () => {
	it('follows the relations of that year: a tie to come is not one yet, one that ended was one', () => {
		expect(classes(2021)).toEqual({ e: 'no_horizontal_tie', f: 'no_tie' });
		expect(classes(2022)).toEqual({ d: 'single_bridge', e: 'no_horizontal_tie', f: 'no_tie' });
		expect(classes(2019)).toEqual({ d: 'no_tie', e: 'no_horizontal_tie', f: 'no_tie' });
		expect(classes(2014)['e']).toBe('no_tie');
	});

	it('is that of the network in the year of its day', () => {
		expect(apartIn(given, 2026)).toEqual({ documented: true, rows: isolatedStructures(given) });
	});

	it('is that of the later of two years, and of the day given without any', () => {
		const rows = isolatedStructures(given);
		const compared = { year: 2014, comparedYear: 2022 };
		expect(standingIn(given, rows, compared)).toEqual(apartIn(given, 2022));
		expect(standingIn(given, rows, {}).rows).toBe(rows);
	});

	it('says nothing of a year without any known cooperation', () => {
		const young = network([actor('a'), actor('b')], [tie('a', 'b', { since: '2020' })]);
		const { documented, rows } = apartIn(young, 2019);
		expect(documented).toBe(false);
		expect(rows.every(({ undocumented }) => undocumented)).toBe(true);
	});
});

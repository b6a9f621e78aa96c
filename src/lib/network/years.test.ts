import { describe, expect, it } from 'vitest';
import { tie } from './small-networks.ts';
import {
	aliveByYear,
	changesBetween,
	firstYear,
	isAliveIn,
	spanOf,
	statusAlive,
	statusIn
} from './years.ts';

describe('status in a year', () => {
	it('follows the dates, both bounds belonging to the relation', () => {
		const dated = tie('a', 'b', { since: '2019-05', until: '2021', status: 'ended' });
		expect([2018, 2019, 2021, 2022].map((year) => statusIn(dated, year))).toEqual([
			'planned',
			'current',
			'current',
			'ended'
		]);
	});

	it('takes an unknown start as alive and an undated end as of every year', () => {
		expect(isAliveIn(tie('a', 'b'), 1950)).toBe(true);
		expect(isAliveIn(tie('a', 'b', { status: 'ended' }), 2019)).toBe(false);
		expect(isAliveIn(tie('a', 'b', { status: 'planned' }), 2019)).toBe(false);
		expect(isAliveIn(tie('a', 'b', { since: '2028', status: 'planned' }), 2028)).toBe(true);
	});
});

describe('relations alive by year', () => {
	it('counts each relation in every year it lived', () => {
		const edges = [
			tie('a', 'b', { since: '2019', until: '2020', status: 'ended' }),
			tie('a', 'c', { since: '2020' }),
			tie('b', 'c'),
			tie('b', 'd', { status: 'ended' })
		];
		expect(aliveByYear(edges, { first: 2019, last: 2021 })).toEqual([
			{ year: 2019, alive: 2, undated: 1 },
			{ year: 2020, alive: 3, undated: 1 },
			{ year: 2021, alive: 2, undated: 1 }
		]);
	});

	it('agrees with asking each year of each relation', () => {
		const edges = [
			tie('a', 'b', { since: '2010', until: '2012', status: 'ended' }),
			tie('a', 'c', { until: '2015', status: 'ended' }),
			tie('a', 'd', { since: '2016', status: 'to_check' }),
			tie('a', 'e', { since: '2030', status: 'planned' })
		];
		for (const { year, alive } of aliveByYear(edges, { first: 2008, last: 2026 }))
			expect(alive).toBe(edges.filter((edge) => isAliveIn(edge, year)).length);
	});

	it('says how many of them have no known start', () => {
		const edges = [
			tie('a', 'b', { until: '2019', status: 'ended' }),
			tie('a', 'c', { since: '2018' }),
			tie('a', 'd')
		];
		expect(aliveByYear(edges, { first: 2018, last: 2020 }).map(({ undated }) => undated)).toEqual([
			2, 2, 1
		]);
	});

	it('knows the status of a relation in the years it is alive in', () => {
		const edges = [
			tie('a', 'b', { since: '2010', until: '2012', status: 'ended' }),
			tie('a', 'c', { status: 'to_check' }),
			tie('a', 'd', { status: 'ended' }),
			tie('a', 'e', { since: '2030', status: 'planned' }),
			tie('a', 'f', { status: 'planned' })
		];
		for (const edge of edges)
			for (let year = 2005; year < 2035; year++)
				expect(isAliveIn(edge, year) ? statusAlive(edge) : undefined).toBe(
					isAliveIn(edge, year) ? statusIn(edge, year) : undefined
				);
		expect(edges.map((edge) => statusAlive(edge))).toEqual([
			'current',
			'to_check',
			undefined,
			'current',
			undefined
		]);
	});

	it('begins with the first date, whichever bound it is, and has none when nothing is dated', () => {
		const edges = [tie('a', 'b', { until: '2019-03' }), tie('a', 'c', { since: '2020' })];
		expect(firstYear(edges)).toBe(2019);
		expect(firstYear([tie('a', 'b')])).toBeUndefined();
		expect(aliveByYear(edges, { first: 2030, last: 2026 })).toEqual([]);
	});
});

describe('changes between two years', () => {
	it('puts the older year first and compares nothing with itself', () => {
		expect(spanOf({ year: 2015, comparedYear: 2019 })).toEqual({ before: 2015, after: 2019 });
		expect(spanOf({ year: 2019, comparedYear: 2015 })).toEqual({ before: 2015, after: 2019 });
		expect(spanOf({ year: 2019, comparedYear: 2019 })).toBeUndefined();
		expect(spanOf({ comparedYear: 2019 })).toBeUndefined();
	});

	it('tells created, ended, kept and renewed, tie by tie', () => {
		const edges = [
			tie('a', 'b', { id: 'old', since: '2015', until: '2019', status: 'ended' }),
			tie('b', 'a', { id: 'new', since: '2020' }),
			tie('a', 'c', { since: '2021' }),
			tie('a', 'd', { until: '2020', status: 'ended' }),
			tie('a', 'e'),
			tie('a', 'f', { since: '2030', status: 'planned' })
		];
		expect(changesBetween(edges, 2018, 2022)).toEqual([
			'renewed',
			'renewed',
			'created',
			'ended',
			'kept',
			undefined
		]);
	});
});

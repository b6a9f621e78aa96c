import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, isPartialDate, lastDay, today } from './dates.ts';

describe('dates as precise as their source', () => {
	it.each(['2021', '2021-03', '2021-03-14', '2024-02-29'])('accepts %s', (text) => {
		expect(isPartialDate(text)).toBe(true);
	});
	it.each([
		'',
		'21',
		'2021-13',
		'2021-02-29',
		'2021-04-31',
		'2021-00',
		'2021-3',
		'1799',
		'2101',
		'2021-03-14T00:00'
	])('refuses %j', (text) => {
		expect(isPartialDate(text)).toBe(false);
	});
	it('spans from its first to its last day', () => {
		expect([firstDay('2021'), lastDay('2021')]).toEqual(['2021-01-01', '2021-12-31']);
		expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
		expect([firstDay('2024-02-03'), lastDay('2024-02-03')]).toEqual(['2024-02-03', '2024-02-03']);
	});
	it('always starts before it ends, on days that exist', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1800, max: 2100 }),
				fc.integer({ min: 1, max: 12 }),
				(year, month) => {
					const date = `${year}-${String(month).padStart(2, '0')}`;
					expect(isPartialDate(firstDay(date))).toBe(true);
					expect(isPartialDate(lastDay(date))).toBe(true);
					expect(firstDay(date) < lastDay(date)).toBe(true);
				}
			)
		);
	});
	it('knows that Paris is already tomorrow when London is not', () => {
		expect(today(new Date('2026-07-14T22:30:00Z'))).toBe('2026-07-15');
	});
});

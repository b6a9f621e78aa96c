import { describe, expect, it } from 'vitest';
import type { Claim } from './entities.ts';
import { openingDay, statusOf } from './status.ts';

const ended: Claim = { id: 'c', aboutId: 'r', by: 'press', says: 'ended', how: 'stated' };

describe('status of a relation on a day', () => {
	it.each([
		['unknown dates count as alive', {}, '2026-01-01', 'current'],
		['planned the day before it starts', { since: '2021-03' }, '2021-02-28', 'planned'],
		['alive from the first day of its first month', { since: '2021-03' }, '2021-03-01', 'current'],
		['alive to the last day of its last year', { until: '2023' }, '2023-12-31', 'current'],
		['ended the day after', { until: '2023' }, '2024-01-01', 'ended'],
		['a leap day is the last of its month', { until: '2024-02' }, '2024-02-29', 'current']
	])('%s', (_name, relation, day, expected) => {
		expect(statusOf(relation, day)).toBe(expected);
	});

	it('is to be checked after the last year of its ended project, unless it says itself until when', () => {
		const project = { status: 'ended', endYear: 2025 } as const;
		expect(statusOf({}, '2025-12-31', project)).toBe('current');
		expect(statusOf({}, '2026-01-01', project)).toBe('to_check');
		expect(statusOf({ until: '2030' }, '2026-01-01', project)).toBe('current');
		expect(statusOf({}, '2020-01-01', { status: 'ended' })).toBe('to_check');
	});

	it('ends when a source says so, from that source’s date', () => {
		expect(statusOf({}, '2026-01-01', undefined, [ended])).toBe('ended');
		expect(statusOf({}, '2023-06-01', undefined, [{ ...ended, firstSeen: '2024' }])).toBe(
			'current'
		);
		expect(statusOf({}, '2026-01-01', undefined, [{ ...ended, toCheck: true }])).toBe('current');
	});
});

describe('the day a project opens at', () => {
	it('is today while it lives and its last day once it has ended', () => {
		expect(openingDay({ status: 'current' }, '2026-11-23')).toBe('2026-11-23');
		expect(openingDay({ status: 'ended', endYear: 2022 }, '2026-11-23')).toBe('2022-12-31');
		expect(openingDay({ status: 'ended', endYear: 2026 }, '2026-11-23')).toBe('2026-11-23');
		expect(openingDay({ status: 'ended' }, '2026-11-23')).toBe('2026-11-23');
	});
});

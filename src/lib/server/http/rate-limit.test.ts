import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it('lets so many pass at once, then as many a minute, and says how long to wait', () => {
	let now = 0;
	const limit = new RateLimit(60, () => now);
	const passed = (count: number) =>
		Array.from({ length: count }, () => limit.take('192.0.2.1')).filter((wait) => wait === 0);
	expect(passed(100)).toHaveLength(60);
	expect(limit.take('192.0.2.1')).toBe(1);
	expect(limit.take('192.0.2.2')).toBe(0);
	now = 1_000;
	expect(passed(5)).toHaveLength(1);
	now = 3_600_000;
	expect(passed(100)).toHaveLength(60);
});

it('takes a network of IPv6 and an address written as one for what they are', () => {
	const limit = new RateLimit(1, () => 0);
	expect(limit.take('2001:db8:1:2:3:4:5:6')).toBe(0);
	for (const same of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::'])
		expect(limit.take(same), same).toBe(60);
	expect(limit.take('2001:db8:1:3::1')).toBe(0);
	expect(limit.take('::ffff:192.0.2.1')).toBe(0);
	expect(limit.take('192.0.2.1')).toBe(60);
	expect(limit.take('::1')).toBe(0);
});

it('remembers no more callers than it may, and refuses none when it is set to 0', () => {
	const limit = new RateLimit(1, () => 0, 100);
	for (let i = 0; i < 5_000; i++) limit.take(`10.0.${i >> 8}.${i & 255}`);
	expect(limit.size).toBe(100);
	const none = new RateLimit(0);
	expect(Array.from({ length: 50 }, () => none.take('a')).every((wait) => wait === 0)).toBe(true);
	expect(none.size).toBe(0);
});

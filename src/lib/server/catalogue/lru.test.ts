import { describe, expect, it } from 'vitest';
import { LruCache } from './lru.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('LruCache', () => {
	it('makes once what is asked twice at the same time', async () => {
		const cache = new LruCache<number>(10, () => 1);
		let made = 0;
		const make = () => Promise.resolve(++made);
		expect(await Promise.all([cache.get('a', make), cache.get('a', make)])).toEqual([1, 1]);
	});

	it('lets the least recently used go when it is full', async () => {
		const cache = new LruCache<string>(2, () => 1);
		const made: string[] = [];
		const get = (key: string) =>
			cache.get(key, () => {
				made.push(key);
				return Promise.resolve(key);
			});
		for (const key of ['a', 'b', 'a', 'c']) await get(key);
		await settled();
		await get('a');
		await get('b');
		expect(made).toEqual(['a', 'b', 'c', 'b']);
	});

	it('forgets a failure', async () => {
		const cache = new LruCache<number>(10, () => 1);
		await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await cache.get('a', () => Promise.resolve(2))).toBe(2);
	});
});

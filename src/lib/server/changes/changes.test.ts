import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#lib/domain/changes.ts';
import { changeSet } from '../contract/fixture.ts';
import { InvalidChangeError } from '../errors.ts';
import { decodeChunk, encodeChunks, findKept } from './chunks.ts';
import { prepareChanges } from './normalise.ts';
import type { PlannedChange } from './plan.ts';
import { claimsToCheckAgain } from './recheck.ts';
import { diffProperties, withChanges } from './values.ts';

const VALUE = fc.oneof(
	fc.string(),
	fc.boolean(),
	fc.integer(),
	fc.array(fc.string(), { maxLength: 3 })
);
const PROPERTIES = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), VALUE, {
	noNullPrototype: true
});

describe('what changes between two states', () => {
	it('leads from one to the other and back', () => {
		fc.assert(
			fc.property(PROPERTIES, PROPERTIES, (from, to) => {
				const diff = diffProperties(from, to);
				expect(withChanges(from, diff?.after ?? {})).toEqual(to);
				expect(withChanges(to, diff?.before ?? {})).toEqual(from);
			})
		);
	});

	it('is nothing between a state and itself', () => {
		fc.assert(
			fc.property(PROPERTIES, (p) => {
				expect(diffProperties(p, { ...p })).toBeUndefined();
			})
		);
	});
});

function planned(id: string, previous: number | null): PlannedChange {
	const after = { name: `Nom de ${id} — é` };
	return {
		change: { entity: 'node', id, label: 'Actor', op: 'create', after },
		previous,
		properties: after,
		json: JSON.stringify(after)
	};
}

it('gives kept changes back from their chunks, each in the chunk whose range holds it', () => {
	const all = Array.from({ length: 1201 }, (_, i) =>
		planned(`a-${String(i).padStart(4, '0')}`, i % 3 === 0 ? null : i)
	);
	const chunks = encodeChunks(all);
	expect(chunks.map(({ index, firstId, lastId }) => [index, firstId, lastId])).toEqual([
		[0, 'a-0000', 'a-0499'],
		[1, 'a-0500', 'a-0999'],
		[2, 'a-1000', 'a-1200']
	]);
	const kept = all.map(({ change, previous }) => ({ change, previous }));
	expect(chunks.flatMap(({ data }) => decodeChunk(data))).toEqual(kept);
	const second = chunks[1]?.data ?? new Uint8Array();
	expect(findKept([second], 'a-0777')).toEqual(kept[777]);
	expect(findKept([second], 'a-0001')).toBeUndefined();
	expect(encodeChunks([])).toEqual([]);
});

describe('values no database gives back', () => {
	it.each([
		['half a character', '\ud800'],
		['a number that is none', Number.NaN],
		['minus zero', -0]
	])('refuses %s', (_, value) => {
		const change: Change = {
			entity: 'node',
			id: 'a-1',
			label: 'Actor',
			op: 'update',
			before: { [typeof value === 'number' ? 'lat' : 'name']: null },
			after: { [typeof value === 'number' ? 'lat' : 'name']: value }
		};
		expect(() => prepareChanges(changeSet([change]))).toThrow(InvalidChangeError);
	});
});

describe('claims to check again', () => {
	const update: Change = {
		entity: 'node',
		id: 'a-1',
		label: 'Actor',
		op: 'update',
		before: { publics: ['tous'] },
		after: { publics: ['femmes'] }
	};
	const marked = (claim: Record<string, string | boolean>): boolean =>
		claimsToCheckAgain(
			[update],
			[
				{
					subject: { entity: 'node', id: 'c-1', label: 'Claim' },
					properties: { aboutId: 'a-1', by: 'x', how: 'stated', says: 'value', ...claim },
					revision: 1
				}
			]
		).length > 0;

	it.each([
		['stated the old value', { property: 'publics', value: '["tous"]' }, true],
		['vouched for it without a value', { property: 'publics', says: 'exists' }, true],
		['stated another value', { property: 'publics', value: '["enfants_jeunes"]' }, false],
		['stated another property', { property: 'services', value: '["tous"]' }, false],
		['denied it', { property: 'publics', says: 'denies' }, false],
		['is marked already', { property: 'publics', value: '["tous"]', toCheck: true }, false],
		['is about the existence of the structure', { says: 'exists' }, false]
	])('one that %s: %j → %j', (_, claim, expected) => {
		expect(marked(claim)).toBe(expected);
	});
});

import { describe, expect, it } from 'vitest';
import { defaultFilters } from '#lib/domain/view-state/state.ts';
import { whyNoPath } from './no-path.ts';
import { actor, tie } from './small-networks.ts';

const nodes = ['a', 'b', 'c', 'd'].map((id) => actor(id));
const room = actor('room', { label: 'SharedResource', group: 'resource' });
const filters = defaultFilters();

describe('why there is no way', () => {
	it('says it is one and the same', () => {
		expect(whyNoPath({ nodes, edges: [] }, filters, 'a', 'a')).toEqual({ reason: 'same' });
	});

	it('names each filter that alone hides one', () => {
		const edges = [tie('a', 'b', { certainty: 'inferred' })];
		const strict = { ...filters, certainties: new Set(['sourced'] as const) };
		expect(whyNoPath({ nodes, edges }, strict, 'a', 'b')).toEqual({
			reason: 'hidden',
			by: ['certainties']
		});
		const young = { ...filters, year: 2010 };
		const since = [tie('a', 'b', { since: '2020' })];
		expect(whyNoPath({ nodes, edges: since }, young, 'a', 'b')).toEqual({
			reason: 'hidden',
			by: ['year']
		});
	});

	it('names none when several must be put back together', () => {
		const edges = [tie('a', 'b', { certainty: 'inferred', since: '2020' })];
		const both = { ...filters, certainties: new Set(['sourced'] as const), year: 2010 };
		expect(whyNoPath({ nodes, edges }, both, 'a', 'b')).toEqual({ reason: 'hidden', by: [] });
	});

	it('tells a tie that has ended from one that never was', () => {
		const ended = [tie('a', 'b', { status: 'ended' })];
		expect(whyNoPath({ nodes, edges: ended }, filters, 'a', 'b')).toEqual({ reason: 'past' });
	});

	it('counts the structures of two separate groups, resources left out', () => {
		const edges = [
			tie('a', 'room', { type: 'USES', family: 'sharing' }),
			tie('b', 'room', { type: 'HOLDS', family: 'sharing' })
		];
		expect(whyNoPath({ nodes: [...nodes, room], edges }, filters, 'a', 'c')).toEqual({
			reason: 'apart',
			reach: [2, 1]
		});
	});
});

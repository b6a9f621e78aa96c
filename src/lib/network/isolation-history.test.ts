import { describe, expect, it } from 'vitest';
import { isolationHistory } from './isolation-history.ts';
import { actor, network, tie } from './small-networks.ts';

const people = ['a', 'b', 'c', 'd'].map((id) => actor(id));
const over = (until: string | undefined) => ({ status: 'ended' as const, until });
const paid = { id: 'paid', type: 'FUNDS' as const, family: 'funding' as const, horizontal: false };

describe('since when structures stand apart', () => {
	it('is the end of the last tie, as precise as its source, with everyone it ended with', () => {
		const { apartSince } = isolationHistory(
			network(people, [
				tie('a', 'b', over('2019')),
				tie('a', 'c', over('2021-03')),
				tie('a', 'd', over('2021-03')),
				tie('b', 'c')
			])
		);
		expect([...apartSince]).toEqual([
			['a', { date: '2021-03', with: ['c', 'd'] }],
			['d', { date: '2021-03', with: ['a'] }]
		]);
	});
	it('is not said when one end is not known, nor of who never had a tie', () => {
		const { apartSince } = isolationHistory(
			network(people, [tie('a', 'b', over('2019')), tie('a', 'c', over(undefined))])
		);
		expect([...apartSince.keys()]).toEqual(['b']);
	});
	it('follows a shared resource: the first of its relations to end ends the tie', () => {
		const resource = actor('r', { label: 'SharedResource', group: 'resource' });
		const sharing = { family: 'sharing' as const };
		const { apartSince } = isolationHistory(
			network(
				[...people, resource],
				[
					tie('a', 'r', { type: 'HOLDS', ...sharing }),
					tie('b', 'r', { type: 'USES', ...sharing, ...over('2022') })
				]
			)
		);
		expect([...apartSince]).toEqual(
			[
				['b', { date: '2022', with: ['a'] }],
				['a', { date: '2022', with: ['b'] }]
			].sort()
		);
	});
});

describe('who no longer stands apart', () => {
	it('was known earlier, and has had its first tie since a known date', () => {
		const { noLongerApart } = isolationHistory(
			network(people, [
				tie('d', 'a', { ...paid, since: '2015' }),
				tie('a', 'b', { since: '2020' }),
				tie('a', 'c', { since: '2021' })
			])
		);
		expect([...noLongerApart]).toEqual([['a', { date: '2020', with: ['b'] }]]);
	});
	it.each([
		['a first tie without a date', { since: undefined }, '2015'],
		['nothing known before it', { since: '2020' }, '2020']
	])('is not said with %s', (_name, first, funded) => {
		const { noLongerApart } = isolationHistory(
			network(people, [tie('d', 'a', { ...paid, since: funded }), tie('a', 'b', first)])
		);
		expect(noLongerApart.size).toBe(0);
	});
});

it('says nothing of an empty network, a tie to oneself or a plan', () => {
	for (const given of [
		network([], []),
		network(people, [tie('a', 'a', over('2020'))]),
		network(people, [tie('a', 'b', { status: 'planned', since: '2030' })])
	]) {
		const { apartSince, noLongerApart } = isolationHistory(given);
		expect(apartSince.size + noLongerApart.size).toBe(0);
	}
});

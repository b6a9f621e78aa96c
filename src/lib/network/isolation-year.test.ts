import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isApart, isolatedStructures } from './isolation.ts';
import { elsewhereIn, marginIn, standingIn } from './isolation-year.ts';
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

it('tells whom a structure works with elsewhere, in the year looked at, unless that is why it is apart', () => {
	const other = (id: string) => ({ id, label: 'Actor' as const, name: id.toUpperCase() });
	const leaving = (to: string, more: Parameters<typeof tie>[2]) => ({
		...tie('d', to, more),
		member: 'd',
		other: other(to)
	});
	const outside = [
		leaving('y', { since: '2021' }),
		leaving('z', { since: '2015', until: '2019', status: 'ended' })
	];
	const left = { ...given, outside };
	const held = { actorId: 'd', class: 'single_bridge' as const };
	expect(elsewhereIn(left, {})(held)).toEqual(['y']);
	expect(elsewhereIn(left, { year: 2018 })(held)).toEqual(['z']);
	expect(elsewhereIn(left, { year: 2018, comparedYear: 2022 })(held)).toEqual(['y']);
	expect(elsewhereIn(left, {})({ ...held, class: 'outside_only' })).toEqual([]);
	expect(elsewhereIn(given, {})(held)).toEqual([]);
});

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

const ID = fc.nat(7).map(String);
const YEAR = fc.option(fc.integer({ min: 2016, max: 2022 }).map(String), { nil: undefined });
const NETWORKS = fc
	.record({
		strangers: fc.array(ID, { maxLength: 2 }),
		ties: fc.array(
			fc.record({
				source: ID,
				target: ID,
				type: fc.constantFrom('COOPERATES_WITH', 'HOLDS', 'USES', 'FUNDS'),
				since: YEAR,
				until: YEAR,
				status: fc.constantFrom('current', 'ended', 'planned', 'to_check')
			}),
			{ maxLength: 14 }
		)
	})
	.map(({ strangers, ties }) =>
		network(
			[
				...Array.from({ length: 8 }, (_one, index) =>
					actor(String(index), { member: !strangers.includes(String(index)) })
				),
				...Array.from({ length: 8 }, (_one, index) =>
					actor(`r${index}`, { label: 'SharedResource', group: 'resource' })
				)
			],
			ties.map(({ source, target, type, ...rest }, index) => {
				const through = type === 'HOLDS' || type === 'USES';
				return tie(source, through ? `r${target}` : target, {
					...rest,
					id: `t${index}`,
					type,
					horizontal: type !== 'FUNDS',
					family: type === 'FUNDS' ? 'funding' : through ? 'sharing' : 'cooperation'
				});
			})
		)
	);

describe('the margin in a year', () => {
	it('is that of the whole judgement, found without it', () => {
		fc.assert(
			fc.property(NETWORKS, fc.integer({ min: 2015, max: 2023 }), (of, year) => {
				const { documented, rows } = apartIn(of, year);
				const ids = documented ? rows.filter(isApart).map(({ actorId }) => actorId) : [];
				expect(marginIn(of, year)).toEqual({ documented, ids: new Set(ids) });
			}),
			{ numRuns: 600 }
		);
	});
});

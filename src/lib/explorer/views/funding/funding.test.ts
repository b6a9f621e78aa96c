import { describe, expect, it } from 'vitest';
import type { NetworkEdge } from '#lib/network/model.ts';
import { actor, tie } from '#lib/network/small-networks.ts';
import { flowOf, scaleOf, wrapName } from './flow.ts';
import { fundingModel } from './funding.ts';

const pays = (source: string, target: string, more: Partial<NetworkEdge> = {}): NetworkEdge =>
	tie(source, target, {
		id: `${source}-${target}-${more.stage ?? ''}${more.amountEur ?? ''}`,
		type: 'FUNDS',
		family: 'funding',
		horizontal: false,
		...more
	});
const nodes = ['région', 'ville', 'a', 'b'].map((id) => actor(id));
const model = (edges: NetworkEdge[]) =>
	fundingModel({ nodes, edges }, { withheld: 0, names: new Map([['r', { name: 'Dotation' }]]) });

describe('fundings by funder', () => {
	it('are none where nobody is known to pay', () => {
		expect(model([tie('a', 'b')])).toMatchObject({ groups: [], sums: [], beneficiaries: 0 });
	});
	it('are summed stage by stage, never across', () => {
		const { sums, groups, beneficiaries } = model([
			pays('ville', 'a', { amountEur: 0.1, stage: 'paid' }),
			pays('ville', 'a', { amountEur: 0.2, stage: 'paid' }),
			pays('ville', 'b', { amountEur: 500, stage: 'asked' }),
			pays('région', 'b', { amountEur: 1000, stage: 'paid' }),
			pays('région', 'b', { amountEur: 40 })
		]);
		expect(sums).toEqual([
			{ stage: 'asked', eur: 500, known: 1, unknown: 0 },
			{ stage: 'paid', eur: 1000.3, known: 3, unknown: 0 },
			{ stage: 'unknown', eur: 40, known: 1, unknown: 0 }
		]);
		expect(groups.map(({ funder }) => funder.id)).toEqual(['région', 'ville']);
		expect(groups[1]?.sums).toEqual([
			{ stage: 'asked', eur: 500, known: 1, unknown: 0 },
			{ stage: 'paid', eur: 0.3, known: 2, unknown: 0 }
		]);
		expect(beneficiaries).toBe(2);
	});
	it('keep an unknown amount unknown, and a zero a zero', () => {
		const { sums, groups } = model([
			pays('ville', 'a', { stage: 'granted', resourceId: 'r' }),
			pays('ville', 'b', { stage: 'granted', amountEur: 0 })
		]);
		expect(sums).toEqual([{ stage: 'granted', eur: 0, known: 1, unknown: 1 }]);
		expect(groups[0]?.lines.map(({ amountEur, about }) => [amountEur, about])).toEqual([
			[undefined, 'Dotation'],
			[0, undefined]
		]);
	});
});

describe('the flow', () => {
	const lines = model([
		pays('ville', 'a', { amountEur: 300 }),
		pays('ville', 'b', { amountEur: 100 }),
		pays('région', 'a')
	]).groups.flatMap((group) => group.lines);
	const flow = flowOf(lines, { width: 700, scale: scaleOf([{ eur: 400 }]) });
	const heights = new Map([...flow.from, ...flow.to].map(({ id, height }) => [id, height]));

	it('is as thick as the money, and an unknown amount has a width of its own', () => {
		expect(heights.get('ville')).toBe(150);
		expect(heights.get('b')).toBe(37.5);
		expect(heights.get('région')).toBe(7);
		expect(flow.ribbons.filter(({ known }) => !known).map(({ id }) => id)).toEqual(['région-a-']);
	});
	it('keeps names apart', () => {
		for (const names of [flow.from, flow.to])
			for (const [at, name] of names.entries()) {
				const next = names[at + 1];
				if (next) expect(name.y + (name.lines.length - 1) * 16).toBeLessThan(next.y);
			}
	});
	it('draws the greatest amounts when there are too many, and says how many it left', () => {
		const many = model(
			Array.from({ length: 50 }, (_one, at) => pays('ville', 'a', { amountEur: at + 1 }))
		).groups.flatMap((group) => group.lines);
		const cut = flowOf(many, { width: 700, scale: 1 });
		expect(cut.omitted).toBe(10);
		expect(cut.ribbons.map(({ id }) => id)).not.toContain('ville-a-10');
		expect(cut.ribbons.map(({ id }) => id)).toContain('ville-a-11');
	});
	it('breaks names between words and loses none of them', () => {
		const name = 'Union régionale des professionnels de santé des Hauts-de-France';
		const wrapped = wrapName(name, 140);
		expect(wrapped.join(' ')).toBe(name);
		expect(Math.max(...wrapped.map(({ length }) => length))).toBeLessThanOrEqual(20);
		expect(wrapName('é'.repeat(200), 140).join('')).toBe('é'.repeat(200));
	});
});

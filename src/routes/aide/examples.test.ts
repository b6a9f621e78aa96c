import { describe, expect, it } from 'vitest';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { indicatorSteps } from '#lib/network/indicators/indicators.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { FIGURE_IDS, type FigureId } from '#lib/network/indicators/model.ts';
import { ISOLATION_CLASSES } from '#lib/network/model.ts';
import { CLASS_EXAMPLES, EXAMPLE_YEARS, FIGURE_EXAMPLES, PARTNERS_EXAMPLE } from './examples.ts';

const figure = (id: FigureId) => {
	const { network } = FIGURE_EXAMPLES[id];
	const { figures } = inOneGo(
		indicatorSteps(network, isolatedStructures(network), {
			sourceYears: EXAMPLE_YEARS,
			coverages: []
		})
	);
	return figures.find((each) => each.id === id);
};

describe('the examples of the help', () => {
	// Who is absent is known from a register, not from the network.
	it.each(ISOLATION_CLASSES.filter((name) => name !== 'absent'))(
		'%s is what the structure ringed is judged to be',
		(name) => {
			const example = CLASS_EXAMPLES[name];
			const rows = isolatedStructures(example.network);
			const judged = rows.filter((row) => row.class === name).map(({ actorId }) => actorId);
			expect(judged).toEqual(example.marked);
		}
	);

	it.each(FIGURE_IDS)('%s has a value on its example, and every node a place', (id) => {
		expect(figure(id)?.value).toBeDefined();
		const { network, places, marked } = FIGURE_EXAMPLES[id];
		for (const node of network.nodes) expect(places.has(node.id)).toBe(true);
		for (const each of marked) expect(places.has(each)).toBe(true);
	});

	it('tell of two who know the same two', () => {
		const [one = '', other] = PARTNERS_EXAMPLE.marked;
		const partners = new Set(
			PARTNERS_EXAMPLE.network.edges.flatMap(({ source, target }) =>
				[one, other].includes(source) ? target : source
			)
		);
		expect([...partners].sort()).toEqual(['B', 'C']);
	});

	it('mark those the figure names', () => {
		expect(figure('brokers')?.parts.map(({ key }) => key)).toEqual(['C']);
		expect(figure('first_funder')?.parts[0]?.key).toBe('P');
		expect(figure('isolated')?.value).toBe(1 / 5);
	});
});

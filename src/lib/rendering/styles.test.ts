import { describe, expect, it } from 'vitest';
import type { NetworkEdge } from '#lib/network/model.ts';
import { YEAR_CHANGES, type YearChange } from '#lib/network/years.ts';
import { shapeOf, type Visibility } from './model.ts';
import { readPalette } from './palette.ts';
import { curvatures, edgeAttributes, edgeLook, nodeLook, RING } from './styles.ts';

const palette = readPalette((token) => (token === '--family-sharing' ? '#c98a1b' : ''));
/** The first of each is shown, the second is not. */
const visibility: Visibility = {
	nodes: Uint8Array.of(1, 0),
	edges: Uint8Array.of(1, 0),
	dim: false,
	alive: false
};
const FIRST = { place: 0, curvature: 0 };
const SECOND = { place: 1, curvature: 0 };
const edge = (more: Partial<NetworkEdge> = {}): NetworkEdge => ({
	id: 'r',
	type: 'COOPERATES_WITH',
	family: 'cooperation',
	source: 'a',
	target: 'b',
	horizontal: true,
	status: 'current',
	certainty: 'sourced',
	verdict: 'said_by_both',
	sources: [],
	...more
});
const node = {
	x: 0,
	y: 0,
	group: 'hospital',
	shape: 'circle',
	apart: false,
	ringed: false,
	zone: 'network',
	home: { x: 0, y: 0 },
	pinned: false,
	hollow: false,
	ties: 0,
	funding: 0,
	radius: 5,
	place: 0
} as const;

describe('look of a relation', () => {
	it('is paler when it has ended and weaker when nobody states it', () => {
		const now = edgeAttributes(edge(), FIRST);
		const past = edgeAttributes(edge({ status: 'ended' }), FIRST);
		const guessed = edgeAttributes(edge({ certainty: 'inferred' }), FIRST);
		expect(past.strength).toBeLessThan(guessed.strength);
		expect(guessed.strength).toBeLessThan(now.strength);
		expect(guessed.width).toBeLessThan(now.width);
		expect([now.dashed, guessed.dashed]).toEqual([false, true]);
	});

	it('shows a direction only where it means something', () => {
		expect(edgeAttributes(edge({ type: 'HOSTS', family: 'sharing' }), FIRST).arrow).toBe(true);
		expect(edgeAttributes(edge(), FIRST).arrow).toBe(false);
	});

	it('is hidden or only dimmed when it does not pass, and coloured by its family', () => {
		const look = (at: typeof FIRST, seen: Visibility) =>
			edgeLook('r', edgeAttributes(edge({ family: 'sharing' }), at), seen, {}, palette);
		expect(look(FIRST, visibility)).toMatchObject({ hidden: false, color: '#c98a1b' });
		expect(look(FIRST, { ...visibility, dim: true }).strong).toBe(1);
		expect(look(SECOND, visibility).hidden).toBe(true);
		expect(look(SECOND, { ...visibility, dim: true })).toMatchObject({ hidden: false, strong: 0 });
	});

	it('looks the same before and beside what is emphasised, unless filters dim', () => {
		const strong = new Set(['other']);
		const look = (seen: Visibility, focus = {}) =>
			edgeLook('r', edgeAttributes(edge(), FIRST), seen, focus, palette);
		expect(look(visibility)).toEqual(look(visibility, { strong }));
		expect(nodeLook('n', node, visibility, {}, palette)).toEqual(
			nodeLook('n', node, visibility, { strong }, palette)
		);
		expect(look(visibility, { strong: new Set(['r']) }).strong).toBe(1);
	});

	it('looks alive in a year it lived in, whatever became of it', () => {
		const ended = edgeAttributes(edge({ status: 'ended' }), FIRST);
		const look = (alive: boolean) => edgeLook('r', ended, { ...visibility, alive }, {}, palette);
		expect(look(true).strength).toBeGreaterThan(Number(look(false).strength));
	});
});

describe('look of a relation between two years', () => {
	const lookOf = (change: YearChange) => {
		const { size, style, strength, hidden } = edgeLook(
			'r',
			edgeAttributes(edge({ status: 'ended' }), FIRST),
			{ ...visibility, alive: true, changes: [change] },
			{},
			palette
		);
		return { size, style, strength, hidden };
	};

	it('differs for each change without any colour, and quietens what has not moved', () => {
		const looks = YEAR_CHANGES.map((change) => JSON.stringify(lookOf(change)));
		expect(new Set(looks).size).toBe(YEAR_CHANGES.length);
		expect(lookOf('created').style).toBe(0);
		expect(lookOf('ended').style).toBe(2);
		expect(lookOf('created').size).toBeGreaterThan(1.5 * lookOf('ended').size);
		for (const change of ['created', 'ended', 'renewed'] as const)
			expect(lookOf(change).strength).toBeGreaterThan(2 * lookOf('kept').strength);
	});
});

describe('look of a node', () => {
	it('rings what is selected and what stands apart', () => {
		const selected = { selected: { kind: 'node', id: 'n' } } as const;
		const look = (apart: boolean, focus = {}) =>
			nodeLook('n', { ...node, ringed: apart }, visibility, focus, palette).ring;
		expect([look(false), look(true), look(false, selected), look(true, selected)]).toEqual([
			RING.none,
			RING.apart,
			RING.selected,
			RING.both
		]);
	});

	it('hides a group that the legend switched off', () => {
		expect(nodeLook('n', { ...node, place: 1 }, visibility, {}, palette).hidden).toBe(true);
	});

	it('has the shape of its nature', () => {
		expect(shapeOf({ label: 'SharedResource', group: 'resource' })).toBe('square');
		expect(shapeOf({ label: 'Funder', group: 'funder' })).toBe('diamond');
		expect(shapeOf({ label: 'Actor', group: 'funder' })).toBe('diamond');
		expect(shapeOf({ label: 'ArsRegion', group: 'ars' })).toBe('hexagon');
		expect(shapeOf({ label: 'Actor', group: 'hospital' })).toBe('circle');
	});
});

describe('parallel relations', () => {
	it('bend apart whichever way they point', () => {
		const bends = curvatures([
			{ source: 'a', target: 'b' },
			{ source: 'b', target: 'a' },
			{ source: 'a', target: 'b' },
			{ source: 'a', target: 'c' }
		]);
		// Seen from a to b: the second points the other way, so its bend is mirrored.
		const side = [bends[0], -(bends[1] ?? 0), bends[2]];
		expect(new Set(side).size).toBe(3);
		expect(Math.abs(bends[3] ?? 0)).toBeLessThan(0.1);
	});
});

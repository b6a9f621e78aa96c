import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosses, overlap } from './boxes.ts';
import { placeLabels, type LabelCandidate } from './labels.ts';
import { wrapName } from './wrap-name.ts';

const frame = { x: 0, y: 0, width: 800, height: 600 };
const nothing = { discs: [], segments: [] };
const label = (key: string, x: number, y: number, more: Partial<LabelCandidate> = {}) => ({
	key,
	x,
	y,
	radius: 8,
	width: 90,
	height: 16,
	priority: 1,
	required: false,
	...more
});
const candidates = fc.uniqueArray(
	fc.record({
		key: fc.uuid(),
		x: fc.double({ min: 0, max: 800, noNaN: true }),
		y: fc.double({ min: 0, max: 600, noNaN: true }),
		radius: fc.double({ min: 1, max: 20, noNaN: true }),
		width: fc.double({ min: 10, max: 160, noNaN: true }),
		height: fc.constantFrom(16, 32, 48),
		priority: fc.nat(40),
		required: fc.boolean()
	}),
	{ selector: (c) => c.key, maxLength: 60 }
);

describe('names on screen', () => {
	it('never overlap and never leave the frame, required or not', () => {
		fc.assert(
			fc.property(candidates, (list) => {
				const placed = placeLabels(list, frame, nothing);
				placed.forEach((a, i) => {
					expect(a.x).toBeGreaterThanOrEqual(0);
					expect(a.x + a.width).toBeLessThanOrEqual(800);
					for (const b of placed.slice(i + 1)) expect(overlap(a, b)).toBe(false);
				});
			})
		);
	});

	it('around a hub stand on their own side of it', () => {
		const around = Array.from({ length: 24 }, (_one, index) => {
			const turn = (index / 24) * 2 * Math.PI;
			const at = { x: 400 + 60 * Math.cos(turn), y: 300 + 60 * Math.sin(turn) };
			return label(String(index), at.x, at.y, { required: true });
		});
		const discs = [...around, { x: 400, y: 300, radius: 12 }];
		const placed = placeLabels(around, frame, { discs, segments: [] });
		expect(placed).toHaveLength(24);
		const away = placed.filter((one) => one.away);
		expect(away.length).toBeGreaterThan(8);
		for (const { key, x, y, width, height } of away) {
			const node = around[Number(key)];
			const out = { x: (node?.x ?? 0) - 400, y: (node?.y ?? 0) - 300 };
			const from = { x: x + width / 2 - (node?.x ?? 0), y: y + height / 2 - (node?.y ?? 0) };
			expect(out.x * from.x + out.y * from.y, key).toBeGreaterThan(0);
		}
	});

	it('break shorter before they leave their node, and roam a little before they disappear', () => {
		const tight = { x: 0, y: 0, width: 70, height: 80 };
		const [short] = placeLabels(
			[label('a', 35, 10, { tight: { width: 60, height: 32 } })],
			tight,
			nothing
		);
		expect(short).toMatchObject({ tight: true, width: 60, away: false });
		const discs = [{ x: 400, y: 300, radius: 26 }];
		const at = { width: 40, radius: 4 };
		expect(placeLabels([label('a', 400, 300, at)], frame, { discs, segments: [] })).toEqual([]);
		const [far] = placeLabels([label('a', 400, 300, { ...at, roams: true })], frame, {
			discs,
			segments: []
		});
		expect(far?.away).toBe(true);
	});

	it('prefer the more important of two that cannot both stand', () => {
		const tight = { x: 0, y: 0, width: 100, height: 44 };
		const placed = placeLabels(
			[label('minor', 50, 10), label('major', 50, 10, { priority: 5 })],
			tight,
			nothing
		);
		expect(placed.map((p) => p.key)).toEqual(['major']);
	});

	it('keep the name and the place of the frame before', () => {
		const tight = { x: 0, y: 0, width: 100, height: 44 };
		const two = [label('a', 50, 10), label('b', 50, 10)];
		expect(placeLabels(two, tight, nothing, new Map([['b', 0]])).map((p) => p.key)).toEqual(['b']);
		const [moved] = placeLabels([label('a', 400, 300)], frame, nothing, new Map([['a', 3]]));
		expect(moved?.anchor).toBe(3);
	});

	it('move required names away from a crowd rather than drop them', () => {
		const crowd = Array.from({ length: 12 }, (_, i) =>
			label(`n${i}`, 400 + i, 300, { required: true })
		);
		const placed = placeLabels(crowd, frame, nothing);
		expect(placed).toHaveLength(12);
		expect(placed.some((p) => p.away)).toBe(true);
	});

	it('stand near over what is faint rather than far from their node, when they must be written', () => {
		const around = (faint: boolean) => {
			const discs = Array.from({ length: 400 }, (_, i) => ({
				...{ x: 300 + (i % 20) * 10, y: 200 + Math.floor(i / 20) * 10, radius: 6 },
				faint
			}));
			return placeLabels([label('a', 400, 300, { required: true })], frame, {
				discs,
				segments: []
			});
		};
		const farOf = ([place]: ReturnType<typeof around>): number =>
			Math.abs((place?.y ?? 0) + 8 - 300) + Math.abs((place?.x ?? 0) + 45 - 400);
		expect(farOf(around(false))).toBeGreaterThan(80);
		expect(around(true)[0]?.away).toBe(false);
		expect(farOf(around(true))).toBeLessThan(80);
	});

	it('stay off nodes, and off edges when there is room', () => {
		const wall = { discs: [{ x: 400, y: 325, radius: 10 }], segments: [] };
		const [beside] = placeLabels([label('a', 400, 300)], frame, wall);
		expect(beside?.anchor).not.toBe(0);
		const edge = { discs: [], segments: [{ x1: 400, y1: 300, x2: 400, y2: 600 }] };
		const [free] = placeLabels([label('a', 400, 300)], frame, edge);
		expect(free && crosses(free, { x1: 400, y1: 300, x2: 400, y2: 600 })).toBe(false);
	});
});

describe('long names', () => {
	it('are broken at spaces, never cut', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-zé'-]{1,14}$/), { minLength: 1 }), (words) => {
				const name = words.join(' ');
				expect(wrapName(name).join(' ')).toBe(name);
			})
		);
	});

	it('stay on one line while they are short', () => {
		expect(wrapName('Place Santé')).toEqual(['Place Santé']);
		expect(wrapName('Communauté professionnelle territoriale de santé du Nord')).toHaveLength(3);
	});
});

/**
 * Names of the margin: a column of words to its right, each level with its node when it can be.
 * Pure, so that the rule can be tested without a canvas.
 */
import { RIGHT, type Box, type LabelCandidate, type PlacedLabel } from './labels.ts';

/** Above this many, the margin is a crowd and its names are placed like the others. */
export const MOST_IN_MARGIN = 24;
const GAP = 6;
/** Between two names. */
const SPACE = 3;
/** Share of the frame's height a name may move from its node's level: beyond, lines make a fan. */
const FAR = 0.15;
/** A name further than this from its node's level gets a line to it. */
const LEVEL = 7;

/**
 * Stacks names in the order of their nodes, moving each as little as the others allow
 * (least squares under an order: pool adjacent violators, Ayer et al., 1955).
 * `undefined` when they cannot all stand in the frame: none is then written here.
 */
export function stackMargin(
	labels: readonly LabelCandidate[],
	frame: Box,
	top: number
): PlacedLabel[] | undefined {
	if (labels.length === 0 || labels.length > MOST_IN_MARGIN) return undefined;
	const x = Math.max(...labels.map((label) => label.x + label.radius)) + GAP;
	if (x + Math.max(...labels.map((label) => label.width)) > frame.x + frame.width) return undefined;
	const ordered = [...labels].sort((a, b) => a.y - b.y || b.x - a.x);
	const whole = ordered.reduce((sum, label) => sum + label.height + SPACE, 0);
	const [from, to] = [Math.max(top, frame.y), frame.y + frame.height];
	if (whole > to - from || ordered.some((label) => label.y < from - 40 || label.y > to + 40))
		return undefined;

	// Shifted by what stands above, tops in order without overlap are tops that never decrease.
	let above = 0;
	const blocks: { sum: number; count: number }[] = [];
	const offsets = ordered.map((label) => {
		const offset = above;
		above += label.height + SPACE;
		let block = { sum: label.y - label.height / 2 - offset, count: 1 };
		for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
			if (last.sum / last.count <= block.sum / block.count) break;
			blocks.pop();
			block = { sum: last.sum + block.sum, count: last.count + block.count };
		}
		blocks.push(block);
		return offset;
	});
	const shifted = blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
	const column = ordered.map((label, index): PlacedLabel => {
		const free = Math.min(Math.max(shifted[index] ?? from, from), to - whole);
		const y = free + (offsets[index] ?? 0);
		const { key, width, height } = label;
		const away = Math.abs(y + height / 2 - label.y) > LEVEL || x - label.x - label.radius > 3 * GAP;
		return { key, x, y, width, height, anchor: RIGHT, align: 'left', away };
	});
	const moved = column.map((at, i) => Math.abs(at.y + at.height / 2 - (ordered[i]?.y ?? 0)));
	return Math.max(...moved) > frame.height * FAR ? undefined : column;
}

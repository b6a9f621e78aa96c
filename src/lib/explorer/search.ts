import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import { inParts } from '#lib/network/steps.ts';

export interface FoldedNode {
	node: NetworkNode;
	text: string;
}

/** Names and places as search reads them, in steps. */
export const foldSteps = (nodes: readonly NetworkNode[]): Generator<void, readonly FoldedNode[]> =>
	inParts(nodes, (node) => ({
		node,
		text: ` ${foldText(`${node.name} ${node.commune ?? ''}`)}`
	}));

/** Nodes with every word of the query at the start of one of theirs; names that begin so first. */
export function searchNodes(folded: readonly FoldedNode[], query: string, most = 12) {
	const tokens = searchTokens(query);
	if (tokens.length === 0) return { found: [], total: 0 };
	const starts = tokens.map((token) => ` ${token}`);
	const whole = starts.join('');
	/** Less is better: structures before projects, names that begin so, then the shortest. */
	const rank = ({ node, text }: FoldedNode): number =>
		(node.label === 'HealthProject' ? 2e6 : 0) + (text.startsWith(whole) ? 0 : 1e6) + text.length;
	// Only the best are put in order: a first letter matches thousands.
	const best: { rank: number; node: NetworkNode }[] = [];
	let total = 0;
	for (const each of folded) {
		if (!starts.every((start) => each.text.includes(start))) continue;
		total++;
		const found = { rank: rank(each), node: each.node };
		const last = best[most - 1];
		if (last && last.rank <= found.rank) continue;
		const place = best.findIndex((other) => other.rank > found.rank);
		best.splice(place < 0 ? best.length : place, 0, found);
		if (best.length > most) best.pop();
	}
	return { found: best.map(({ node }) => node), total };
}

/** The option pointed at once an arrow is pressed, round and round; nothing for any other key. */
export function pointedAfter(key: string, now: number, length: number): number | undefined {
	if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
	return length === 0 ? now : (now + (key === 'ArrowDown' ? 1 : length - 1)) % length;
}

import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { NetworkNode } from '#lib/network/model.ts';

export interface FoldedNode {
	node: NetworkNode;
	text: string;
}

/** Names and places as search reads them: made a part at a time once the reader comes near, so that the page answers. */
export class FoldedNodes {
	readonly #nodes: readonly NetworkNode[];
	readonly #folded: FoldedNode[] = [];

	constructor(nodes: readonly NetworkNode[]) {
		this.#nodes = nodes;
	}

	/** Makes some; true while others are left. */
	more(count = 500): boolean {
		const from = this.#folded.length;
		for (const node of this.#nodes.slice(from, from + count))
			this.#folded.push({ node, text: ` ${foldText(`${node.name} ${node.commune ?? ''}`)}` });
		return this.#folded.length < this.#nodes.length;
	}

	/** All of them: those not made yet are made at once. */
	get all(): readonly FoldedNode[] {
		this.more(this.#nodes.length);
		return this.#folded;
	}
}

/** Nodes with every word of the query at the start of one of theirs; names that begin so first. */
export function searchNodes(folded: readonly FoldedNode[], query: string, most = 12) {
	const tokens = searchTokens(query);
	if (tokens.length === 0) return { found: [], total: 0 };
	const matches = folded.filter(({ text }) => tokens.every((token) => text.includes(` ${token}`)));
	const whole = ` ${tokens.join(' ')}`;
	matches.sort(
		(a, b) =>
			Number(a.node.label === 'HealthProject') - Number(b.node.label === 'HealthProject') ||
			Number(b.text.startsWith(whole)) - Number(a.text.startsWith(whole)) ||
			a.text.length - b.text.length
	);
	return { found: matches.slice(0, most).map(({ node }) => node), total: matches.length };
}

/** The option pointed at once an arrow is pressed, round and round; nothing for any other key. */
export function pointedAfter(key: string, now: number, length: number): number | undefined {
	if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
	return length === 0 ? now : (now + (key === 'ArrowDown' ? 1 : length - 1)) % length;
}

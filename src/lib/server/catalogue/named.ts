import type { NetworkNode } from '#lib/network/model.ts';

/**
 * The nodes a result speaks of: of every text in it that is the id of one. So a result leaves the network
 * it was found in with the few names it takes to tell it.
 */
export function namedIn(
	result: unknown,
	nodes: ReadonlyMap<string, NetworkNode>
): Map<string, NetworkNode> {
	const named = new Map<string, NetworkNode>();
	const look = (value: unknown): void => {
		if (typeof value === 'string') {
			const node = nodes.get(value);
			if (node) named.set(value, node);
		} else if (Array.isArray(value)) value.forEach(look);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
	};
	look(result);
	return named;
}

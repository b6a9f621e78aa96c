/** What is selected, one node or several, as pure functions of a view. */
import type { ViewState } from '#lib/domain/view-state/state.ts';
import type { NetworkEdge } from '#lib/network/model.ts';

type Choice = Pick<ViewState, 'selection' | 'others'>;

/** Others an address has room for. */
const MOST_OTHERS = 100;
/** Nodes that can be selected together. */
export const MOST_CHOSEN = MOST_OTHERS + 1;

/** Every node selected, the one whose sheet is open first. */
export const chosenIds = ({ selection, others }: Choice): Set<string> =>
	new Set([...(selection?.kind === 'node' ? [selection.id] : []), ...others]);

/** The same choice with these nodes and no other; the open sheet stays while its node is one of them. */
export function withChosen(choice: Choice, ids: Iterable<string>): Choice {
	const chosen = new Set(ids);
	const { selection } = choice;
	const stays = selection?.kind === 'node' && chosen.has(selection.id);
	const [first] = chosen;
	const main = stays ? selection.id : first;
	if (main === undefined) return { selection: undefined, others: new Set() };
	chosen.delete(main);
	return {
		selection: { kind: 'node', id: main },
		others: new Set([...chosen].slice(0, MOST_OTHERS))
	};
}

/** A node joins the choice, or leaves it. */
export function withToggled(choice: Choice, id: string): Choice {
	const chosen = chosenIds(choice);
	if (!chosen.delete(id)) chosen.add(id);
	return withChosen(choice, chosen);
}

/** How many of these relations tie two of these nodes. */
export const tiesBetween = (
	ids: ReadonlySet<string>,
	edges: readonly Pick<NetworkEdge, 'source' | 'target'>[]
): number => edges.filter(({ source, target }) => ids.has(source) && ids.has(target)).length;

/** Nodes tied to one of these and not among them, in the order of the relations. */
export function neighboursOf(
	ids: ReadonlySet<string>,
	edges: readonly Pick<NetworkEdge, 'source' | 'target'>[]
): Set<string> {
	const found = new Set<string>();
	for (const { source, target } of edges) {
		if (ids.has(source) && !ids.has(target)) found.add(target);
		if (ids.has(target) && !ids.has(source)) found.add(source);
	}
	return found;
}

import type { SizeMeasure } from '#lib/domain/view-state/state.ts';
import type { DrawnGraph } from './graph.ts';
import type { NodeAttributes } from './styles.ts';

/** Where nothing is measured, and where the measure is not known. */
const EQUAL = 1.2;
const UNKNOWN = 0.85;

/**
 * How many times its smallest size a node is drawn at, by what is measured. Areas, not radii, grow with
 * the measure, so that twice the surface says twice as much.
 */
export function growthBy(
	measure: SizeMeasure,
	graph: DrawnGraph
): (node: Pick<NodeAttributes, 'ties' | 'funding'>) => number {
	if (measure === 'egale') return () => EQUAL;
	if (measure === 'cooperations') return ({ ties }) => 1 + Math.min(Math.sqrt(ties) / 6, 0.75);
	let most = 1;
	graph.forEachNode((_id, { funding }) => {
		most = Math.max(most, funding);
	});
	return ({ funding }) => (funding > 0 ? 1 + 1.2 * Math.sqrt(funding / most) : UNKNOWN);
}

import type { LabelDensity } from '#lib/domain/view-state/state.ts';

/** How many names a drawing is given, those of the selection and its neighbours apart. */
export interface NameQuota {
	/** More names than this make a wall of text, not a map. */
	most: number;
	/** The margin's names wait to be asked for. */
	hushed: boolean;
	/** Names may stand a little away from their node, in a network of this many nodes at most. */
	roaming: number;
}

/** A network this small has all its names, some on a line. */
const FEW_NAMES = 40;

/** Names for a network of `order` nodes, from the few that matter most to all that find room. */
export function quotaFor(density: LabelDensity, order: number): NameQuota {
	switch (density) {
		case 0:
			return { most: Math.min(Math.ceil(order * 0.12), 12), hushed: true, roaming: 0 };
		case 1:
			return { most: Math.min(Math.ceil(order * 0.4), 50), hushed: false, roaming: 0 };
		case 2:
			return { most: 160, hushed: false, roaming: FEW_NAMES };
		case 3:
			return { most: 320, hushed: false, roaming: 2 * FEW_NAMES };
		case 4:
			return { most: 800, hushed: false, roaming: 5 * FEW_NAMES };
	}
}

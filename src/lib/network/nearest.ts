import { distanceKm } from './distance.ts';
import type { NetworkNode } from './model.ts';
import { compareText } from './order.ts';

/** The nearest of some structures, and how near: by distance, else by what places are known. */
export interface Nearest {
	id: string;
	/** Absent when one of the two has no coordinates. */
	km?: number | undefined;
	same?: 'commune' | 'departement' | undefined;
}

const isSame = (a: string | undefined, b: string | undefined): boolean =>
	a !== undefined && a === b;

function nearness(from: NetworkNode, to: NetworkNode): Nearest | undefined {
	const km = distanceKm(from, to);
	const inDepartement = isSame(from.departement, to.departement);
	const same =
		inDepartement && isSame(from.commune, to.commune)
			? 'commune'
			: inDepartement
				? 'departement'
				: undefined;
	return km === undefined && same === undefined ? undefined : { id: to.id, km, same };
}

/** The same commune first, then the distance, then the same département, then ids. */
function compare(a: Nearest, b: Nearest): number {
	const rank = ({ km, same }: Nearest): number =>
		same === 'commune' ? -1 : (km ?? Number.MAX_VALUE);
	return rank(a) - rank(b) || compareText(a.id, b.id);
}

/** The nearest of `others`, itself left out; nothing when no place is known. Linear in `others`. */
export function nearestTo(from: NetworkNode, others: Iterable<NetworkNode>): Nearest | undefined {
	let best: Nearest | undefined;
	for (const other of others) {
		const found = other.id === from.id ? undefined : nearness(from, other);
		if (found && (!best || compare(found, best) < 0)) best = found;
	}
	return best;
}

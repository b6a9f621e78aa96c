import { distanceKm, isPlaced, kmOfDegrees } from './distance.ts';
import type { NetworkNode } from './model.ts';
import { compareText } from './order.ts';

/** The nearest of some structures, and how near: by distance, else by what places are known. */
export interface Nearest {
	id: string;
	/** Absent when one of the two has no coordinates. */
	km?: number | undefined;
	same?: 'commune' | 'departement' | undefined;
}

/** Some structures, made ready to be asked which is the nearest to another. */
export type NearestOf = (from: NetworkNode) => Nearest | undefined;

/** Kilometres by which two ways to work out one distance may differ. */
const ROUNDING = 1e-6;

const communeOf = ({ commune, departement }: NetworkNode): string | undefined =>
	commune === undefined || departement === undefined ? undefined : `${departement} ${commune}`;

/** The two first by id of each list: the second answers for the first itself. */
class FirstTwo {
	readonly #found = new Map<string, NetworkNode[]>();

	put(key: string | undefined, node: NetworkNode): void {
		if (key === undefined) return;
		const known = this.#found.get(key) ?? [];
		const sorted = [...known, node].sort((a, b) => compareText(a.id, b.id));
		this.#found.set(key, sorted.slice(0, 2));
	}

	/** The first but the one who asks. */
	at(key: string | undefined, { id }: NetworkNode): NetworkNode | undefined {
		return key === undefined ? undefined : this.#found.get(key)?.find((node) => node.id !== id);
	}

	all(): NetworkNode[] {
		return [...this.#found.values()].flat();
	}
}

/**
 * The nearest among `others`, itself left out: in the same commune first, then at the least distance, then
 * in the same département where a place is unknown, then by ids; nothing when no place is known. Made
 * ready in n log n; a question then looks at those of about the same latitude.
 */
export function nearestAmong(others: Iterable<NetworkNode>): NearestOf {
	const communes = new FirstTwo();
	const departements = new FirstTwo();
	const unplaced = new FirstTwo();
	/** Many stand at the centre of one commune: two of each point are enough. */
	const points = new FirstTwo();
	for (const node of others) {
		communes.put(communeOf(node), node);
		departements.put(node.departement, node);
		if (isPlaced(node)) points.put(`${node.lat} ${node.lon}`, node);
		else unplaced.put(node.departement, node);
	}
	const placed = points
		.all()
		.map((node) => ({ node, lat: node.lat ?? 0 }))
		.sort((a, b) => a.lat - b.lat || compareText(a.node.id, b.node.id));

	function inCommune(from: NetworkNode): Nearest | undefined {
		const node = communes.at(communeOf(from), from);
		return node && { id: node.id, km: distanceKm(from, node), same: 'commune' };
	}

	/** Looks north and south, until who is left is further by latitude alone. */
	function byDistance(from: NetworkNode): Nearest | undefined {
		if (!isPlaced(from)) return undefined;
		const lat = from.lat ?? 0;
		let start = 0;
		for (let end = placed.length; start < end;) {
			const middle = (start + end) >> 1;
			if ((placed[middle]?.lat ?? 0) < lat) start = middle + 1;
			else end = middle;
		}
		let [south, north] = [start - 1, start];
		let best: { node: NetworkNode; km: number } | undefined;
		const look = (at: number): boolean => {
			const other = placed[at];
			if (!other || (best && kmOfDegrees(Math.abs(other.lat - lat)) > best.km + ROUNDING))
				return false;
			const km = other.node.id === from.id ? undefined : distanceKm(from, other.node);
			if (km === undefined) return true;
			if (!best || km < best.km || (km === best.km && compareText(other.node.id, best.node.id) < 0))
				best = { node: other.node, km };
			return true;
		};
		for (let [up, down] = [true, true]; up || down;) {
			if (up) up = look(north++);
			if (down) down = look(south--);
		}
		if (!best) return undefined;
		const same = from.departement !== undefined && from.departement === best.node.departement;
		return { id: best.node.id, km: best.km, same: same ? 'departement' : undefined };
	}

	function inDepartement(from: NetworkNode): Nearest | undefined {
		const node = (isPlaced(from) ? unplaced : departements).at(from.departement, from);
		return node && { id: node.id, km: undefined, same: 'departement' };
	}

	return (from) => inCommune(from) ?? byDistance(from) ?? inDepartement(from);
}

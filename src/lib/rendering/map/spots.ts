import type { Place } from '#lib/network/places.ts';
import type { DrawnGraph } from '../graph.ts';
import { isShown, type Visibility } from '../model.ts';
import { areaOf, AREAS } from './areas.ts';
import type { Degrees } from './lens.ts';
import type { Spot } from './stacks.ts';
import { worldOf } from './view.ts';

interface Known extends Degrees {
	key: string;
	name: string;
	ids: string[];
}

const keyOf = ({ lon, lat }: Degrees): string => `${lon} ${lat}`;

/** The points of a map and what stands at each, whatever passes the filters. */
export class Spots {
	readonly #known = new Map<string, Known>();
	readonly #at = new Map<string, Known>();
	/** Ids that have a place. */
	readonly ids: ReadonlySet<string>;

	constructor(
		places: readonly Place[],
		private readonly graph: DrawnGraph
	) {
		for (const { lon, lat, commune, nodes } of places) {
			const key = keyOf({ lon, lat });
			const known: Known = this.#known.get(key) ?? { key, lon, lat, name: '', ids: [] };
			this.#known.set(key, known);
			known.name ||= commune ?? '';
			for (const id of nodes) {
				if (!graph.hasNode(id)) continue;
				known.ids.push(id);
				this.#at.set(id, known);
			}
		}
		this.ids = new Set(this.#at.keys());
	}

	placeOf(id: string): Degrees | undefined {
		return this.#at.get(id);
	}

	keyOf(id: string): string | undefined {
		return this.#at.get(id)?.key;
	}

	/** Its commune, or nothing when it is not known. */
	nameOf(key: string): string {
		return this.#known.get(key)?.name ?? '';
	}

	degreesOf(keys: readonly string[]): Degrees[] {
		return keys.flatMap((key) => this.#known.get(key) ?? []);
	}

	/** The points where something is drawn: where filters dim, what does not pass is there too. */
	drawn(visibility: Visibility): Spot[] {
		return [...this.#known.values()].flatMap((known) => {
			const ids = known.ids.filter(
				(id) => visibility.dim || isShown(visibility.nodes, this.graph.getNodeAttributes(id))
			);
			return ids.length > 0 ? [{ key: known.key, ids, ...worldOf(known) }] : [];
		});
	}

	/** Points drawn in the part of the world that holds the most: what a first look is at. */
	home(visibility: Visibility): Degrees[] {
		const shown = this.drawn(visibility).flatMap(({ key, ids }) => {
			const known = this.#known.get(key);
			return known ? [{ known, count: ids.length, area: areaOf(known) }] : [];
		});
		const weight = (area: (typeof AREAS)[number]): number =>
			shown.reduce((sum, each) => sum + (each.area === area ? each.count : 0), 0);
		const [first] = [...AREAS].sort((a, b) => weight(b) - weight(a));
		return shown.filter(({ area }) => area === first).map(({ known }) => known);
	}
}

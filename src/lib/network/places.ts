import { placeOf, placeRefusal } from '#lib/domain/places/place.ts';
import type { PlacePrecision } from '#lib/domain/entities.ts';
import type { Network, NetworkNode } from './model.ts';

/** Degrees, WGS 84. */
export interface Coordinates {
	lat: number;
	lon: number;
}

/**
 * How well a place is known: an address; the centre of a commune; for a resource without a place of its
 * own, that of its holder; or a place invented with its fictional commune.
 */
export const PRECISIONS = ['address', 'commune', 'holder', 'fictional'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** One point of the map and everything that stands there, equally well known. */
export interface Place extends Coordinates {
	precision: Precision;
	commune?: string | undefined;
	/** Ids, in the network's order. */
	nodes: string[];
}

/** Where the nodes of a network are, and those nobody knows the place of. */
export interface NetworkPlaces {
	places: Place[];
	without: string[];
	/** Those whose own coordinates are no place, in the network's order: at sea, or far from here. */
	refused: string[];
}

/** What is known of where a node is. */
export interface Whereabouts {
	lat?: number | undefined;
	lon?: number | undefined;
	placePrecision?: PlacePrecision | undefined;
	commune?: string | undefined;
	codeInsee?: string | undefined;
	departement?: string | undefined;
}

export interface PlaceOptions {
	/** What is known of a node, by id. */
	of: (id: string) => Whereabouts | undefined;
	/** Centre of a commune, by INSEE code. */
	centre: (code: string) => Coordinates | undefined;
	/** In a fictional territory, where its communes are said to be: nothing there is on the real map. */
	invented?: ((commune: string) => Coordinates) | undefined;
}

type Placed = Omit<Place, 'nodes'>;

function ownPlace(id: string, { of, centre, invented }: PlaceOptions): Placed | undefined {
	const known = of(id);
	if (!known) return undefined;
	const { lat, lon, commune, codeInsee } = known;
	if (invented)
		return commune ? { ...invented(commune), precision: 'fictional', commune } : undefined;
	const own = placeOf({ lat, lon, departement: known.departement });
	if (own) return { ...own, precision: known.placePrecision ?? 'commune', commune };
	const point = codeInsee ? centre(codeInsee) : undefined;
	return point && { ...point, precision: 'commune', commune };
}

/** Who holds each resource that one structure holds, and one only. */
function holders({ edges }: Pick<Network, 'edges'>): ReadonlyMap<string, string> {
	const found = new Map<string, string | undefined>();
	for (const { type, source, target } of edges)
		if (type === 'HOLDS') found.set(target, found.has(target) ? undefined : source);
	return new Map([...found].flatMap(([id, holder]) => (holder ? [[id, holder] as const] : [])));
}

/**
 * Places of a network's nodes, gathered by point. Coordinates are those a node bears, else the centre
 * of its commune, coordinates at sea or far from here being refused; a resource without a place of its own stands with the one structure that holds it.
 */
export function placesOf(
	network: { nodes: readonly NetworkNode[]; edges: Network['edges'] },
	options: PlaceOptions
): NetworkPlaces {
	const holderOf = holders(network);
	const places = new Map<string, Place>();
	const without: string[] = [];
	const refused: string[] = [];
	for (const { id } of network.nodes) {
		if (!options.invented && placeRefusal(options.of(id) ?? {})) refused.push(id);
		const holder = holderOf.get(id);
		const theirs = holder === undefined ? undefined : ownPlace(holder, options);
		const place =
			ownPlace(id, options) ??
			(theirs && { ...theirs, precision: options.invented ? 'fictional' : 'holder' });
		if (!place) {
			without.push(id);
			continue;
		}
		const key = `${place.lat} ${place.lon} ${place.precision}`;
		const known = places.get(key);
		if (known) known.nodes.push(id);
		else places.set(key, { ...place, nodes: [id] });
	}
	return { places: [...places.values()], without, refused };
}

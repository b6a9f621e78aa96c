import type { NetworkNode } from '#lib/network/model.ts';
import type { NetworkPlaces, Place, Precision } from '#lib/network/places.ts';
import { byName } from '../rows.ts';

/** Address of the places of a network: beside it, whatever its scope. */
export const placesUrl = (networkUrl: string): string =>
	networkUrl.replace(/\/network(?=\?|$)/, '/places');

async function placesAt(url: string): Promise<NetworkPlaces> {
	const response = await fetch(url, { headers: { accept: 'application/json' } });
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	return response.json();
}

/** Milliseconds for which one answer serves whoever foresaw the map, then the map: data change. */
const FRESH = 5000;
let asked: { url: string; at: number; places: Promise<NetworkPlaces> } | undefined;

/** Fetches where things are, unless that was asked a moment ago. Rejects on a refusal. */
export function fetchPlaces(networkUrl: string): Promise<NetworkPlaces> {
	const url = placesUrl(networkUrl);
	const now = performance.now();
	if (asked?.url === url && now - asked.at < FRESH) return asked.places;
	const places = placesAt(url);
	const mine = { url, at: now, places };
	asked = mine;
	places.catch(() => {
		if (asked === mine) asked = undefined;
	});
	return places;
}

/** What stands at one point and is shown, by name. */
export interface ListedPlace {
	key: string;
	name: string | undefined;
	lon: number;
	lat: number;
	nodes: NetworkNode[];
}

/** The map in words: what is shown, at its place or without one. */
export interface Listed {
	places: ListedPlace[];
	/** No place is known for them. */
	tray: NetworkNode[];
	placed: number;
	/** How many are known how well. */
	precisions: Readonly<Record<Precision, number>>;
}

/** Sorts what is shown by place, the fullest first; the tray by name. */
export function listPlaces(places: readonly Place[], shown: readonly NetworkNode[]): Listed {
	const left = new Map(shown.map((node) => [node.id, node]));
	const listed = new Map<string, ListedPlace>();
	const precisions = { address: 0, commune: 0, holder: 0, fictional: 0 };
	for (const { lon, lat, commune, precision, nodes } of places) {
		const here = nodes.flatMap((id) => left.get(id) ?? []);
		if (here.length === 0) continue;
		for (const { id } of here) left.delete(id);
		precisions[precision] += here.length;
		const key = `${lon} ${lat}`;
		const known = listed.get(key);
		if (known) {
			known.nodes.push(...here);
			known.name ??= commune;
		} else listed.set(key, { key, name: commune, lon, lat, nodes: here });
	}
	for (const place of listed.values()) place.nodes.sort(byName);
	return {
		places: [...listed.values()].sort(
			(a, b) => b.nodes.length - a.nodes.length || (a.key < b.key ? -1 : 1)
		),
		tray: [...left.values()].sort(byName),
		placed: shown.length - left.size,
		precisions
	};
}

/** How well the place of each node is known, by id. */
export const precisionsOf = (places: readonly Place[]): ReadonlyMap<string, Place> =>
	new Map(places.flatMap((place) => place.nodes.map((id) => [id, place] as const)));

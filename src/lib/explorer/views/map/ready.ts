/** What a map needs before it can be drawn, asked for as soon as a hand comes near its name. */
import groundUrl from '#lib/rendering/map/ground.json?url';
import { loadMap } from '#lib/rendering/map/mount.ts';
import './MapView.svelte';
import { fetchPlaces } from './places.ts';

/** Fetches the map's program, its ground and the places of a network. Settles whatever comes of it. */
export const readyMap = (networkUrl: string): Promise<unknown> =>
	Promise.allSettled([loadMap(groundUrl), fetchPlaces(networkUrl)]);

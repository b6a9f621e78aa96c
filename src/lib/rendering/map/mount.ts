import type { Ground } from './ground.ts';
import type { MapDrawing } from './map-drawing.ts';
import type { MapOptions, MapSource } from './model.ts';

const NO_GROUND: Ground = { land: { type: 'FeatureCollection', features: [] }, towns: [] };

/** The ground once it has come: the same for every map. */
let known: Ground | undefined;

/** The ground; without it, places are still at their place, on paper. */
async function groundAt(url: string): Promise<Ground> {
	if (known) return known;
	const response = await fetch(url).catch(() => undefined);
	if (!response?.ok) return NO_GROUND;
	return (known = await response.json());
}

/** Fetches the program of maps and their ground, so that both are there when a map is asked for. */
export const loadMap = (groundUrl: string): Promise<[typeof import('./map-drawing.ts'), Ground]> =>
	Promise.all([import('./map-drawing.ts'), groundAt(groundUrl)]);

/** Once what has been drawn is on screen, which the next frame's beginning proves; soon where nothing is ever shown. */
const onScreen = (): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(resolve, 200);
		requestAnimationFrame(() =>
			requestAnimationFrame(() => {
				clearTimeout(timer);
				setTimeout(resolve);
			})
		);
	});

/**
 * Draws a map in an element. `undefined` when this machine has no WebGL: `onNoDrawing` has then been
 * told. MapLibre is only ever imported here, when a map is first asked for.
 */
export async function mountMap(
	element: HTMLElement,
	source: MapSource,
	options: MapOptions,
	signal: AbortSignal
): Promise<MapDrawing | undefined> {
	const [{ MapDrawing, prepareMap }, ground] = await loadMap(options.groundUrl);
	if (signal.aborted) return undefined;
	const prepared = await prepareMap(element, source, ground, options, signal);
	if (!prepared) return undefined;
	await onScreen();
	if (signal.aborted) {
		prepared.overlay.layers.remove();
		return undefined;
	}
	try {
		return new MapDrawing(element, prepared, ground, options);
	} catch (error) {
		if (!(error instanceof Error) || !/webgl|gpu/i.test(`${error.name} ${error.message}`))
			throw error;
		element.replaceChildren();
		options.onNoDrawing('unavailable');
		return undefined;
	}
}

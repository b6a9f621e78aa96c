import type { Ground } from './ground.ts';
import type { MapDrawing } from './map-drawing.ts';
import type { MapOptions, MapSource } from './model.ts';

const NO_GROUND: Ground = { land: { type: 'FeatureCollection', features: [] }, towns: [] };

/** The ground; without it, places are still at their place, on paper. */
const groundAt = async (url: string): Promise<Ground> => {
	const response = await fetch(url).catch(() => undefined);
	return response?.ok ? response.json() : NO_GROUND;
};

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
	const [{ MapDrawing }, ground] = await Promise.all([
		import('./map-drawing.ts'),
		groundAt(options.groundUrl)
	]);
	if (signal.aborted) return undefined;
	try {
		return new MapDrawing(element, source, ground, options);
	} catch (error) {
		if (!(error instanceof Error) || !/webgl|gpu/i.test(`${error.name} ${error.message}`))
			throw error;
		element.replaceChildren();
		options.onNoDrawing('unavailable');
		return undefined;
	}
}

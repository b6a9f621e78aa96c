import { inTurns, nextTurn } from '#lib/network/steps.ts';
import type { Drawing } from './drawing.ts';
import type { DrawingOptions, DrawingSource } from './model.ts';

/** Begins to fetch the drawing code, so that it is there when the network is. Browser only. */
export const loadDrawing = (): Promise<typeof import('./drawing.ts')> => import('./drawing.ts');

/**
 * Draws a network in an element. `undefined` when this machine has no WebGL: `onNoDrawing` has then
 * been told. Sigma is only ever imported here, in the browser: it cannot be loaded on a server.
 */
export async function mountDrawing(
	container: HTMLElement,
	source: DrawingSource,
	options: DrawingOptions
): Promise<Drawing | undefined> {
	const { Drawing, graphSteps, isPlain } = await loadDrawing();
	// A crowd takes several turns, none of which holds the page; a few are drawn in this one.
	if (isPlain(source)) await nextTurn();
	const graph = await inTurns(graphSteps(source));
	if (!container.isConnected) return undefined;
	try {
		return new Drawing(container, source, graph, options);
	} catch (error) {
		if (hasWebGl()) throw error;
		container.replaceChildren();
		container.dataset['state'] = 'unavailable';
		options.onNoDrawing('unavailable');
		return undefined;
	}
}

/** Asked only after a failure: a context made to find out is a context less for the drawing. */
function hasWebGl(): boolean {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
	context?.getExtension('WEBGL_lose_context')?.loseContext();
	return context !== null;
}

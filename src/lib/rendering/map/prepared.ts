import { nextTurn } from '#lib/network/steps.ts';
import { paletteOf, type Palette } from '../palette.ts';
import { extentOf } from './areas.ts';
import { firstFrame } from './fitting.ts';
import type { Ground } from './ground.ts';
import type { MapOptions, MapSource } from './model.ts';
import { MapOverlay } from './overlay.ts';
import { MapSubject } from './subject.ts';
import { projection } from './view.ts';

/** What a map says, drawn at its place before there is a ground under it. */
export interface PreparedMap {
	subject: MapSubject;
	overlay: MapOverlay;
	palette: Palette;
}

/**
 * Draws ties, nodes and names where the map will have them, a turn after they are known: MapLibre holds
 * the page for a while when it makes its context, and nobody waits for that to see who is where. Nothing
 * once it is no longer wanted.
 */
export async function prepareMap(
	element: HTMLElement,
	source: MapSource,
	{ towns }: Ground,
	options: MapOptions,
	signal: AbortSignal
): Promise<PreparedMap | undefined> {
	const palette = paletteOf(element);
	const subject = new MapSubject(source, options);
	await nextTurn();
	if (signal.aborted) return undefined;
	const overlay = new MapOverlay(element);
	subject.bringOut(options.chosen.selected);
	const frame = firstFrame(options.camera, extentOf(subject.spots.home(subject.visibility)), {
		width: element.clientWidth,
		height: element.clientHeight
	});
	const { zoom } = frame;
	subject.prepare(zoom, false);
	options.onLoose(subject.lines.loose);
	overlay.draw(
		{
			...{ subject, palette, zoom, density: options.labels, cursor: undefined },
			toScreen: projection(frame),
			towns: options.styleUrl === undefined ? towns : undefined,
			reserved: options.reserved()
		},
		'coming'
	);
	return { subject, overlay, palette };
}

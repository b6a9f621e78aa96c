import { Map as MapLibre, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { FARTHEST } from './fitting.ts';

export interface BaseOptions {
	styleUrl?: string | undefined;
	/** The bundled ground, for when there is no style or it does not come. */
	ground: () => StyleSpecification;
	onStyleFailed(): void;
	onCredits(credits: readonly string[]): void;
}

/** Milliseconds a style is given to come. */
const PATIENCE = 12_000;
/** Nothing of the bundled ground says more beyond this; a style of streets does. */
const CLOSEST = { ground: 12.5, style: 17 };

/** Words of an attribution, which comes as HTML: no markup of another host enters the page. */
const wordsOf = (html: string): string =>
	(new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim();

/** MapLibre in an element: north up, no controls of its own. Throws when the machine has no WebGL. */
export function makeBase(container: HTMLElement, options: BaseOptions): MapLibre {
	// Beside us on our own host: a worker made of a blob is what the content policy refuses.
	setWorkerUrl(new URL(workerUrl, location.href).href);
	const map = new MapLibre({
		container,
		style: options.styleUrl ?? options.ground(),
		center: [2.5, 46.6],
		zoom: 4.5,
		minZoom: FARTHEST,
		maxZoom: options.styleUrl ? CLOSEST.style : CLOSEST.ground,
		attributionControl: false,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		boxZoom: false,
		keyboard: false,
		renderWorldCopies: false,
		fadeDuration: 0
	});
	map.touchZoomRotate.disableRotation();
	// The page around it is what the keyboard and screen readers are told of.
	for (const name of ['tabindex', 'role', 'aria-label']) map.getCanvas().removeAttribute(name);
	if (options.styleUrl) fallBack(map, options);
	return map;
}

/** A style that cannot be had gives way to the ground; one that is there says whom it owes. */
function fallBack(map: MapLibre, { ground, onStyleFailed, onCredits }: BaseOptions): void {
	let settled = false;
	const fail = (): void => {
		if (settled) return;
		settled = true;
		clearTimeout(timer);
		map.setMaxZoom(CLOSEST.ground);
		map.setStyle(ground());
		onCredits([]);
		onStyleFailed();
	};
	const timer = setTimeout(fail, PATIENCE);
	map.on('style.load', () => {
		settled = true;
		clearTimeout(timer);
	});
	map.on('remove', () => clearTimeout(timer));
	map.on('error', fail);
	map.on('sourcedata', ({ dataType }) => {
		if (dataType !== 'source' || !map.isStyleLoaded()) return;
		const texts = Object.keys(map.getStyle().sources).flatMap((id) => {
			const attribution = map.getSource(id)?.attribution;
			return typeof attribution === 'string' ? [wordsOf(attribution)] : [];
		});
		onCredits([...new Set(texts)].filter(Boolean));
	});
}

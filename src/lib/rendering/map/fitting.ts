/** What part of the world a map shows so that places are in sight. */
import type { MapCamera } from '#lib/domain/view-state/state.ts';
import type { Extent } from './areas.ts';
import { worldOf, worldSize, type MapFrame } from './view.ts';

/** Mainland France, when there is nothing to look at. */
export const FRANCE = { center: [2.5, 46.6], zoom: 4.8 } satisfies {
	center: [number, number];
	zoom: number;
};
/** Closer than this, a fitted view would show one commune and nothing around it. */
export const FITTED_ZOOM = 9.2;
export const FARTHEST = 2;
/** Room kept around what is fitted: sentences above, buttons below, lists on the right where it is wide. */
const PADDING = { top: 138, right: 56, bottom: 76, left: 56 };
const LISTS = { width: 280, from: 720, top: 78 };

interface Size {
	width: number;
	height: number;
}
interface Padding {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

export function paddingIn({ width, height }: Size): Padding {
	const share = Math.min(1, width / 520, height / 420);
	const isWide = width >= LISTS.from;
	const { top, right, bottom, left } = PADDING;
	return {
		top: isWide ? LISTS.top : top * share,
		right: isWide ? LISTS.width : right * share,
		bottom: bottom * share,
		left: left * share
	};
}

/** What is in the frame when a map opens: as asked, or all of an extent, as MapLibre would fit it. */
export function firstFrame(
	camera: MapCamera | undefined,
	extent: Extent | undefined,
	size: Size
): MapFrame {
	if (camera) return { centre: worldOf(camera), zoom: camera.zoom, ...size };
	if (!extent) {
		const [lon, lat] = FRANCE.center;
		return { centre: worldOf({ lon, lat }), zoom: FRANCE.zoom, ...size };
	}
	const [west, south, east, north] = extent;
	const from = worldOf({ lon: west, lat: north });
	const to = worldOf({ lon: east, lat: south });
	const { top, right, bottom, left } = paddingIn(size);
	const pixels = Math.min(
		(size.width - left - right) / (to.x - from.x),
		(size.height - top - bottom) / (to.y - from.y)
	);
	const zoom = Math.max(FARTHEST, Math.min(FITTED_ZOOM, Math.log2(pixels / worldSize(0))));
	return {
		centre: {
			x: (from.x + to.x) / 2 - (left - right) / 2 / worldSize(zoom),
			y: (from.y + to.y) / 2 - (top - bottom) / 2 / worldSize(zoom)
		},
		zoom,
		...size
	};
}

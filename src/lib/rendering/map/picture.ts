import type { Map as MapLibre } from 'maplibre-gl';
import type { Point } from '../model.ts';
import type { Palette } from '../palette.ts';
import type { WrittenName } from '../picture.ts';
import {
	AROUND_OPACITY,
	borderLook,
	coastLook,
	type Ground,
	type LandKind,
	type Town
} from './ground.ts';
import type { Seen } from './scene.ts';
import { worldOf } from './view.ts';

/** A piece of the bundled ground: an area without a line, or a line without an area. */
interface GroundPath {
	points: readonly Point[];
	closed: boolean;
}

/** Paths of the ground that look the same. */
export interface GroundLayer {
	paths: readonly GroundPath[];
	fill?: string;
	stroke?: string;
	width?: number;
	opacity: number;
}

/** The map as it is on screen, in pixels from its top left, to be made into an image elsewhere. */
export interface MapPicture {
	width: number;
	height: number;
	palette: Palette;
	/** From the bottom up; empty over a style that is not ours. */
	ground: readonly GroundLayer[];
	/** Address of an image of that style. */
	image?: string | undefined;
	towns: readonly Town[];
	seen: Seen;
	names: readonly WrittenName[];
	/** What passes the filters and has no place, and the ties that are not drawn for it. */
	unplaced: number;
	loose: number;
	/** Whom the style drawn owes; nothing for the bundled ground. */
	credits: readonly string[];
}

/** Points nearer than this to the one before add nothing to an image. */
const FINE = 0.6;

type Frame = Pick<MapPicture, 'width' | 'height' | 'palette'> & {
	zoom: number;
	toScreen: (point: Point) => Point;
};

/** A line of the ground in pixels; nothing when it is wholly outside the frame. */
function pathOf(
	line: readonly (readonly [number, number])[],
	closed: boolean,
	frame: Frame
): GroundPath[] {
	const points: Point[] = [];
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of line) {
		const at = frame.toScreen(worldOf({ lon, lat }));
		const last = points.at(-1);
		if (last && Math.hypot(at.x - last.x, at.y - last.y) < FINE) continue;
		points.push(at);
		left = Math.min(left, at.x);
		right = Math.max(right, at.x);
		top = Math.min(top, at.y);
		bottom = Math.max(bottom, at.y);
	}
	const outside = right < 0 || bottom < 0 || left > frame.width || top > frame.height;
	return outside || points.length < 2 ? [] : [{ points, closed }];
}

/** The bundled ground as it is in the frame, layer by layer, with the looks it has on screen. */
export function groundLayers({ land }: Ground, frame: Frame): GroundLayer[] {
	const { palette, zoom } = frame;
	const ofKind = (kind: LandKind): GroundPath[] =>
		land.features.flatMap(({ properties, geometry }) => {
			if (properties.kind !== kind) return [];
			return geometry.type === 'MultiPolygon'
				? geometry.coordinates.flat().flatMap((ring) => pathOf(ring, true, frame))
				: geometry.coordinates.flatMap((line) => pathOf(line, false, frame));
		});
	const france = ofKind('france');
	const border = borderLook(zoom);
	const coast = coastLook(zoom, palette);
	return [
		{ paths: ofKind('around'), fill: palette.hull, opacity: AROUND_OPACITY },
		{ paths: france, fill: palette.hull, opacity: 1 },
		...(border.opacity > 0 ? [{ paths: ofKind('border'), stroke: palette.line, ...border }] : []),
		{ paths: france, stroke: palette.soft, ...coast }
	].filter(({ paths }) => paths.length > 0);
}

/** What MapLibre draws now, as the address of an image: its canvas is only readable while it renders. */
export const imageOf = (map: MapLibre): Promise<string> =>
	new Promise((resolve) => {
		map.once('render', () => resolve(map.getCanvas().toDataURL()));
		map.triggerRepaint();
	});

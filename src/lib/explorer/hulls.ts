import { hullPolygons } from '#lib/network/hull.ts';
import type { Point } from '#lib/rendering/model.ts';
import type { ExplorerData } from './data.ts';

/** The ground members stand on, as the drawing takes it. */
export const networkHulls = ({ network, layout }: ExplorerData): Point[][] =>
	hullPolygons(network, layout).map((polygon) => polygon.map(([x, y]) => ({ x, y })));

import type { Map as MapLibre } from 'maplibre-gl';
import type { MapCamera } from '#lib/domain/view-state/state.ts';
import type { Point } from '../model.ts';
import { extentOf } from './areas.ts';
import { FITTED_ZOOM, FRANCE, paddingIn } from './fitting.ts';
import { projection, worldOf } from './view.ts';

export interface Degrees {
	lon: number;
	lat: number;
}

interface Host {
	/** What a first look is at. */
	home(): readonly Degrees[];
	/** The camera came to rest; `undefined` while it sees all of home. */
	settled(camera: MapCamera | undefined): void;
}

/** Close enough to read around a structure. */
const NEAR_ZOOM = 9;

/** Where the map looks. It sees all of home until somebody moves it, and then stays where it was put. */
export class MapLens {
	readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
	#atHome = false;

	constructor(
		private readonly map: MapLibre,
		private readonly element: HTMLElement,
		private readonly host: Host
	) {
		map.on('movestart', ({ originalEvent }) => {
			if (originalEvent) this.#atHome = false;
		});
		map.on('moveend', () => this.#tell());
	}

	/** Sees all of home; with `places`, those only, above what covers the foot of the element. */
	fit(places?: readonly Degrees[], bottom = 0, duration = 300): void {
		this.#atHome = places === undefined;
		const extent = extentOf(places ?? this.host.home());
		if (!extent) {
			this.map.jumpTo(FRANCE);
			return;
		}
		const [west, south, east, north] = extent;
		this.map.fitBounds([west, south, east, north], {
			padding: this.#padding(bottom),
			maxZoom: FITTED_ZOOM,
			duration: this.#duration(duration)
		});
	}

	/** Home again if it was seen whole: what it is made of has changed, or the room for it. */
	refit(): void {
		if (this.#atHome) this.fit(undefined, 0, 0);
	}

	/** Comes close enough for places to come apart; false when the map cannot. */
	split(places: readonly Degrees[]): boolean {
		const extent = extentOf(places);
		if (!extent || places.length < 2 || this.isDeepest) return false;
		const [west, south, east, north] = extent;
		const maxZoom = this.map.getMaxZoom();
		const closer = this.map.cameraForBounds([west, south, east, north], {
			padding: this.#padding(),
			maxZoom
		});
		const least = Math.min(this.map.getZoom() + 1, maxZoom);
		this.#atHome = false;
		this.map.easeTo({
			...closer,
			zoom: Math.max(closer?.zoom ?? least, least),
			duration: this.#duration(300)
		});
		return true;
	}

	get isDeepest(): boolean {
		return this.map.getZoom() >= this.map.getMaxZoom() - 0.5;
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		this.#atHome = false;
		const zoom = this.map.getZoom() + Math.log2(factor);
		this.map.easeTo({ zoom, duration: this.#duration(200) });
	}

	/** Moves by a fifth of what is seen. */
	pan(way: Point): void {
		this.#atHome = false;
		const { clientWidth, clientHeight } = this.element;
		this.map.panBy([way.x * clientWidth * 0.2, way.y * clientHeight * 0.2], {
			duration: this.#duration(200)
		});
	}

	centre({ lon, lat }: Degrees): void {
		this.#atHome = false;
		this.map.easeTo({
			center: [lon, lat],
			zoom: Math.max(this.map.getZoom(), NEAR_ZOOM),
			duration: this.#duration(300)
		});
	}

	/** Looks at what an address asks for, at once. */
	look(camera: MapCamera | undefined): void {
		if (!camera) {
			this.fit(undefined, 0, 0);
			return;
		}
		this.#atHome = false;
		this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
	}

	/** From the world to the element, now. */
	project(): (point: Point) => Point {
		const { lng, lat } = this.map.getCenter();
		return projection({
			centre: worldOf({ lon: lng, lat }),
			zoom: this.map.getZoom(),
			width: this.element.clientWidth,
			height: this.element.clientHeight
		});
	}

	#tell(): void {
		if (this.#atHome) {
			this.host.settled(undefined);
			return;
		}
		const { lng, lat } = this.map.getCenter();
		const round = (value: number, by: number): number => Math.round(value * by) / by;
		const zoom = round(this.map.getZoom(), 100);
		this.host.settled({ lon: round(lng, 1e4), lat: round(lat, 1e4), zoom });
	}

	#padding(covered = 0): ReturnType<typeof paddingIn> {
		const { clientWidth: width, clientHeight: height } = this.element;
		const padding = paddingIn({ width, height: height - covered });
		return { ...padding, bottom: padding.bottom + covered };
	}

	#duration(milliseconds: number): number {
		return this.#still.matches ? 0 : milliseconds;
	}
}

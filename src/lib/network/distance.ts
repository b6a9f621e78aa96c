/** Mean radius of the Earth, in kilometres. */
const RADIUS_KM = 6371;

interface Placed {
	lat?: number | undefined;
	lon?: number | undefined;
}

/** Nobody is in the Gulf of Guinea: 0,0 is what a missing place becomes on its way, no number another. */
const isNowhere = (lat: number, lon: number): boolean =>
	(lat === 0 && lon === 0) || !Number.isFinite(lat) || !Number.isFinite(lon);

/** Whether coordinates are known, and a place. */
export const isPlaced = ({ lat, lon }: Placed): boolean =>
	lat !== undefined && lon !== undefined && !isNowhere(lat, lon);

/** Kilometres two places are apart at least, by the degrees of latitude between them. */
export const kmOfDegrees = (degrees: number): number => (RADIUS_KM * degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine formula); nothing when a place is unknown, or 0,0. */
export function distanceKm(a: Placed, b: Placed): number | undefined {
	if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined)
		return undefined;
	if (isNowhere(a.lat, a.lon) || isNowhere(b.lat, b.lon)) return undefined;
	const radians = (degrees: number): number => (degrees * Math.PI) / 180;
	const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
	const h =
		half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
	return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

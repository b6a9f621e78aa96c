import { foldText } from '#lib/domain/text.ts';
import type { Coordinates } from '#lib/network/places.ts';

/** Open sea, four hundred kilometres west of Brittany: nobody can take it for a real place. */
const SEA = { lat: 47.2, lon: -11.4 };
/** Half the extent of the archipelago, in degrees. */
const EXTENT = { lat: 0.55, lon: 0.9 };

/** Numbers from a text, well spread and always the same (FNV-1a, then mixed). */
function* numbers(text: string): Generator<number, never> {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	for (;;) {
		hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
		hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
		hash ^= hash >>> 15;
		yield (hash >>> 0) / 2 ** 32;
	}
}

/** A place at sea for a commune that does not exist, from its name alone. */
export function inventedPlace(commune: string): Coordinates {
	const next = numbers(foldText(commune));
	const angle = next.next().value * 2 * Math.PI;
	const away = Math.sqrt(next.next().value);
	const round = (value: number): number => Number(value.toFixed(4));
	return {
		lat: round(SEA.lat + Math.sin(angle) * away * EXTENT.lat),
		lon: round(SEA.lon + Math.cos(angle) * away * EXTENT.lon)
	};
}

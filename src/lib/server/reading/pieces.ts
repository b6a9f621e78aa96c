/**
 * A large answer comes in pieces: taking one in holds the program for a few milliseconds, where the whole
 * would hold it for a second.
 */

/** More items than this in one list or map are sent apart. */
const MOST_ITEMS = 2_000;
/** Lists longer than this hold rows, which hold no large list themselves: they are not looked into. */
const MOST_PARTS = 100;
/** Lists and maps deeper than this go with what holds them: those that grow with a network are above. */
const DEPTH = 5;

export type Piece =
	/** The answer, its large lists and maps empty. */
	| { part: 'shell'; value: unknown }
	/** More of the list or map that is there. */
	| { part: 'items'; path: readonly string[]; items: readonly unknown[] }
	| { part: 'entries'; path: readonly string[]; entries: readonly (readonly [unknown, unknown])[] };

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The value without its large lists and maps, which are handed to `apart`. */
function hollow(
	value: unknown,
	path: readonly string[],
	apart: (path: readonly string[], large: readonly unknown[] | Map<unknown, unknown>) => void
): unknown {
	if (Array.isArray(value) && value.length > MOST_ITEMS) {
		apart(path, value);
		return [];
	}
	if (value instanceof Map && value.size > MOST_ITEMS) {
		apart(path, value);
		return new Map();
	}
	if (path.length === DEPTH) return value;
	if (Array.isArray(value) && value.length <= MOST_PARTS)
		return value.map((inner, at) => hollow(inner, [...path, String(at)], apart));
	if (!isPlain(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, hollow(inner, [...path, key], apart)])
	);
}

function* parts<T>(all: readonly T[]): Generator<T[]> {
	for (let at = 0; at < all.length; at += MOST_ITEMS) yield all.slice(at, at + MOST_ITEMS);
}

/** The pieces of an answer, in the order they must be put together. */
export function* piecesOf(value: unknown): Generator<Piece> {
	const large: [readonly string[], readonly unknown[] | Map<unknown, unknown>][] = [];
	yield { part: 'shell', value: hollow(value, [], (...found) => large.push(found)) };
	for (const [path, each] of large) {
		if (each instanceof Map)
			for (const entries of parts([...each])) yield { part: 'entries', path, entries };
		else for (const items of parts(each)) yield { part: 'items', path, items };
	}
}

/** Puts an answer together again. */
export class Assembly {
	value: unknown;

	add(piece: Piece): void {
		if (piece.part === 'shell') {
			this.value = piece.value;
			return;
		}
		let place: unknown = this.value;
		for (const key of piece.path)
			place = typeof place === 'object' && place !== null ? Reflect.get(place, key) : undefined;
		if (piece.part === 'items' && Array.isArray(place)) {
			for (const item of piece.items) place.push(item);
		} else if (piece.part === 'entries' && place instanceof Map) {
			for (const [key, item] of piece.entries) place.set(key, item);
		}
	}
}

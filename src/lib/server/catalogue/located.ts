import type { GraphNode } from '#lib/domain/entities.ts';
import { placeOf } from '#lib/domain/places/place.ts';
import type { Coordinates } from '#lib/network/places.ts';

/** Centres of communes, by INSEE code. */
type Centres = ReadonlyMap<string, Coordinates>;

/**
 * The same node at a place that distances can be told from: its own, else the centre of its commune, said
 * to be no more than that; the same object when nothing better is known.
 */
export function located<T extends GraphNode>(node: T, centres: Centres): T {
	if (!('codeInsee' in node) || node.codeInsee === undefined || placeOf(node)) return node;
	const centre = centres.get(node.codeInsee);
	return centre ? { ...node, ...centre, placePrecision: 'commune' } : node;
}

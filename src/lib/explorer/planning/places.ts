/** Where what is planned stands on the map: only where something known says so. Pure. */
import type { Network } from '#lib/network/model.ts';
import type { Place } from '#lib/network/places.ts';

/**
 * The places with what a scenario plans: a resource where its one holder is, a structure at the centre of
 * its commune when another is known there. The others have no place, and are counted beside the map.
 */
export function withPlanned(
	places: readonly Place[],
	{ nodes, edges }: Pick<Network, 'nodes' | 'edges'>
): readonly Place[] {
	const known = new Map(places.flatMap((place) => place.nodes.map((id) => [id, place] as const)));
	const centres = new Map(
		places.flatMap((place) =>
			place.commune && place.precision === 'commune' ? [[place.commune, place] as const] : []
		)
	);
	const added = nodes.flatMap(({ id, label, commune, planned }): Place[] => {
		if (!planned || known.has(id)) return [];
		const holders = edges.filter(({ type, target }) => type === 'HOLDS' && target === id);
		const holder = holders.length === 1 ? known.get(holders[0]?.source ?? '') : undefined;
		if (label === 'SharedResource' && holder)
			return [{ ...holder, precision: 'holder', nodes: [id] }];
		const centre = commune === undefined ? undefined : centres.get(commune);
		return centre ? [{ ...centre, nodes: [id] }] : [];
	});
	return added.length === 0 ? places : [...places, ...added];
}

import { groupOfActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { Actor } from '#lib/domain/entities.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { located } from '#lib/server/catalogue/located.ts';
import type { Around } from '#lib/server/catalogue/standing-apart.ts';
import { placeOf } from '#lib/domain/places/place.ts';
import { communeCentres } from '#lib/server/places/communes.ts';
import type { ApartStructure } from './structures.ts';

const nodeOf = (actor: Actor): NetworkNode => {
	const { id, label, kind, name, commune, departement, region } = actor;
	const place = placeOf(actor);
	return {
		...{ id, label, kind, name, commune, departement, region },
		...{ group: groupOfActorKind(kind), member: false, lat: place?.lat, lon: place?.lon }
	};
};

/** Those a register alone knows are in no network: they are read. */
async function registered(
	catalogue: Catalogue,
	structures: readonly ApartStructure[]
): Promise<ReadonlyMap<string, NetworkNode>> {
	const ids = structures.flatMap(({ actorId, grounds }) =>
		grounds[0]?.class === 'absent' ? [actorId] : []
	);
	if (ids.length === 0) return new Map();
	const [nodes, centres] = await Promise.all([catalogue.repository.nodes(ids), communeCentres()]);
	return new Map(
		nodes.flatMap((node) =>
			node.label === 'Actor' ? [[node.id, nodeOf(located(node, centres))]] : []
		)
	);
}

/** What is around structures that stand apart, by id. */
export async function aroundAll(
	catalogue: Catalogue,
	structures: readonly ApartStructure[]
): Promise<ReadonlyMap<string, Around>> {
	return catalogue.around(
		structures.map(({ actorId }) => actorId),
		await registered(catalogue, structures)
	);
}

/** Whether each structure is in the intermunicipality of its nearest one, as far as the data say. One query. */
export async function sameEpcis(
	catalogue: Catalogue,
	around: ReadonlyMap<string, Around>
): Promise<ReadonlySet<string>> {
	const pairs = [...around].flatMap(([id, { nearest }]) => (nearest ? [[id, nearest.id]] : []));
	const ids = [...new Set(pairs.flat())];
	const [nodes, epcis] = await Promise.all([catalogue.repository.nodes(ids), catalogue.epcis()]);
	const epciOf = new Map(
		nodes.map((node) => [
			node.id,
			'codeInsee' in node && node.codeInsee ? epcis.get(node.codeInsee)?.id : undefined
		])
	);
	return new Set(
		pairs.flatMap(([id = '', other = '']) => {
			const epci = epciOf.get(id);
			return epci !== undefined && epci === epciOf.get(other) ? [id] : [];
		})
	);
}

import { json } from '@sveltejs/kit';
import { placesAmong } from '#lib/server/catalogue/places.ts';
import { aroundAll } from '../around.server.ts';
import { askedIn, selectApart } from '../selection.server.ts';
import type { RequestHandler } from './$types';

/** The structures the list of `/isolees` holds and, for each, the nearest that cooperates: where they are. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { catalogue } = locals.app;
	const { chosen } = await selectApart(catalogue, askedIn(url.searchParams));
	const around = await aroundAll(catalogue, chosen);
	const listed = [...around.values()].map(({ node }) => node);
	const nearest = [...around.values()].flatMap(({ nearest: found }) => found?.node ?? []);
	const nodes = [...new Map([...nearest, ...listed].map((node) => [node.id, node])).values()];
	const { places, without } = await placesAmong(catalogue.repository, nodes, catalogue.fictional);
	const apart = listed.map(({ id }) => id);
	const lost = new Set(without);
	return json(
		{ nodes, places, apart, without: apart.filter((id) => lost.has(id)).length },
		{ headers: { 'cache-control': 'private, no-cache' } }
	);
};

import { error } from '@sveltejs/kit';
import { figureOf } from '#lib/proposal/sections/insight.ts';
import { participants } from '#lib/proposal/facts.ts';
import { factsOf } from '../asked.ts';
import type { RequestHandler } from './$types';

/** The figure of the network, alone. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const facts = await factsOf(locals.app.catalogue, params.slug);
	if (participants(facts).length === 0) error(404);
	return new Response(figureOf(facts).svg, {
		headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' }
	});
};

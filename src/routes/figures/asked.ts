import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { measuredNetwork, scopeOfReference } from './reference.ts';

/** More side by side could not be read. */
export const MOST_NETWORKS = 4;

/** References of an address, each once, in its order. */
export const referencesIn = (list: string | null): string[] => [
	...new Set((list ?? '').split(',').flatMap((each) => each.trim() || []))
];

/**
 * The networks an address names, measured, in its order; everything when it names none.
 * @throws 400 for more than four, 404 for one that is not there
 */
export async function networksAsked(catalogue: Catalogue, list: string | null) {
	const references = referencesIn(list);
	if (references.length > MOST_NETWORKS)
		error(400, {
			message: m.figures_too_many({ most: String(MOST_NETWORKS) }),
			remedy: m.figures_too_many_remedy()
		});
	const asked = references.length > 0 ? references : ['tout'];
	return Promise.all(
		asked.map(async (reference) => {
			const found = await measuredNetwork(catalogue, scopeOfReference(reference));
			if (found) return { ...found, reference };
			return error(404, {
				message: m.figures_no_network({ id: reference.slice(0, 80) }),
				remedy: m.figures_no_network_remedy()
			});
		})
	);
}

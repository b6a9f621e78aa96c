import { saidOf, type Suggested } from '#lib/explorer/insight/suggested.ts';
import { apartSince, whatToDo } from '#lib/i18n/apart-sentences.ts';
import { nearestPhrase, objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { sayStatement } from '../apart/said.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { Around } from '#lib/server/catalogue/standing-apart.ts';
import { aroundAll, sameEpcis } from './around.server.ts';
import type { ApartStructure } from './structures.ts';

/** Partners told beside each structure. */
const MOST_SUGGESTED = 3;

async function partnersOf(catalogue: Catalogue, id: string): Promise<Suggested[]> {
	const partners = await catalogue.suggestions(id);
	if (!partners) return [];
	const nameOf = (each: string): string => partners.nodes.get(each)?.name ?? each;
	return saidOf(partners.suggestions.slice(0, MOST_SUGGESTED), (each) => partners.nodes.get(each), {
		reason: (reason) => reasonPhrase(reason, nameOf),
		objection: objectionPhrase
	});
}

const refOf = ({ id, label, kind, name, commune }: Around['node']) => ({
	...{ id, label, kind, name, commune }
});

/**
 * These structures in words, in their order: why, what they offer, who is near, what could be done.
 * @param most partners are looked for around so many of them: each costs a look at the whole network
 */
export async function said(
	catalogue: Catalogue,
	structures: readonly ApartStructure[],
	most = structures.length
) {
	const surroundings = await aroundAll(catalogue, structures);
	const inEpci = await sameEpcis(catalogue, surroundings);
	const found = [];
	for (const [at, structure] of structures.entries()) {
		const { actorId, region, departement, grounds, statements } = structure;
		const around = surroundings.get(actorId);
		if (!around) continue;
		const { node, offers, nearest } = around;
		const isAsked = at < most;
		const suggested = isAsked ? await partnersOf(catalogue, actorId) : [];
		const [worst] = grounds;
		found.push({
			node: refOf(node),
			...{ region, departement, offers },
			grounds: grounds.map(({ since, ...ground }) => ({
				...ground,
				since: since === undefined ? undefined : apartSince(since)
			})),
			statements: statements.map((each) => sayStatement(each, actorId)),
			nearest: nearest && {
				node: refOf(nearest.node),
				phrase: nearestPhrase(nearest, inEpci.has(actorId))
			},
			...{ suggested, isAsked },
			todo:
				worst && whatToDo(worst.class, worst.partners, suggested[0]?.partner.name, worst.elsewhere)
		});
	}
	return found;
}
export type Said = Awaited<ReturnType<typeof said>>[number];

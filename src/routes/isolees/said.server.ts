import { saidOf, type Suggested } from '#lib/explorer/insight/suggested.ts';
import { apartSince, whatToDo } from '#lib/i18n/apart-sentences.ts';
import { nearestPhrase, objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { sayStatement } from '../apart/said.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { Around } from '#lib/server/catalogue/standing-apart.ts';
import type { ApartStructure } from './structures.ts';

/** Partners told beside each structure. */
const MOST_SUGGESTED = 3;

async function partnersOf(catalogue: Catalogue, id: string): Promise<Suggested[]> {
	const partners = await catalogue.suggestions(id);
	if (!partners) return [];
	const nameOf = (each: string): string => partners.nodeOf(each)?.name ?? each;
	return saidOf(partners.suggestions.slice(0, MOST_SUGGESTED), partners.nodeOf, {
		reason: (reason) => reasonPhrase(reason, nameOf),
		objection: objectionPhrase
	});
}

const refOf = ({ id, label, kind, name, commune }: Around['node']) => ({
	...{ id, label, kind, name, commune }
});

/** These structures in words, in their order: why, what they offer, who is near, what could be done. */
export async function said(catalogue: Catalogue, structures: readonly ApartStructure[]) {
	const surroundings = await catalogue.surroundings();
	const absent = structures.flatMap(({ actorId, grounds }) =>
		grounds[0]?.class === 'absent' ? [actorId] : []
	);
	const known = new Map(
		(absent.length > 0 ? await catalogue.repository.nodes(absent) : []).map((n) => [n.id, n])
	);
	const found = [];
	for (const { actorId, name, kind, region, departement, grounds, statements } of structures) {
		const record = known.get(actorId);
		const place = record?.label === 'Actor' ? record : undefined;
		const { commune, lat, lon } = place ?? {};
		const around = surroundings?.around(actorId, {
			...{ id: actorId, label: 'Actor', kind, name, group: 'civil_society', member: false },
			...{ commune, departement, region, lat, lon }
		});
		if (!around) continue;
		const { node, offers, nearest } = around;
		const suggested = await partnersOf(catalogue, actorId);
		const [worst] = grounds;
		found.push({
			node: refOf(node),
			...{ region, departement, offers },
			grounds: grounds.map(({ since, ...ground }) => ({
				...ground,
				since: since === undefined ? undefined : apartSince(since)
			})),
			statements: statements.map((each) => sayStatement(each, actorId)),
			nearest: nearest && { node: refOf(nearest.node), phrase: nearestPhrase(nearest) },
			suggested,
			todo: worst && whatToDo(worst.class, worst.partners, suggested[0]?.partner.name)
		});
	}
	return found;
}
export type Said = Awaited<ReturnType<typeof said>>[number];

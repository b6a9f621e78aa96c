import type { NodeRef } from '#lib/domain/views.ts';
import type { Objection, Reason } from '#lib/network/suggestions/suggest.ts';
import type { Answer, Call } from './endpoint.ts';
import { refOf } from './node-ref.ts';
import { ApiError, notFound } from './problem.ts';

/**
 * Up to five partners a structure might find, the likeliest first, each with two reasons at least and
 * what speaks against, in words: among everything, or among the members of one project.
 */
export async function suggestions({ catalogue, query, saySuggestion }: Call): Promise<Answer> {
	const { actor, project } = query;
	if (actor === undefined)
		throw new ApiError({
			status: 400,
			code: 'parameter',
			name: 'actor',
			value: '',
			remedy: 'text'
		});
	const found = await catalogue.suggestions(actor, project);
	const asked = found?.nodes.get(actor);
	if (!found || !asked) throw notFound(actor);
	const nameOf = (id: string): string => found.nodes.get(id)?.name ?? id;
	const refs = (ids: readonly string[]): NodeRef[] =>
		ids.flatMap((id) => {
			const node = found.nodes.get(id);
			return node ? [refOf(node)] : [];
		});
	const reasonOf = (one: Reason) => ({
		kind: one.kind,
		sentence: saySuggestion.reason(one, nameOf),
		...('ids' in one ? { nodes: refs(one.ids) } : {})
	});
	const objection = (one: Objection) => ({
		kind: one.kind,
		sentence: saySuggestion.objection(one)
	});
	const items = found.suggestions.flatMap(({ actorId, score, reasons, against }) => {
		const partner = found.nodes.get(actorId);
		if (!partner) return [];
		return [
			{
				partner: refOf(partner),
				score: Math.round(score * 1000) / 1000,
				reasons: reasons.map(reasonOf),
				against: against.map(objection)
			}
		];
	});
	const refused = found.refused.flatMap(({ partnerId, ...said }) => {
		const partner = found.nodes.get(partnerId);
		return partner ? [{ partner: refOf(partner), ...said }] : [];
	});
	return { body: { actor: refOf(asked), items, refused } };
}

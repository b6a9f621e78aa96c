import type { NodeRef } from '#lib/domain/views.ts';
import type { Objection, Suggestion } from '#lib/network/suggestions/suggest.ts';

/** A partner suggested, in words. */
export interface Suggested {
	partner: NodeRef;
	reasons: readonly { sentence: string }[];
	against: readonly { sentence: string }[];
}

/** Asks for the partners one structure might find. Throws on a refusal or when `signal` aborts. */
export async function fetchSuggested(
	apiBase: string,
	actor: string,
	signal: AbortSignal
): Promise<Suggested[]> {
	const response = await fetch(`${apiBase}/suggestions?${new URLSearchParams({ actor })}`, {
		headers: { accept: 'application/json' },
		signal
	});
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	const { items }: { items: Suggested[] } = await response.json();
	return items;
}

/** The same, said on the server for a page that is whole without JavaScript. */
export const saidOf = (
	suggestions: readonly Suggestion[],
	partnerOf: (id: string) => NodeRef | undefined,
	words: {
		reason: (reason: Suggestion['reasons'][number]) => string;
		objection: (objection: Objection) => string;
	}
): Suggested[] =>
	suggestions.flatMap(({ actorId, reasons, against }) => {
		const partner = partnerOf(actorId);
		if (!partner) return [];
		const { id, label, kind, name, commune } = partner;
		return [
			{
				partner: { id, label, kind, name, commune },
				reasons: reasons.map((each) => ({ sentence: words.reason(each) })),
				against: against.map((each) => ({ sentence: words.objection(each) }))
			}
		];
	});

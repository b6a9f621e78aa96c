import type { NodeRef } from '#lib/domain/views.ts';
import type { Objection, Suggestion } from '#lib/network/suggestions/suggest.ts';

/** A partner suggested, in words. */
export interface Suggested {
	partner: NodeRef;
	reasons: readonly { sentence: string }[];
	against: readonly { sentence: string }[];
}

/** A partner somebody set aside, with the reason. */
interface RefusedPartner {
	claimId: string;
	partner: NodeRef;
	reason: string;
}

/** What is asked for one structure: partners it might find, and those set aside. */
export interface Partners {
	items: readonly Suggested[];
	refused: readonly RefusedPartner[];
}

/** Asks for the partners one structure might find. Throws on a refusal or when `signal` aborts. */
export async function fetchSuggested(
	apiBase: string,
	actor: string,
	signal: AbortSignal
): Promise<Partners> {
	const response = await fetch(`${apiBase}/suggestions?${new URLSearchParams({ actor })}`, {
		headers: { accept: 'application/json' },
		signal
	});
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return response.json();
}

/**
 * Sets a partner aside (`refuse`), or takes one back (`restore`), through the page of the structure.
 * Throws where nobody may write, or when nobody answers.
 */
export async function writePartner(
	actor: string,
	action: 'refuse' | 'restore',
	form: FormData
): Promise<void> {
	const response = await fetch(`/structures/${encodeURIComponent(actor)}?/${action}`, {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body: form
	});
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
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

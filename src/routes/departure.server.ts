import { departureLines, type DepartureLine } from '#lib/i18n/departure-sentences.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';

/** What would be lost if it left, in sentences; nothing for what is in no network. */
export async function departureOf(
	catalogue: Catalogue,
	id: string
): Promise<DepartureLine[] | undefined> {
	const found = await catalogue.departure(id);
	return found && departureLines(found.departure, (each) => found.nodes.get(each)?.name ?? each);
}

/** What every form of a dossier has after its sections. */
import type { SourceRef } from '#lib/domain/views.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block, Dossier, Run } from './document.ts';
import { stateLabel } from './states.ts';

/** What the framework asks, as a table. */
export const rulesTable = ({ rules }: Pick<Dossier, 'rules'>): Block => ({
	kind: 'table',
	caption: m.proposal_rules_caption(),
	head: [m.proposal_rule(), m.proposal_rule_state(), m.proposal_rule_found()],
	rows: rules.map(({ statement, reference, state, found, remedy }) => [
		{ text: reference ? `${statement} (${reference})` : statement },
		{ text: stateLabel(state) },
		{ text: [found, remedy].filter(Boolean).join(' ') }
	])
});

/** A source in the list: its title, then who published it, when, and when it was read, and its address. */
export function sourceParts(source: SourceRef): { name: string; facts: string; url?: string } {
	const read = source.accessed && m.sheet_read_on({ date: dateLabel(source.accessed) });
	const facts = [source.publisher, source.year, read].filter(Boolean).join(', ');
	return {
		name: source.name,
		facts: facts ? ` – ${facts}` : '',
		// An address that a reader may follow; anything else stays words.
		...(source.url && /^https?:\/\//i.test(source.url) ? { url: source.url } : {})
	};
}

/** What stands after words that no source says: planned, or put forward by the team. */
export function markOf({ planned, team }: Run): string | undefined {
	if (planned) return m.dossier_planned_mark();
	return team ? m.dossier_by_team() : undefined;
}

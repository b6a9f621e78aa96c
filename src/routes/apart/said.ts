import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Statement } from '../isolees/structures.ts';

/** Somebody's word on a structure that stands apart, in words. */
export function sayStatement(
	{ claimId, says, by, byName, reason, on, projectId }: Statement,
	actorId: string
) {
	const who = by === actorId ? m.statements_itself() : byName;
	const said =
		says === 'exists' ? m.statements_said_exists({ who }) : m.statements_said_denies({ who });
	const head = on === undefined ? said : m.statements_on({ said, date: dateLabel(on) });
	return { claimId, says, who, head, reason, projectId };
}
export type SaidStatement = ReturnType<typeof sayStatement>;

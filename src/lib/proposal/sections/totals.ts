import type { Relation } from '#lib/domain/entities.ts';
import { FUNDING_STAGES } from '#lib/domain/vocabulary/relation-types.ts';
import { amount, capital, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** Sums by stage: money asked, granted, paid and given in kind are never added together. */
export function totals(fundings: readonly Pick<Relation, 'amountEur' | 'stage'>[]): string[] {
	const known = fundings.filter(({ amountEur }) => amountEur !== undefined);
	const stages = [...FUNDING_STAGES, undefined];
	const said = stages.flatMap((stage) => {
		const of = known.filter((funding) => funding.stage === stage);
		const sum = of.reduce((all, { amountEur = 0 }) => all + amountEur, 0);
		const name = stage ? stageLabel(stage) : m.sheet_stage_unknown();
		return of.length > 0
			? [m.proposal_total({ stage: capital(name), amount: amount(sum), count: of.length })]
			: [];
	});
	const unknown = fundings.length - known.length;
	if (unknown > 0) said.push(m.proposal_amounts_unknown({ count: unknown }));
	return said;
}

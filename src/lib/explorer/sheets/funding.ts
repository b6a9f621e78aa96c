import type { RelationView } from '#lib/domain/views.ts';
import { amount, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** Sum and stage of a funding, what is not known said; undefined for any other relation. */
export function fundingWords({
	family,
	amountEur,
	amountPeriod,
	stage
}: Pick<RelationView, 'family' | 'amountEur' | 'amountPeriod' | 'stage'>): string | undefined {
	if (family !== 'funding') return undefined;
	const sum =
		amountEur === undefined
			? m.sheet_amount_unknown()
			: amountPeriod
				? m.sheet_amount_period({ amount: amount(amountEur), period: amountPeriod })
				: amount(amountEur);
	return `${sum}, ${stage ? stageLabel(stage) : m.sheet_stage_unknown()}`;
}

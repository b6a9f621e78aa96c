import { amount, dateLabel, periodLabel, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { FundingLine, Stage, StageSum } from './funding.ts';

export const stageWord = (stage: Stage): string =>
	stage === 'unknown' ? m.sheet_stage_unknown() : stageLabel(stage);

/** The sum, or that nobody published it: never zero for unknown. */
export const amountWord = ({ amountEur }: Pick<FundingLine, 'amountEur'>): string =>
	amountEur === undefined ? m.sheet_amount_unknown() : amount(amountEur);

/** Years the money covers, else those of the relation. */
export const yearsWord = (line: FundingLine): string => {
	if (line.amountPeriod) return line.amountPeriod.split('-').map(dateLabel).join('–');
	return periodLabel(line);
};

/** « 1 200 € pour 3 financements, 2 de montant inconnu »: what a sum rests on. */
export function sumWord({ eur, known, unknown }: StageSum): string {
	if (known === 0) return m.views_funding_sum_unknown({ count: unknown });
	const sum = m.views_funding_sum({ sum: amount(eur), count: known });
	return unknown > 0 ? `${sum}, ${m.views_funding_sum_and({ count: unknown })}` : sum;
}

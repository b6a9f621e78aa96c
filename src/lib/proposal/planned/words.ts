/** How what is planned is said: never as a fact. */
import type { Step } from '#lib/domain/scenario/scenario.ts';
import { agreementLabel, relationSaid, stepSentence } from '#lib/i18n/scenario-sentences.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Run } from '../document.ts';
import type { Content } from '../framework.ts';
import { contentOf, relationsOf, subjectOf, type Planning } from './planning.ts';

/** Length of a whole day: shorter dates are months and years. */
const DAY = 10;

/** « en mars 2028 », « le 14 mars 2028 », « sans date ». */
export const whenSaid = ({ when }: Pick<Step, 'when'>): string => {
	if (when === undefined) return m.dossier_planned_undated();
	const date = dateLabel(when);
	return when.length < DAY ? m.dossier_planned_in({ date }) : m.dossier_planned_on({ date });
};

/** « en discussion, suivi par la mairie ». */
export const agreedSaid = ({ agreement, who }: Step): string =>
	[agreementLabel(agreement), ...(who === undefined ? [] : [m.scenario_who_said({ who })])].join(
		', '
	);

/** « Prévu en mars 2028 : A coopère avec B (en discussion, suivi par la mairie). » */
export const plannedRun = (what: string, step: Step): Run => ({
	text: m.dossier_planned_item({ when: whenSaid(step), what, agreed: agreedSaid(step) }),
	planned: true
});

/** What the steps plan on one subject, told once each. */
export function plannedOn(content: Content, planning: Planning): Run[] {
	return planning.steps.flatMap((step) => {
		if (subjectOf(step, planning) === content)
			return [plannedRun(stepSentence(step.change, planning.known), step)];
		return relationsOf(step)
			.filter((relation) => contentOf(relation) === content)
			.map((relation) => plannedRun(relationSaid(relation, planning.known), step));
	});
}

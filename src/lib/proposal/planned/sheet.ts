import type { OtherSheet } from '#lib/export/xlsx.ts';
import { agreementLabel, stepSentence } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Planning } from './planning.ts';

/** What is planned, step by step, for the workbook: on a sheet of its own, never among the facts. */
export const plannedSheet = ({ name, steps, known }: Planning): OtherSheet => ({
	name: m.dossier_planned_mark(),
	head: [
		m.dossier_sheet_scenario(),
		m.dossier_sheet_step(),
		m.scenario_f_when(),
		m.scenario_f_agreement(),
		m.scenario_f_who()
	],
	rows: steps.map(({ change, when, who, agreement }) => [
		...[name, stepSentence(change, known), when ?? ''],
		...[agreementLabel(agreement), who ?? '']
	])
});

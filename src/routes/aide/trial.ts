import { dateLabel, number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import {
	EVALUATION,
	standingOf,
	type Comparison,
	type EvaluatedNetwork
} from '#lib/network/suggestions/evaluation.ts';

const NETWORKS: Readonly<Record<string, () => string>> = {
	seed: m.help_network_seed,
	demonstration: m.help_network_demonstration,
	'tobacco control, contact': m.help_network_contact,
	'tobacco control, collaborate': m.help_network_collaborate,
	'tobacco control, dissemination': m.help_network_dissemination,
	'clinical research': m.help_network_clinical,
	'health department': m.help_network_health_department
};
const METHODS: Readonly<Record<string, () => string>> = {
	'Adamic–Adar': m.help_method_aa,
	'common neighbours': m.help_method_common,
	'preferential attachment': m.help_method_active,
	'nearest place': m.help_method_near,
	'same territory': m.help_method_territory
};
const STANDINGS = {
	ahead: m.help_trial_ahead,
	level: m.help_trial_level,
	behind: m.help_trial_behind
};

/** In hundredths, with a decimal: what is measured to a thousandth. */
const hundredths = (value: number): string =>
	(100 * value).toLocaleString(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const cellOf = (comparison: Comparison) => {
	const { ours, best } = comparison;
	const method = METHODS[best.method]?.() ?? best.method;
	return {
		ours: m.help_trial_value({ value: hundredths(ours.value), margin: hundredths(ours.margin) }),
		best: m.help_trial_best({ method, value: hundredths(best.value) }),
		standing: standingOf(comparison),
		word: STANDINGS[standingOf(comparison)]()
	};
};
const nameOf = ({ name }: EvaluatedNetwork): string => NETWORKS[name]?.() ?? name;

/** The trial of suggestions in words and rows: what was found, beside the best of the simpler ways. */
export function trial() {
	const { day, draws, hidden, networks } = EVALUATION;
	const notBetter = networks
		.filter((each) => [each.hits, each.mrr].some((figure) => standingOf(figure) !== 'ahead'))
		.map(nameOf);
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	return {
		lead: m.help_trial_lead({
			hidden: hidden.toLocaleString(getLocale(), { style: 'percent' }),
			draws: number(draws)
		}),
		verdict:
			notBetter.length > 0
				? m.help_trial_not({ networks: list.format(notBetter) })
				: m.help_trial_all(),
		when: m.help_trial_when({ date: dateLabel(day) }),
		columns: [
			{ name: m.help_trial_hits(), text: m.help_trial_hits_text() },
			{ name: m.help_trial_mrr(), text: m.help_trial_mrr_text() },
			{ name: m.help_trial_auc(), text: m.help_trial_auc_text() }
		],
		rows: networks.map((each) => ({
			name: nameOf(each),
			size: m.help_trial_size({
				structures: number(each.structures),
				ties: number(each.ties)
			}),
			cells: [each.hits, each.mrr, each.auc].map(cellOf)
		}))
	};
}

/** Figures in words: how to read each, and how far to trust it. */
import type { Coverage } from '#lib/domain/vocabulary/project-kinds.ts';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { FUNDING_STAGES } from '#lib/domain/vocabulary/relation-types.ts';
import {
	FIGURES,
	type Figure,
	type FigureId,
	type Unknown
} from '#lib/network/indicators/model.ts';
import { coverageLabel } from './facts.ts';
import { decimal, figureFormula, figureName, figureNumber, share } from './figure-values.ts';
import { accessLabel, amount, counted, groupLabel, number } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

const REASONS: Record<Unknown, () => string> = {
	no_structure: m.figures_not_no_structure,
	undocumented: m.figures_not_undocumented,
	too_few: m.figures_not_too_few,
	no_broker: m.figures_not_no_broker,
	one_sector: m.figures_not_one_sector,
	no_funding: m.figures_not_no_funding,
	no_project: m.figures_not_no_project,
	not_collected: m.figures_not_not_collected,
	no_relation: m.figures_not_no_relation
};

const join = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

/** Why there is no value; nothing when there is one. */
export const figureReason = ({ unknown }: Figure): string | undefined =>
	unknown && REASONS[unknown]();

function broker({ key, value, ranks, error }: Figure['parts'][number], nameOf: NameOf): string {
	const words = { name: nameOf(key), value: share(value) };
	if (error !== undefined) return m.figures_broker_error({ ...words, error: share(error) });
	if (!ranks) return m.figures_broker(words);
	const [low, high] = [String(ranks[0]), String(ranks[1])];
	return low === high
		? m.figures_broker_rank({ ...words, low })
		: m.figures_broker_ranks({ ...words, low, high });
}

const AMOUNTS = {
	paid: m.figures_amount_paid,
	granted: m.figures_amount_granted,
	asked: m.figures_amount_asked,
	in_kind: m.figures_amount_in_kind,
	unknown: m.figures_amount_unknown
};
const STAGES = [...FUNDING_STAGES, 'unknown'] as const;

type NameOf = (id: string) => string;

function accessSentence({ parts, base, known }: Figure, isProject: boolean): string {
	const stated = ACCESS_DIMENSIONS.map((name) => ({
		name: accessLabel(name),
		count: parts.find(({ key }) => key === name)?.value ?? 0
	}));
	if (isProject) {
		const worked = stated.filter(({ count }) => count > 0).map(({ name }) => name);
		return m.figures_read_access_project({ list: join(worked) });
	}
	const list = stated.map(({ name, count }) => `${name} ${number(count)}`).join(', ');
	return m.figures_read_access({ list, n: number(base - known), base: number(base) });
}

/**
 * How to read a figure: one or two sentences that a person can say, the reason when it is not known.
 * @param isProject the figure is of one project alone
 */
export function figureSentence(figure: Figure, nameOf: NameOf, isProject = false): string {
	const { id, value, expected = 0, base, known, parts } = figure;
	const reason = figureReason(figure);
	if (value === undefined || reason !== undefined) return reason ?? m.figures_unknown();
	const part = (key: string): string => number(parts.find((each) => each.key === key)?.value ?? 0);
	const all = { base: number(base), known: number(known), value: figureNumber(id, value) };
	switch (id) {
		case 'structures': {
			const [first] = parts;
			const group = KIND_GROUPS.find((each) => each === first?.key);
			return m.figures_read_structures({
				structures: counted.structures(value),
				group: group ? groupLabel(group).toLocaleLowerCase(getLocale()) : '',
				n: number(first?.value ?? 0)
			});
		}
		case 'ess':
			return m.figures_read_ess({ ...all, yes: part('yes') });
		case 'partners':
			return m.figures_read_partners({ ...all, alone: part('alone') });
		case 'clustering':
			return m.figures_read_clustering({ ...all, expected: share(expected) });
		case 'mixing':
			return m.figures_read_mixing({ ...all, expected: share(expected) });
		case 'sharing':
			return m.figures_read_sharing({
				...all,
				sharing: part('sharing'),
				resources: part('resources')
			});
		case 'groups':
			return m.figures_read_groups({ grouped: part('grouped'), alone: part('alone') });
		case 'largest':
			return m.figures_read_largest({ ...all, largest: part('largest') });
		case 'isolated': {
			const said = m.figures_read_isolated({
				...all,
				apart: part('apart'),
				none: part('no_tie')
			});
			if (known === base) return said;
			return `${said} ${m.figures_read_isolated_unjudged({ n: number(base - known) })}`;
		}
		case 'fragile':
			return value === 0
				? m.figures_read_fragile_none()
				: m.figures_read_fragile({ value: number(value), ties: part('ties') });
		case 'brokers':
			return m.figures_read_brokers({ list: join(parts.map((each) => broker(each, nameOf))) });
		case 'funders':
			return m.figures_read_funders({
				...all,
				value: decimal(value, 1),
				single: part('single'),
				none: number(base - known)
			});
		case 'concentration':
			return part('payers') === '1'
				? m.figures_read_concentration_one()
				: m.figures_read_concentration({
						payers: part('payers'),
						expected: decimal(expected, 2)
					});
		case 'first_funder': {
			const amounts = STAGES.flatMap((stage) => {
				const euros = parts.find(({ key }) => key === `euros_${stage}`)?.value;
				return euros === undefined ? [] : [AMOUNTS[stage]({ amount: amount(euros) })];
			});
			const said = m.figures_read_first_funder({
				...all,
				name: nameOf(parts[0]?.key ?? ''),
				lost: part('lost')
			});
			if (amounts.length === 0) return said;
			return `${said} ${m.figures_read_amounts({ list: join(amounts) })}`;
		}
		case 'access':
			return accessSentence(figure, isProject);
		case 'sourced':
			return m.figures_read_sourced({
				...all,
				sourced: part('sourced'),
				inferred: part('inferred'),
				unsourced: part('unsourced')
			});
		case 'freshness':
			return m.figures_read_freshness(all);
	}
}

/** Digits after the comma: an index needs two. */
const rangeDigits = (id: FigureId): number => (FIGURES[id].unit === 'index' ? 2 : 1);

const RANGES = {
	error: m.figures_range_error,
	bounds: m.figures_range_bounds,
	left_out: m.figures_range_left_out,
	quartiles: m.figures_range_quartiles
};

/** How far a figure can be trusted: what it was measured on, its range, whether one more would change it. */
export function figureTrust({ id, value, range, base, known, small }: Figure): string {
	if (value === undefined) return '';
	const words = { known: number(known), base: number(base) };
	const said = [
		small
			? m.figures_small(words)
			: known === base
				? m.figures_known_all(words)
				: m.figures_known_some(words)
	];
	if (range?.kind === 'left_out' && range.low === range.high) said.push(m.figures_range_steady());
	else if (range)
		said.push(
			RANGES[range.kind]({
				low: FIGURES[id].unit === 'share' ? share(range.low) : decimal(range.low, rangeDigits(id)),
				high: figureNumber(id, range.high),
				unknown: number(base - known),
				base: number(base)
			})
		);
	return said.join(' ');
}

/** How the projects of a network were documented, in a sentence. */
export function coverageSentence(
	coverage: readonly { coverage: Coverage; projects: number }[]
): string {
	const [first] = coverage;
	if (!first) return m.figures_trust_none();
	if (coverage.length === 1 && first.projects === 1)
		return m.figures_trust_project({ coverage: coverageLabel(first.coverage) });
	const list = coverage.map(
		({ coverage: how, projects }) => `${coverageLabel(how)} (${counted.projects(projects)})`
	);
	return m.figures_trust_projects({ list: join(list) });
}

/** Everything that is said of a figure, for those who take it away. */
export const sayFigure = (figure: Figure, nameOf: NameOf, isProject: boolean) => ({
	name: figureName(figure.id),
	formula: figureFormula(figure.id),
	sentence: figureSentence(figure, nameOf, isProject),
	trust: figureTrust(figure)
});

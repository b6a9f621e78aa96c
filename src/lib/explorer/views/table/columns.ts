/** The columns of the two tables: what each says, and how it sorts. */
import {
	certaintyLabel,
	familyLabel,
	groupLabel,
	isolationLabel,
	kindLabel,
	periodLabel,
	relationPhrase,
	statusLabel,
	verdictLabel
} from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { TableNode, TableTie } from './table.ts';

export interface Column<Row> {
	/** Kept in the reader's browser: never renamed. */
	id: string;
	title: () => string;
	/** The whole cell in words, as copied, filtered and, without a `key`, sorted. Empty when not known. */
	text: (row: Row) => string;
	/** What it sorts by, when words do not say it: a number, or a date as text. Unknown comes last. */
	key?: ((row: Row) => number | string | undefined) | undefined;
	numeric?: boolean | undefined;
	/** Left out until the reader asks for it. */
	extra?: boolean | undefined;
}

const ESS = { true: m.explorer_ess_yes, false: m.explorer_ess_no };

export const NODE_COLUMNS: readonly Column<TableNode>[] = [
	{ id: 'name', title: m.explorer_table_name, text: ({ name }) => name },
	{ id: 'kind', title: m.explorer_table_kind, text: (node) => kindLabel(node) },
	{ id: 'group', title: m.views_column_group, text: (node) => groupLabel(node.group), extra: true },
	{ id: 'commune', title: m.explorer_table_commune, text: ({ commune }) => commune ?? '' },
	{
		id: 'departement',
		title: m.views_column_departement,
		text: ({ departement }) => departement ?? '',
		extra: true
	},
	{
		id: 'ess',
		title: m.views_column_ess,
		text: ({ ess }) => (ess === undefined ? '' : ESS[`${ess}`]()),
		extra: true
	},
	{
		id: 'ties',
		title: m.explorer_table_count,
		text: ({ ties }) => String(ties),
		key: ({ ties }) => ties,
		numeric: true
	},
	{
		id: 'apart',
		title: m.explorer_table_apart,
		text: ({ apart }) => (apart ? isolationLabel(apart) : '')
	}
];

export const TIE_COLUMNS: readonly Column<TableTie>[] = [
	{ id: 'source', title: m.explorer_table_from, text: ({ source }) => source.name },
	{ id: 'tie', title: m.explorer_table_tie, text: ({ type }) => relationPhrase(type, 'out') },
	{ id: 'target', title: m.explorer_table_to, text: ({ target }) => target.name },
	{ id: 'family', title: m.views_column_family, text: ({ family }) => familyLabel(family) },
	{
		id: 'dates',
		title: m.views_column_dates,
		text: periodLabel,
		key: ({ since, until }) => since ?? until
	},
	{
		id: 'state',
		title: m.views_column_state,
		text: ({ status, planned }) => (planned ? m.planning_mark() : statusLabel(status))
	},
	{
		id: 'verdict',
		title: m.explorer_table_proof,
		text: (tie) => verdictLabel(tie.verdict, tie)
	},
	{
		id: 'sources',
		title: m.views_column_sources,
		text: ({ sources }) => String(sources),
		key: ({ sources }) => sources,
		numeric: true
	},
	{
		id: 'certainty',
		title: m.views_column_certainty,
		text: ({ certainty }) => certaintyLabel(certainty),
		extra: true
	},
	{ id: 'detail', title: m.views_column_detail, text: ({ detail }) => detail ?? '', extra: true }
];

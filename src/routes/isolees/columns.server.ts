import type { Column } from '#lib/export/columns.ts';
import { LIST_SEPARATOR } from '#lib/export/columns.ts';
import { coverageLabel } from '#lib/i18n/facts.ts';
import { isolationLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Said } from './said.server.ts';

/** A structure in words, and the titles of what is known of it. */
export interface Line extends Said {
	sources: readonly string[];
}

const list = (texts: readonly string[]): string | undefined =>
	texts.join(LIST_SEPARATOR) || undefined;

const column = (name: string, value: (line: Line) => string | undefined): Column<Line> => ({
	name,
	type: 'string',
	value
});

/** One structure a row; a file that travels alone says its licence. */
export const columnsOf = (licence: string): readonly Column<Line>[] => [
	column('id', ({ node }) => node.id),
	column('name', ({ node }) => node.name),
	column('kind', ({ node }) => node.kind),
	column('commune', ({ node }) => node.commune),
	column('departement', ({ departement }) => departement),
	column('region', ({ region }) => region),
	column('class', ({ grounds }) => list(grounds.map((ground) => ground.class))),
	column('ground', ({ grounds }) =>
		list(
			grounds.map(({ class: of, reasons }) =>
				[isolationLabel(of), reasons].filter(Boolean).join(', ')
			)
		)
	),
	column('certainty', ({ grounds }) =>
		list(
			grounds.map(({ certainty, disputed }) => (disputed ? `${certainty}, disputed` : certainty))
		)
	),
	column('said', ({ statements }) =>
		list(statements.map(({ head, reason }) => `${head}${m.insight_colon()}${reason}`))
	),
	column('since', ({ grounds }) => list(grounds.flatMap(({ since }) => since ?? []))),
	column('judged', ({ grounds }) =>
		list(
			grounds.flatMap(({ projects }) =>
				projects.map(({ name, coverage }) => `${name} (${coverageLabel(coverage)})`)
			)
		)
	),
	column('offers', ({ offers }) => list(offers)),
	column('nearest', ({ nearest }) => nearest?.node.name),
	column('distance', ({ nearest }) => nearest?.phrase),
	column('suggested', ({ suggested, isAsked }) =>
		!isAsked
			? m.insight_file_partners_unasked()
			: list(
					suggested.map(({ partner, reasons, against }) => {
						const why = reasons.map(({ sentence }) => sentence).join(' · ');
						const but = against.map(({ sentence }) => sentence).join(' · ');
						const said = but ? ` ${m.insight_suggested_but({ objections: but })}` : '';
						return `${partner.name} (${why})${said}`;
					})
				)
	),
	column('todo', ({ todo }) => todo),
	column('sources', ({ sources }) => list(sources)),
	column('licence', () => licence)
];

/** What each column means. */
export const columnWords = (): Record<string, string> => ({
	id: m.insight_column_id(),
	name: m.insight_column_name(),
	kind: m.insight_column_kind(),
	commune: m.insight_column_commune(),
	departement: m.insight_column_departement(),
	region: m.insight_column_region(),
	class: m.insight_column_class(),
	ground: m.insight_column_ground(),
	certainty: m.insight_column_certainty(),
	said: m.insight_column_said(),
	since: m.insight_column_since(),
	judged: m.insight_column_judged(),
	offers: m.insight_column_offers(),
	nearest: m.insight_column_nearest(),
	distance: m.insight_column_distance(),
	suggested: m.insight_column_suggested(),
	todo: m.insight_column_todo(),
	sources: m.insight_column_sources(),
	licence: m.insight_column_licence()
});

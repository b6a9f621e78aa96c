import type { Organisation } from '#lib/domain/entities.ts';
import { LIST_SEPARATOR, type Cell, type Column } from '#lib/export/columns.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { takeawayWords } from '#lib/i18n/takeaway-words.ts';

/** A structure, and the titles of what is known of it. */
export interface Line {
	node: Organisation;
	sources: readonly string[];
}

const column = (
	name: string,
	value: (line: Line) => Cell,
	type: Column<Line>['type'] = 'string'
): Column<Line> => ({ name, type, value });
const text = (name: keyof Organisation & string): Column<Line> =>
	column(name, ({ node }) => {
		const value = node[name];
		return typeof value === 'string' ? value : undefined;
	});
const list = (texts: readonly string[] = []): string | undefined =>
	texts.join(LIST_SEPARATOR) || undefined;

/** One structure a row, named as in the data model; a file that travels alone says its licence. */
export const columnsOf = (licence: string): readonly Column<Line>[] => [
	text('id'),
	text('name'),
	column('nature', ({ node }) => node.label),
	...(['kind', 'legalForm'] as const).map(text),
	column('ess', ({ node }) => node.ess, 'boolean'),
	...(['siren', 'siret', 'finess', 'rna'] as const).map(text),
	...(['commune', 'codeInsee', 'postalCode', 'departement', 'region'] as const).map(text),
	column('lat', ({ node }) => node.lat, 'double'),
	column('lon', ({ node }) => node.lon, 'double'),
	text('placePrecision'),
	column('foundedYear', ({ node }) => node.foundedYear, 'double'),
	text('website'),
	column('services', ({ node }) => list(node.services)),
	column('publics', ({ node }) => list(node.publics)),
	text('description'),
	column('sourceTitles', ({ sources }) => list(sources)),
	column('licence', () => licence)
];

/** What each column means. */
export const columnWords = (): Record<string, string> => ({
	...takeawayWords().columns,
	legalForm: m.export_column_legalForm(),
	commune: m.export_column_commune(),
	codeInsee: m.export_column_codeInsee(),
	postalCode: m.export_column_postalCode(),
	placePrecision: m.export_column_placePrecision(),
	siren: m.export_column_siren(),
	siret: m.export_column_siret(),
	finess: m.export_column_finess(),
	rna: m.export_column_rna(),
	foundedYear: m.export_column_foundedYear(),
	website: m.export_column_website(),
	services: m.export_column_services(),
	publics: m.export_column_publics(),
	description: m.export_column_description(),
	licence: m.export_column_licence()
});

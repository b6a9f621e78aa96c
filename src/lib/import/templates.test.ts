import { describe, expect, it } from 'vitest';
import { plainCsv, plainWorkbook } from '#lib/export/plain-table.ts';
import { readResources } from './resource-rows.ts';
import { readStructures } from './structure-rows.ts';
import { readTies } from './tie-rows.ts';
import { TEMPLATE_LANGUAGES, TEMPLATE_NAMES, TEMPLATES } from './templates.ts';
import { understand, type Understood } from './understand.ts';

/** Of the national schema, what a tie has no place for. */
const LEFT = [
	'referenceDecision',
	'conditionsVersement',
	'idRAE',
	'notificationUE',
	'pourcentageSubvention',
	'dispositifAide'
];
const KINDS = {
	structures: 'structures',
	liens: 'ties',
	ressources: 'resources',
	subventions: 'ties'
};

const problemsOf = (understood: Understood) => {
	const { table } = understood;
	if (table === 'structures') return [...readStructures(understood, {})].map((row) => row.problems);
	if (table === 'ties') return [...readTies(understood, {})].map((row) => row.problems);
	const { resources, ties } = readResources(understood);
	return [...resources, ...ties].map((row) => row.problems);
};

describe.each(TEMPLATE_NAMES.flatMap((name) => TEMPLATE_LANGUAGES.map((of) => ({ name, of }))))(
	'the template of $name in $of',
	({ name, of }) => {
		it.each(['csv', 'xlsx'])(
			'is read in %s as what it is, every column and row',
			async (format) => {
				const { headers, rows } = TEMPLATES[name][of];
				const table = [headers, ...rows];
				const bytes =
					format === 'csv'
						? new TextEncoder().encode(plainCsv(table, of === 'fr' ? ';' : ','))
						: await plainWorkbook([{ sheet: name, rows: table }]);
				const understood = await understand(bytes);
				expect(understood.table).toBe(KINDS[name]);
				expect(understood.rows).toHaveLength(rows.length);
				const left = understood.columns.filter(({ field }) => field === undefined);
				expect(left.map(({ header }) => header)).toEqual(
					name === 'subventions' && of === 'fr' ? LEFT : []
				);
				expect(problemsOf(understood).flat()).toEqual([]);
				if (name === 'subventions') expect(understood.impliedType).toBe('FUNDS');
			}
		);
	}
);

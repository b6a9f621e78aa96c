import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { foldText } from '#lib/domain/text.ts';
import type { Choices } from './choices.ts';
import { FileRefusedError, type RowRemark } from './problem.ts';
import { folded, headersOf, readDay, readingOf, type Reading } from './row-reading.ts';
import type { UnderstoodTable } from './understand.ts';
import { isAbsurdDay, MOST_EUROS, readNumber, readPeriod } from './values.ts';
import { readIntensity, readStage, readType } from './vocabulary.ts';

/** What a row says of one end of a tie. */
export interface EndRow {
	/** An id, an identifier or a name. */
	reference?: string | undefined;
	name?: string | undefined;
	commune?: string | undefined;
	rna?: string | undefined;
}

/** What our own exports say of who says a tie. */
export interface Cited {
	sources: { id: string; title: string }[];
	status?: string | undefined;
	certainty?: string | undefined;
	verdict?: string | undefined;
}

export interface TieRow {
	line: number;
	/** The id the file gives it. */
	id?: string | undefined;
	name: string;
	source: EndRow;
	target: EndRow;
	type?: RelationType | undefined;
	properties: Record<string, string | number>;
	problems: RowRemark[];
	notes: RowRemark[];
	/** Of what we wrote ourselves. */
	cited?: Cited | undefined;
}

/** Between the items of a list in one cell of our exports. */
const itemsOf = (raw: string | undefined): string[] => raw?.split(' | ') ?? [];

function citedIn(reading: Reading): Cited {
	const titles = itemsOf(reading.raw('sourceTitles'));
	return {
		sources: itemsOf(reading.raw('sources')).map((id, i) => ({ id, title: titles[i] ?? id })),
		status: reading.raw('status'),
		certainty: reading.raw('certainty'),
		verdict: reading.raw('verdict')
	};
}

const endOf = (reading: Reading, end: 'source' | 'target'): EndRow => ({
	reference: reading.raw(end),
	name: reading.raw(`${end}Name`),
	commune: reading.raw(`${end}Commune`),
	rna: reading.raw(`${end}Rna`)
});

const endName = ({ name, reference }: EndRow): string => name ?? reference ?? '…';

/** What is the same for all rows of a table. */
interface Table {
	understood: UnderstoodTable;
	choices: Choices;
	read: (cells: readonly string[]) => Reading;
	typeOf: (raw: string) => RelationType | undefined;
}

function tieRow(
	{ line, cells }: UnderstoodTable['rows'][number],
	{ understood, choices, read, typeOf }: Table
): TieRow {
	const reading = read(cells);
	const order = understood.dateOrder;
	const properties: TieRow['properties'] = {};
	const put = (field: string, value: string | number | undefined): void => {
		if (value !== undefined) properties[field] = value;
	};
	const type = reading.value('type', typeOf, 'unknown_type');
	put('detail', reading.raw('detail'));
	for (const field of ['since', 'until'] as const) {
		const day = reading.value(field, readDay(understood), 'bad_date');
		if (day !== undefined && isAbsurdDay(day)) reading.problem('absurd_date', field);
		else put(field, day);
	}
	put('intensity', reading.value('intensity', readIntensity, 'not_in_list'));
	const readAmount = (raw: string) => readNumber(raw, understood.decimal);
	const amount = reading.value('amountEur', readAmount, 'not_a_number');
	if (amount !== undefined && amount > MOST_EUROS) reading.problem('absurd_amount', 'amountEur');
	else put('amountEur', amount);
	put(
		'amountPeriod',
		reading.value('amountPeriod', (raw) => readPeriod(raw, order), 'bad_period')
	);
	const stage = (raw: string) => readStage(raw.split(/[;,]/)[0] ?? '');
	put('stage', reading.value('stage', stage, 'unknown_stage'));
	put('projectId', reading.raw('projectId'));
	if (understood.ours) put('resourceId', reading.raw('resourceId'));
	const [source, target] = [endOf(reading, 'source'), endOf(reading, 'target')];
	for (const [end, said] of [
		['source', source],
		['target', target]
	] as const)
		if (said.name === undefined && said.reference === undefined) reading.problem('no_end', end);
	const { problems, notes } = reading;
	return {
		line,
		id: reading.raw('id'),
		...(understood.ours && { cited: citedIn(reading) }),
		name: `${endName(source)} → ${endName(target)}`,
		source,
		target,
		type:
			type ??
			(reading.raw('type') === undefined
				? (choices.defaultType ?? understood.impliedType)
				: undefined),
		properties,
		problems,
		notes
	};
}

function* tieRows(table: Table): Generator<TieRow> {
	for (const row of table.understood.rows) yield tieRow(row, table);
}

/**
 * The rows of a table of ties, one after the other: of a large file none is kept.
 * @throws {FileRefusedError} at once, when no column says one of their ends
 */
export function readTies(understood: UnderstoodTable, choices: Choices): Iterable<TieRow> {
	const { columns } = understood;
	for (const end of ['source', 'target'])
		if (!columns.some(({ field }) => field === end || field === `${end}Name`))
			throw new FileRefusedError('no_end_columns', { headers: headersOf(columns) });
	const chosen = folded(choices.types);
	const typeOf = (raw: string) => chosen.get(foldText(raw)) ?? readType(raw) ?? choices.defaultType;
	return tieRows({ understood, choices, read: readingOf(columns), typeOf });
}

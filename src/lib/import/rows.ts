import { isDepartementCode, isRegionCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { foldText } from '#lib/domain/text.ts';
import type { Choices } from './choices.ts';
import { IDENTIFIERS, readIdentifier, type IdentifierField } from './identifiers.ts';
import { FileRefusedError, type RowRemark } from './problem.ts';
import type { Column, Understood } from './understand.ts';
import {
	readAddress,
	readBoolean,
	readDate,
	readList,
	readNumber,
	readPeriod,
	readSerialDate
} from './values.ts';
import { readIntensity, readKind, readStage, readType } from './vocabulary.ts';

/** A SIRET or the like that lost its digits to a spreadsheet. */
export interface Eaten {
	field: IdentifierField;
	column: string;
	value: string;
	head: string;
	digits: number;
}

export interface StructureRow {
	line: number;
	/** As the file writes it, for whoever looks for the row. */
	name: string;
	id?: string | undefined;
	/** Properties by the names of the domain, not yet judged by it. */
	properties: Record<string, string | number | boolean | string[]>;
	kind?: ActorKind | undefined;
	eaten: Eaten[];
	problems: RowRemark[];
	notes: RowRemark[];
	/** Fields that follow from others: they complete a new structure, and contradict no known one. */
	deduced: string[];
	/** The cells as they are, to tell a row that repeats another. */
	text: string;
}

/** What a row says of one end of a tie. */
export interface EndRow {
	/** An id, an identifier or a name. */
	reference?: string | undefined;
	name?: string | undefined;
	commune?: string | undefined;
	rna?: string | undefined;
}

export interface TieRow {
	line: number;
	name: string;
	source: EndRow;
	target: EndRow;
	type?: RelationType | undefined;
	properties: Record<string, string | number>;
	problems: RowRemark[];
	notes: RowRemark[];
}

const REGION_BY_NAME = new Map(REGIONS.map(({ name, code }) => [foldText(name), code]));
const DEPARTEMENT_BY_NAME = new Map(
	REGIONS.flatMap(({ departements }) =>
		departements.map((code) => [foldText(departementName(code)), code] as const)
	)
);

const readRegion = (raw: string): string | undefined => {
	const padded = raw.padStart(2, '0');
	return REGION_BY_NAME.get(foldText(raw)) ?? (isRegionCode(padded) ? padded : undefined);
};
const readDepartement = (raw: string): string | undefined => {
	const code = raw.toUpperCase().padStart(2, '0');
	return DEPARTEMENT_BY_NAME.get(foldText(raw)) ?? (isDepartementCode(code) ? code : undefined);
};

/** The département of an INSEE code, or of a postal code where that tells. */
function departementOf(codeInsee: unknown, postalCode: unknown): string | undefined {
	const code = typeof codeInsee === 'string' ? codeInsee : postalCode;
	if (typeof code !== 'string') return undefined;
	const head = code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2);
	// Postal codes of Corsica do not tell its départements apart.
	return isDepartementCode(head) ? head : undefined;
}

const regionOf = (departement: string): string | undefined =>
	REGIONS.find(({ departements }) => departements.includes(departement))?.code;

const TEXTS = ['name', 'legalForm', 'commune', 'description'] as const;

/** One row under way: what is read of it and what is told about it. */
class Reading {
	readonly problems: RowRemark[] = [];
	readonly notes: RowRemark[] = [];
	constructor(private readonly cells: ReadonlyMap<string, { raw: string; column: string }>) {}

	raw(field: string): string | undefined {
		return this.cells.get(field)?.raw;
	}
	column(field: string): string | undefined {
		return this.cells.get(field)?.column;
	}
	problem(code: string, field: string, more: Partial<RowRemark> = {}): void {
		this.problems.push(this.#remark(code, field, more));
	}
	note(code: string, field: string, more: Partial<RowRemark> = {}): void {
		this.notes.push(this.#remark(code, field, more));
	}
	/** The cell read by `read`; told as a problem when it cannot be. */
	value<T>(field: string, read: (raw: string) => T | undefined, code: string): T | undefined {
		const raw = this.raw(field);
		if (raw === undefined) return undefined;
		const value = read(raw);
		if (value === undefined) this.problem(code, field);
		return value;
	}
	#remark(code: string, field: string, more: Partial<RowRemark>): RowRemark {
		const cell = this.cells.get(field);
		return {
			code,
			field,
			...(cell && { column: cell.column, value: cell.raw }),
			...more
		};
	}
}

function readingOf(columns: readonly Column[], cells: readonly string[]): Reading {
	const byField = new Map<string, { raw: string; column: string }>();
	columns.forEach(({ field, key }, i) => {
		const raw = cells[i] ?? '';
		if (field !== undefined && raw !== '' && !byField.has(field))
			byField.set(field, { raw, column: key });
	});
	return new Reading(byField);
}

const folded = <T>(chosen: Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> =>
	new Map(Object.entries(chosen ?? {}).map(([word, value]) => [foldText(word), value]));

/** Puts a place among the properties. @returns the fields that only follow from others */
function readPlace(reading: Reading, properties: StructureRow['properties']): string[] {
	const put = (field: string, value: string | number | undefined): void => {
		if (value !== undefined) properties[field] = value;
	};
	const insee = reading.raw('codeInsee')?.toUpperCase();
	put('codeInsee', insee && /^\d{4}$/.test(insee) ? `0${insee}` : insee);
	const postal = reading.raw('postalCode')?.replace(/\s/g, '');
	put('postalCode', postal && /^\d{4}$/.test(postal) ? `0${postal}` : postal);
	const departement = reading.value('departement', readDepartement, 'bad_departement');
	const deduced = departementOf(properties['codeInsee'], properties['postalCode']);
	put('departement', departement ?? deduced);
	const region = reading.value('region', readRegion, 'bad_region');
	const of = departement ?? deduced;
	put('region', region ?? (of === undefined ? undefined : regionOf(of)));
	return [
		...(departement === undefined ? ['departement'] : []),
		...(region === undefined ? ['region'] : [])
	];
}

function readIdentifiers(reading: Reading, properties: StructureRow['properties']): Eaten[] {
	const eaten: Eaten[] = [];
	for (const field of IDENTIFIERS) {
		const raw = reading.raw(field);
		if (raw === undefined) continue;
		const read = readIdentifier(field, raw);
		if (read.kind === 'sound') {
			properties[field] = read.value;
			if (read.restored) reading.note('zero_restored', field, { params: { now: read.value } });
		} else if (read.kind === 'eaten')
			eaten.push({ ...read, field, column: reading.column(field) ?? field, value: raw });
		else reading.problem(`bad_${field}`, field);
	}
	return eaten;
}

function structureRow(
	columns: readonly Column[],
	{ line, cells }: Understood['rows'][number],
	{ understood, choices }: { understood: Understood; choices: Choices }
): StructureRow {
	const reading = readingOf(columns, cells);
	const properties: StructureRow['properties'] = {};
	for (const field of TEXTS) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = raw;
	}
	const name = reading.raw('name') ?? '';
	if (name === '')
		reading.problem('no_name', 'name', { column: columns.find((c) => c.field === 'name')?.key });
	const chosen = folded(choices.kinds);
	const kind = reading.value(
		'kind',
		(raw) => chosen.get(foldText(raw)) ?? readKind(raw) ?? choices.defaultKind,
		'unknown_kind'
	);
	const eaten = readIdentifiers(reading, properties);
	const deduced = readPlace(reading, properties);
	for (const field of ['lat', 'lon'] as const) {
		const value = reading.value(
			field,
			(raw) => readNumber(raw, understood.decimal),
			'not_a_number'
		);
		if (value !== undefined) properties[field] = value;
	}
	if ('lat' in properties && 'lon' in properties) properties['placePrecision'] = 'address';
	const founded = reading.value('foundedYear', readDay(understood), 'bad_date');
	if (founded !== undefined) properties['foundedYear'] = Number(founded.slice(0, 4));
	const website = reading.raw('website');
	if (website !== undefined) properties['website'] = readAddress(website);
	for (const field of ['services', 'publics'] as const) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = readList(raw);
	}
	const ess = reading.value('ess', readBoolean, 'not_a_boolean');
	if (ess !== undefined) properties['ess'] = ess;
	const { problems, notes } = reading;
	return {
		line,
		name,
		id: reading.raw('id'),
		properties,
		kind: kind ?? (reading.raw('kind') === undefined ? choices.defaultKind : undefined),
		eaten,
		problems,
		notes,
		deduced,
		text: cells.join('\u0000')
	};
}

const readDay =
	({ dateOrder, sheet }: Understood) =>
	(raw: string): string | undefined =>
		readDate(raw, dateOrder) ?? (sheet === undefined ? undefined : readSerialDate(raw));

const endOf = (reading: Reading, end: 'source' | 'target'): EndRow => ({
	reference: reading.raw(end),
	name: reading.raw(`${end}Name`),
	commune: reading.raw(`${end}Commune`),
	rna: reading.raw(`${end}Rna`)
});

const endName = ({ name, reference }: EndRow): string => name ?? reference ?? '…';

function tieRow(
	columns: readonly Column[],
	{ line, cells }: Understood['rows'][number],
	{ understood, choices }: { understood: Understood; choices: Choices }
): TieRow {
	const reading = readingOf(columns, cells);
	const order = understood.dateOrder;
	const properties: TieRow['properties'] = {};
	const put = (field: string, value: string | number | undefined): void => {
		if (value !== undefined) properties[field] = value;
	};
	const chosen = folded(choices.types);
	const type = reading.value(
		'type',
		(raw) => chosen.get(foldText(raw)) ?? readType(raw) ?? choices.defaultType,
		'unknown_type'
	);
	put('detail', reading.raw('detail'));
	for (const field of ['since', 'until'] as const)
		put(field, reading.value(field, readDay(understood), 'bad_date'));
	put('intensity', reading.value('intensity', readIntensity, 'not_in_list'));
	put(
		'amountEur',
		reading.value('amountEur', (raw) => readNumber(raw, understood.decimal), 'not_a_number')
	);
	put(
		'amountPeriod',
		reading.value('amountPeriod', (raw) => readPeriod(raw, order), 'bad_period')
	);
	const stage = (raw: string) => readStage(raw.split(/[;,]/)[0] ?? '');
	put('stage', reading.value('stage', stage, 'unknown_stage'));
	put('projectId', reading.raw('projectId'));
	const [source, target] = [endOf(reading, 'source'), endOf(reading, 'target')];
	for (const [end, said] of [
		['source', source],
		['target', target]
	] as const)
		if (said.name === undefined && said.reference === undefined) reading.problem('no_end', end);
	const { problems, notes } = reading;
	return {
		line,
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

/**
 * The rows of a table of structures.
 * @throws {FileRefusedError} when no column says their names
 */
export function readStructures(understood: Understood, choices: Choices): StructureRow[] {
	const { columns, rows } = understood;
	if (!columns.some(({ field }) => field === 'name' || field === 'id'))
		throw new FileRefusedError('no_name_column', { headers: headersOf(columns) });
	return rows.map((row) => structureRow(columns, row, { understood, choices }));
}

/**
 * The rows of a table of ties.
 * @throws {FileRefusedError} when no column says one of their ends
 */
export function readTies(understood: Understood, choices: Choices): TieRow[] {
	const { columns, rows } = understood;
	for (const end of ['source', 'target'])
		if (!columns.some(({ field }) => field === end || field === `${end}Name`))
			throw new FileRefusedError('no_end_columns', { headers: headersOf(columns) });
	return rows.map((row) => tieRow(columns, row, { understood, choices }));
}

const SHOWN = 12;
const headersOf = (columns: readonly Column[]): string =>
	columns
		.slice(0, SHOWN)
		.map(({ key }) => key.slice(0, 40))
		.join(', ');

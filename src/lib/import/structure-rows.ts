import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { foldText } from '#lib/domain/text.ts';
import { isFiness } from './contents.ts';
import type { Choices } from './choices.ts';
import { degrees } from './finess/projections.ts';
import { IDENTIFIERS, readIdentifier, type IdentifierField } from './identifiers.ts';
import { departementOf, readDepartement, readRegion, regionOf } from './places.ts';
import { FileRefusedError, type RowRemark } from './problem.ts';
import { folded, headersOf, readDay, readingOf, type Reading } from './row-reading.ts';
import type { UnderstoodTable } from './understand.ts';
import { isAbsurdOpening, readAddress, readBoolean, readList, readNumber } from './values.ts';
import { readKind } from './vocabulary.ts';

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
	/** Names the row among answers. */
	key: string;
	/** As the file writes it, for whoever looks for the row. */
	name: string;
	id?: string | undefined;
	/** Properties by the names of the domain, not yet judged by it. */
	properties: Record<string, string | number | boolean | string[]>;
	kind?: ActorKind | undefined;
	/** FINESS number of who manages it. */
	manager?: { value: string; column: string } | undefined;
	/** Of what we wrote ourselves: its label, and its kind where that is no structure's. */
	nature?: string | undefined;
	natureKind?: string | undefined;
	eaten: Eaten[];
	problems: RowRemark[];
	notes: RowRemark[];
	/** Fields that follow from others: they complete a new structure, and contradict no known one. */
	deduced: string[];
	/** As they are, to tell a row that repeats another. */
	cells: readonly string[];
}

const TEXTS = ['name', 'legalForm', 'commune', 'description'] as const;

/** Puts a place among the properties. @returns the fields that only follow from others */
function readPlace(
	reading: Reading,
	properties: StructureRow['properties'],
	{ ours }: UnderstoodTable
): string[] {
	const put = (field: string, value: string | number | undefined): void => {
		if (value !== undefined) properties[field] = value;
	};
	const insee = reading.raw('codeInsee')?.toUpperCase();
	put('codeInsee', insee && /^\d{4}$/.test(insee) ? `0${insee}` : insee);
	const postal = reading.raw('postalCode')?.replace(/\s/g, '');
	put('postalCode', postal && /^\d{4}$/.test(postal) ? `0${postal}` : postal);
	const departement = reading.value('departement', readDepartement, 'bad_departement');
	// What we wrote ourselves says all it knows.
	const deduced = ours
		? undefined
		: departementOf(properties['codeInsee'], properties['postalCode']);
	put('departement', departement ?? deduced);
	const region = reading.value('region', readRegion, 'bad_region');
	const of = ours ? undefined : (departement ?? deduced);
	put('region', region ?? (of === undefined ? undefined : regionOf(of)));
	return [
		...(departement === undefined ? ['departement'] : []),
		...(region === undefined ? ['region'] : [])
	];
}

/** Puts latitude and longitude right where only the other way round is on French ground. */
function turnPoint(reading: Reading, properties: StructureRow['properties']): void {
	const { lat, lon } = properties;
	if (typeof lat !== 'number' || typeof lon !== 'number') return;
	const point = degrees(lon, lat);
	if (point === 'outside' || !point.swapped) return;
	properties['lat'] = point.lat;
	properties['lon'] = point.lon;
	reading.note('swapped_place', 'lat', { value: `${lat}, ${lon}` });
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

/** What a project has besides, in our own exports. */
function readOfProject(reading: Reading, properties: StructureRow['properties']): void {
	for (const field of ['status', 'coverage', 'projectId'] as const) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = raw;
	}
	for (const field of ['startYear', 'endYear'] as const) {
		const value = reading.value(field, (raw) => readNumber(raw, '.'), 'not_a_number');
		if (value !== undefined) properties[field] = value;
	}
	const access = reading.raw('accessDimensions');
	if (access !== undefined) properties['accessDimensions'] = readList(access);
}

/** What is the same for all rows of a table. */
interface Table {
	understood: UnderstoodTable;
	choices: Choices;
	read: (cells: readonly string[]) => Reading;
	/** Header of the column of names, for a row without one. */
	nameColumn: string | undefined;
	kindOf: (raw: string) => ActorKind | undefined;
}

function structureRow(
	{ line, cells, notes: told }: UnderstoodTable['rows'][number],
	{ understood, choices, read, nameColumn, kindOf }: Table
): StructureRow {
	const reading = read(cells);
	const properties: StructureRow['properties'] = {};
	for (const field of TEXTS) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = raw;
	}
	const name = reading.raw('name') ?? '';
	if (name === '') reading.problem('no_name', 'name', { column: nameColumn });
	const nature = reading.raw('nature');
	const isOther = nature === 'SharedResource' || nature === 'HealthProject';
	const kind = isOther ? undefined : reading.value('kind', kindOf, 'unknown_kind');
	const eaten = readIdentifiers(reading, properties);
	const deduced = readPlace(reading, properties, understood);
	for (const field of ['lat', 'lon'] as const) {
		const value = reading.value(
			field,
			(raw) => readNumber(raw, understood.decimal),
			'not_a_number'
		);
		if (value !== undefined) properties[field] = value;
	}
	if (!understood.ours) turnPoint(reading, properties);
	// Our exports do not say how precise a place is: no more is said than is sure.
	if ('lat' in properties && 'lon' in properties)
		properties['placePrecision'] = understood.ours ? 'commune' : 'address';
	const founded = reading.value('foundedYear', readDay(understood), 'bad_date');
	if (founded !== undefined && isAbsurdOpening(founded))
		reading.note('absurd_opening', 'foundedYear');
	else if (founded !== undefined) properties['foundedYear'] = Number(founded.slice(0, 4));
	const website = reading.raw('website');
	if (website !== undefined) properties['website'] = readAddress(website);
	for (const field of ['services', 'publics'] as const) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = readList(raw);
	}
	const ess = reading.value('ess', readBoolean, 'not_a_boolean');
	if (ess !== undefined) properties['ess'] = ess;
	const { problems, notes } = reading;
	if (told) notes.push(...told);
	// What a category is called describes a new structure, and corrects nobody's own words.
	if (isFiness(understood.format)) deduced.push('description');
	const manager = reading.raw('manager');
	if (isOther) readOfProject(reading, properties);
	const id = reading.raw('id');
	return {
		line,
		// Lines of a network may hold many: its rows are told apart by their ids.
		key: understood.headerLine === 0 ? `id-${id ?? line}` : String(line),
		name,
		id,
		nature,
		natureKind: isOther ? reading.raw('kind') : undefined,
		properties,
		kind: kind ?? (reading.raw('kind') === undefined && !isOther ? choices.defaultKind : undefined),
		...(manager !== undefined && {
			manager: { value: manager, column: reading.column('manager') ?? 'manager' }
		}),
		eaten,
		problems,
		notes,
		deduced,
		cells
	};
}

function tableOf(understood: UnderstoodTable, choices: Choices): Table {
	const { columns } = understood;
	const chosen = folded(choices.kinds);
	// The same few words in thousands of rows.
	const kinds = new Map<string, ActorKind | undefined>();
	const meaning = (raw: string) =>
		chosen.get(foldText(raw)) ?? readKind(raw) ?? choices.defaultKind;
	return {
		understood,
		choices,
		read: readingOf(columns),
		nameColumn: columns.find(({ field }) => field === 'name')?.key,
		kindOf(raw) {
			if (!kinds.has(raw)) kinds.set(raw, meaning(raw));
			return kinds.get(raw);
		}
	};
}

function* structureRows(table: Table): Generator<StructureRow> {
	for (const row of table.understood.rows) yield structureRow(row, table);
}

/**
 * The rows of a table of structures, one after the other: of a large file none is kept.
 * @throws {FileRefusedError} at once, when no column says their names
 */
export function readStructures(
	understood: UnderstoodTable,
	choices: Choices
): Iterable<StructureRow> {
	const { columns } = understood;
	if (!columns.some(({ field }) => field === 'name' || field === 'id'))
		throw new FileRefusedError('no_name_column', { headers: headersOf(columns) });
	return structureRows(tableOf(understood, choices));
}

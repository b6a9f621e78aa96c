import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { Column } from './columns.ts';
import { FileRefusedError } from './problem.ts';
import { headersOf, readDay, readingOf, type Reading } from './row-reading.ts';
import type { StructureRow } from './structure-rows.ts';
import type { TieRow } from './tie-rows.ts';
import type { UnderstoodTable } from './understand.ts';
import { isAbsurdDay, readList } from './values.ts';
import { readResourceKind } from './vocabulary.ts';

/** A list of shared resources as what it comes down to: the resources, and who holds and uses each. */
export interface ResourceRows {
	resources: StructureRow[];
	ties: TieRow[];
}

const TEXTS = ['name', 'capacity', 'commune', 'codeInsee', 'description', 'projectId'] as const;

function resourceRow(
	reading: Reading,
	{ line, cells }: UnderstoodTable['rows'][number],
	columns: readonly Column[]
): StructureRow {
	const properties: StructureRow['properties'] = {};
	for (const field of TEXTS) {
		const raw = reading.raw(field);
		if (raw !== undefined) properties[field] = raw;
	}
	const name = reading.raw('name') ?? '';
	const columnOf = (field: string) => columns.find((column) => column.field === field)?.key;
	if (name === '') reading.problem('no_name', 'name', { column: columnOf('name') });
	const kind = reading.value('kind', readResourceKind, 'unknown_resource_kind');
	if (kind === undefined && reading.raw('kind') === undefined)
		reading.problem('no_resource_kind', 'kind', { column: columnOf('kind') });
	return {
		line,
		key: String(line),
		name,
		id: keyOf(line),
		nature: 'SharedResource',
		natureKind: kind ?? '',
		properties,
		eaten: [],
		problems: reading.problems,
		notes: reading.notes,
		deduced: [],
		cells
	};
}

/** By what its ties name it within the file. */
const keyOf = (line: number): string => `resource-${line}`;

function tieOf(
	holder: { name: string; commune?: string | undefined },
	type: RelationType,
	{ line, name, since }: { line: number; name: string; since: string | undefined }
): TieRow {
	return {
		line,
		name: `${holder.name} → ${name}`,
		source: { name: holder.name, commune: holder.commune },
		target: { reference: keyOf(line) },
		type,
		properties: since === undefined ? {} : { since },
		problems: [],
		notes: []
	};
}

/**
 * The rows of a table of shared resources.
 * @throws {FileRefusedError} when no column says their names
 */
export function readResources(understood: UnderstoodTable): ResourceRows {
	const { columns, rows } = understood;
	if (!columns.some(({ field }) => field === 'name'))
		throw new FileRefusedError('no_name_column', { headers: headersOf(columns) });
	const found: ResourceRows = { resources: [], ties: [] };
	const read = readingOf(columns);
	for (const row of rows) {
		const reading = read(row.cells);
		const since = reading.value('since', readDay(understood), 'bad_date');
		if (since !== undefined && isAbsurdDay(since)) reading.problem('absurd_date', 'since');
		const resource = resourceRow(reading, row, columns);
		found.resources.push(resource);
		const of = { line: row.line, name: resource.name, since };
		const holder = reading.raw('holder');
		const commune = reading.raw('holderCommune');
		if (holder !== undefined) found.ties.push(tieOf({ name: holder, commune }, 'HOLDS', of));
		for (const user of readList(reading.raw('users') ?? ''))
			found.ties.push(tieOf({ name: user }, 'USES', of));
	}
	return found;
}

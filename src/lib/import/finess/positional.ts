import { FileRefusedError, type RowRemark } from '../problem.ts';
import { eachRecord, type RawRow } from '../separated.ts';
import { readNumber } from '../values.ts';
import { toDegrees } from './projections.ts';
import {
	fullName,
	headerRow,
	natureOf,
	placeOf,
	pointOf,
	routingOf,
	rowOf,
	type Cells
} from './table.ts';

const HEAD = 4000;
const SECTION =
	/^\uFEFF?"?(?:finess"?;"?etalab"?;|(?:structureet|structureej|geolocalisation)"?;)/im;
/** More than twice the whole of France: a bound on what is kept in memory. */
const MAX_RECORDS = 600_000;

/** True for the extracts FINESS publishes on data.gouv.fr: no header, the section before each line. */
export const isPositional = (text: string): boolean => SECTION.test(text.slice(0, HEAD));

interface Located {
	x: string;
	y: string;
	projection: string;
}

/** A quoted cell may hold line breaks: as many lines as this at most. */
const MOST_LINES = 50;

/**
 * The records of an extract, cut into their fields when these are asked for. Nearly all its lines hold no
 * quote and are cut where they are: sections of different widths cost the parser of tables an error for
 * each line.
 * @throws {FileRefusedError} for a quote never closed
 */
function eachLine(
	text: string,
	take: (section: string, read: () => string[], line: number) => void
): void {
	const quotesIn = (from: number, to: number): number => text.slice(from, to).split('"').length - 1;
	let line = 0;
	let quote = text.indexOf('"');
	for (let start = 0; start < text.length;) {
		const first = ++line;
		let end = endOf(text, start);
		if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
		const isQuoted = quote !== -1 && quote < end;
		let quotes = isQuoted ? quotesIn(start, end) : 0;
		while (quotes % 2 === 1 && end < text.length && line - first < MOST_LINES) {
			const next = endOf(text, end + 1);
			quotes += quotesIn(end, next);
			end = next;
			line++;
		}
		const record = text.slice(start, text.charCodeAt(end - 1) === RETURN ? end - 1 : end);
		const read = isQuoted ? () => quotedFields(record, first) : () => record.split(';');
		take(sectionOf(record), read, first);
		start = end + 1;
	}
}

const RETURN = 0x0d;

function quotedFields(record: string, line: number): string[] {
	let found: string[] = [];
	const broken = eachRecord(record, ';', (fields) => void (found = fields));
	if (broken) throw new FileRefusedError('open_quote', { line });
	return found;
}

/** What a line is of: its first field. */
const sectionOf = (record: string): string =>
	(/^\uFEFF?"?(\w*)"?(?:;|$)/.exec(record)?.[1] ?? '').toLowerCase();

function endOf(text: string, from: number): number {
	const at = text.indexOf('\n', from);
	return at === -1 ? text.length : at;
}

const digits = (text: string, length: number): string =>
	/^\d+$/.test(text) ? text.padStart(length, '0') : text;

/** `nofinesset` to `maj`, 31 fields (cs1100502 of data.gouv.fr). */
function establishment(line: number, f: readonly string[], at: Located | undefined): RawRow {
	const [finess = '', manager = '', short = '', long = ''] = f.slice(1);
	const departement = digits(f[13] ?? '', 2).toUpperCase();
	const notes: RowRemark[] = [];
	const cells: Cells = {
		nofinesset: finess,
		nofinessej: manager,
		rs: fullName(short, long),
		categetab: digits(f[18] ?? '', 3),
		libcategetab: f[19] ?? '',
		siret: f[22] ?? '',
		dateouv: f[28] ?? '',
		...routingOf(f[15] ?? ''),
		...placeOf(departement, f[12] ?? '')
	};
	if (at) {
		const written = `${at.x} ; ${at.y}`;
		const [x, y] = [readNumber(at.x, '.'), readNumber(at.y, '.')];
		const { projection } = at;
		const point =
			x === undefined || y === undefined ? 'outside' : toDegrees(x, y, { projection, departement });
		const said = pointOf(point, written);
		Object.assign(cells, said.cells);
		notes.push(...said.notes);
	}
	return rowOf(line, cells, notes);
}

/** `nofiness` to `datecrea`, 22 fields (cs1100501 of data.gouv.fr). */
function manager(line: number, f: readonly string[]): RawRow {
	const [finess = '', short = '', long = ''] = f.slice(1);
	const { cells, notes } = natureOf(digits(f[16] ?? '', 2));
	return rowOf(
		line,
		{
			nofinesset: finess,
			rs: fullName(short, long),
			libstatutjuridique: f[17] ?? '',
			siren: f[20] ?? '',
			dateouv: f[22] ?? '',
			...routingOf(f[12] ?? ''),
			...placeOf(digits(f[13] ?? '', 2).toUpperCase(), f[11] ?? ''),
			...cells
		},
		notes
	);
}

/**
 * The structures of an extract as rows of a table: those that manage first, each establishment with its
 * point from the section of places.
 * @throws {FileRefusedError} when there are none, or too many lines
 */
export function readPositional(text: string): { rows: RawRow[]; date?: string } {
	const places = new Map<string, Located>();
	let date: string | undefined;
	let records = 0;
	// Places come last in the file, and each establishment is read with its own: twice through the text
	// costs less than keeping all it says.
	eachLine(text, (section, read) => {
		if (++records > MAX_RECORDS) throw new FileRefusedError('too_many_rows', { most: MAX_RECORDS });
		if (section === 'geolocalisation') {
			const [, finess = '', x = '', y = '', ...projection] = read();
			if (x !== '' || y !== '') places.set(finess, { x, y, projection: projection.join(',') });
		} else if (section === 'finess') date ??= DAY.exec(read()[3] ?? '')?.[0];
		else if (section !== 'structureet' && section !== 'structureej') read();
	});
	const managers: RawRow[] = [];
	const establishments: RawRow[] = [];
	eachLine(text, (section, read, line) => {
		if (section === 'structureej') managers.push(manager(line, read()));
		else if (section === 'structureet') {
			const fields = read();
			establishments.push(establishment(line, fields, places.get(fields[1] ?? '')));
		}
	});
	return {
		rows: [headerRow(1), ...managers, ...establishments],
		...(date !== undefined && { date })
	};
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

import { isPartialDate, type PartialDate } from '#lib/domain/dates.ts';
import { foldText } from '#lib/domain/text.ts';
import type { DateOrder, Decimal } from './choices.ts';

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})$/;

const two = (text: string): string => text.padStart(2, '0');
/** Of a year written with two figures: nothing we are told of is later than the twenties. */
const fullYear = (year: string): string =>
	year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`;

const MONTHS = new Map(
	'janvier,january|fevrier,february|mars,march|avril,april|mai,may|juin,june|juillet,july|aout,august|septembre,september|octobre,october|novembre,november|decembre,december'
		.split('|')
		.flatMap((names, i) => names.split(',').map((name) => [name, two(String(i + 1))]))
);

/** `14 mars 2021`, `mars 2021`. */
function inWords(raw: string): string | undefined {
	const parts = foldText(raw).replace('1er', '1').split(' ');
	const year = parts.at(-1) ?? '';
	const month = MONTHS.get(parts.at(-2) ?? '');
	if (!/^\d{4}$/.test(year) || month === undefined) return undefined;
	if (parts.length === 2) return `${year}-${month}`;
	return parts.length === 3 && /^\d{1,2}$/.test(parts[0] ?? '')
		? `${year}-${month}-${two(parts[0] ?? '')}`
		: undefined;
}

/** A date as precise as it is written, or `undefined` when it is none. */
export function readDate(raw: string, order: DateOrder): PartialDate | undefined {
	const text = raw.trim();
	const slashed = SLASHED.exec(text);
	const month = MONTH_YEAR.exec(text);
	let date: string | undefined;
	if (slashed) {
		const [, first = '', second = '', year = ''] = slashed;
		const [day, mon] = order === 'dmy' ? [first, second] : [second, first];
		date = `${fullYear(year)}-${two(mon)}-${two(day)}`;
	} else if (month) date = `${month[2] ?? ''}-${two(month[1] ?? '')}`;
	else if (/^\d{4}(-\d{2}){0,2}$/.test(text)) date = text;
	else if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) date = text.slice(0, 10);
	else if (/^\d{4}\/\d{2}\/\d{2}$/.test(text)) date = text.replaceAll('/', '-');
	else date = inWords(text);
	return date !== undefined && isPartialDate(date) ? date : undefined;
}

/** What spreadsheets write for a day they do not have: the zero of their calendar. */
const ZERO_DAY = /^(1899-12-3[01]|1900-01-01)$/;
const FURTHEST_YEARS = 25;

/** A day before there was anything to date, or further ahead than anybody plans. */
export const isAbsurdDay = (date: PartialDate): boolean =>
	Number(date.slice(0, 4)) < 1900 || isAbsurdOpening(date);

/** The same of the opening of a structure: some hospitals are centuries old. */
export const isAbsurdOpening = (date: PartialDate): boolean =>
	ZERO_DAY.test(date) || Number(date.slice(0, 4)) > new Date().getFullYear() + FURTHEST_YEARS;

/** More euros than the State gives to all of primary care in a year. */
export const MOST_EUROS = 10_000_000_000;

const DAY = 86_400_000;

/** Of a workbook: a day that lost its format is the number of days since the end of 1899. */
export function readSerialDate(raw: string): PartialDate | undefined {
	if (!/^[2-6]\d{4}$/.test(raw)) return undefined;
	return new Date(Date.UTC(1899, 11, 30) + Number(raw) * DAY).toISOString().slice(0, 10);
}

/** What the dates of some columns say of the order of day and month; both ways means neither is safe. */
export function dateOrderOf(cells: Iterable<string>): {
	order: DateOrder;
	sure: boolean;
	seen: boolean;
} {
	let dayFirst = 0;
	let monthFirst = 0;
	let seen = false;
	for (const cell of cells) {
		const match = SLASHED.exec(cell.trim());
		if (!match) continue;
		seen = true;
		if (Number(match[1]) > 12) dayFirst++;
		if (Number(match[2]) > 12) monthFirst++;
	}
	const order = monthFirst > dayFirst ? 'mdy' : 'dmy';
	return { order, sure: !seen || dayFirst > 0 !== monthFirst > 0, seen };
}

const SPACES = /[\s\u00a0\u202f]/g;

/** Numbers with a mark between thousands, by their decimal mark. */
const GROUPED: Readonly<Record<Decimal, RegExp>> = {
	',': /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
	'.': /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
};

/** A number with its spaces and currency taken off, or `undefined` when it is none. */
export function readNumber(raw: string, decimal: Decimal): number | undefined {
	const bare = raw.replace(SPACES, '').replace(/(?:€|eur|euros?)$/i, '');
	const thousands = decimal === ',' ? '.' : ',';
	const plain = GROUPED[decimal].test(bare) ? bare.replaceAll(thousands, '') : bare;
	// The other mark before one or two digits can be nothing but a decimal mark.
	const text = /^-?\d+[.,]\d{1,2}$/.test(plain)
		? plain.replace(',', '.')
		: plain.replace(decimal, '.');
	return /^-?\d+(?:\.\d+)?(?:E\+?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/** The decimal mark the numbers of some columns have; a point when none tells. */
export function decimalOf(cells: Iterable<string>): Decimal {
	let comma = 0;
	let point = 0;
	for (const cell of cells) {
		const bare = cell.replace(SPACES, '').replace(/(?:€|eur|euros?)$/i, '');
		if (/^-?[\d.]*\d,(?:\d{1,2}|\d{4,})$/.test(bare)) comma++;
		if (/^-?[\d,]*\d\.(?:\d{1,2}|\d{4,})$/.test(bare)) point++;
	}
	return comma > point ? ',' : '.';
}

/** Between the items of a list inside a cell. */
export const readList = (raw: string): string[] => [
	...new Set(
		raw
			.split(/[;|\n]/)
			.map((item) => item.trim())
			.filter(Boolean)
	)
];

const YES = new Set(['oui', 'o', 'yes', 'y', 'true', 'vrai', '1', 'x']);
const NO = new Set(['non', 'n', 'no', 'false', 'faux', '0']);

export function readBoolean(raw: string): boolean | undefined {
	const folded = foldText(raw);
	if (YES.has(folded)) return true;
	return NO.has(folded) ? false : undefined;
}

/** Years of a period: `2022`, `2022-2024`, or between two dates. */
export function readPeriod(raw: string, order: DateOrder): string | undefined {
	const text = raw.trim();
	if (/^\d{4}$/.test(text)) return text;
	const years = /^(\d{4})\s*[-–/_]\s*(\d{4})$/.exec(text);
	const ends = years
		? [years[1], years[2]]
		: text.split(/\s*(?:[_]|\s-\s|\bau\b|\bto\b)\s*|(?<=\d{4}-\d{2}-\d{2})\//);
	const dates = ends.map((end) => readDate(end ?? '', order)?.slice(0, 4));
	const [from, to = from] = dates;
	if (from === undefined || to === undefined || dates.length > 2 || to < from) return undefined;
	return from === to ? from : `${from}-${to}`;
}

/** `http://` for an address written without it. */
export const readAddress = (raw: string): string =>
	/^https?:\/\//i.test(raw) ? raw : `https://${raw}`;

import type { RowRemark } from '../problem.ts';
import type { RawRow } from '../separated.ts';
import { kindOfStatus, isPerson } from './categories.ts';
import type { Point } from './projections.ts';

/** By whom the claims of these files are made: the register's own name. */
export const FINESS = 'FINESS';

/** FINESS's own names where it has one, so that a file of refused rows is read again as it is. */
export const HEADERS = [
	'nofinesset',
	'nofinessej',
	'rs',
	'categetab',
	'libcategetab',
	'libstatutjuridique',
	'siret',
	'siren',
	'commune',
	'code insee',
	'code postal',
	'departement',
	'region',
	'dateouv',
	'latitude',
	'longitude'
] as const;
type Header = (typeof HEADERS)[number];

/** One structure of a file, by header. */
export type Cells = Partial<Record<Header, string>>;

export const headerRow = (line: number): RawRow => ({ line, cells: [...HEADERS] });

export const rowOf = (line: number, cells: Cells, notes: readonly RowRemark[]): RawRow => ({
	line,
	cells: HEADERS.map((header) => cells[header] ?? ''),
	...(notes.length > 0 && { notes })
});

const OVERSEAS: Readonly<Record<string, string>> = {
	'9A': '971',
	'9B': '972',
	'9C': '973',
	'9D': '974',
	'9F': '976'
};
/** Communes that left Guadeloupe in 2007, which FINESS still counts there. */
const RENUMBERED: Readonly<Record<string, string>> = { '97123': '97701', '97127': '97801' };
/** Their agence régionale de santé is that of Guadeloupe. */
const GUADELOUPE = '01';

/** Where a structure is, from the départements and communes of FINESS: `01` and `451`, `9A` and `123`. */
export function placeOf(departement: string, commune: string): Cells {
	const code = commune === '' ? '' : commune.padStart(3, '0');
	if (!departement.startsWith('9') || /^\d+$/.test(departement))
		return {
			departement,
			...(code !== '' && { 'code insee': `${departement}${code}` })
		};
	const whole = code === '' ? '' : `${departement >= '9G' ? '98' : '97'}${code}`;
	const now = RENUMBERED[whole];
	if (now !== undefined) return { 'code insee': now, region: GUADELOUPE };
	return { departement: OVERSEAS[departement] ?? '', 'code insee': whole };
}

/** The more telling of a structure's two names: FINESS cuts the short one, and leaves the long one out. */
export function fullName(short: string, long: string): string {
	const [a, b] = [short, long].map((name) => name.trim().replace(/\s+/g, ' '));
	return (b ?? '').length >= (a ?? '').length ? (b ?? '') : (a ?? '');
}

/** `01440 VIRIAT`, `97405 ST DENIS CEDEX`: the postal code and the commune its mail goes through. */
export function routingOf(line: string): Cells {
	const [, postal = '', town = line] = /^(\d{4,5})\s+(.*)$/.exec(line.trim()) ?? [];
	return {
		'code postal': postal === '' ? '' : postal.padStart(5, '0'),
		commune: town.replace(/\s+CEDEX\b.*$/i, '').trim()
	};
}

/** A point as cells, with what is told of one that was put right or left out. */
export function pointOf(point: Point, written: string): { cells: Cells; notes: RowRemark[] } {
	const remark = { field: 'lat', column: 'latitude', value: written };
	if (point === 'outside') return { cells: {}, notes: [{ ...remark, code: 'place_outside' }] };
	const { lat, lon, swapped } = point;
	return {
		cells: { latitude: String(lat), longitude: String(lon) },
		notes: swapped ? [{ ...remark, code: 'swapped_place' }] : []
	};
}

/** The nature of who manages establishments, in the column of categories; a person is left out. */
export function natureOf(status: string): { cells: Cells; notes: RowRemark[] } {
	if (isPerson(status))
		return {
			cells: {},
			notes: [{ code: 'natural_person', field: 'kind', column: 'statutjuridique', value: status }]
		};
	return { cells: { categetab: kindOfStatus(status) ?? `statut ${status}` }, notes: [] };
}

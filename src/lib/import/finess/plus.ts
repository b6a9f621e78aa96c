import * as v from 'valibot';
import { FileRefusedError, type RowRemark } from '../problem.ts';
import type { RawRow } from '../separated.ts';
import { readNumber } from '../values.ts';
import { degrees, toDegrees } from './projections.ts';
import { fullName, headerRow, natureOf, pointOf, routingOf, rowOf, type Cells } from './table.ts';

/** Names differ between the published schema and the published files by their capitals only. */
type Thing = Readonly<Record<string, unknown>>;

const HEAD = 2000;

/** True for FINESS+, the JSON that replaces the extracts in 2026. */
export const isFinessPlus = (text: string): boolean => {
	const head = text.slice(0, HEAD);
	return /^\uFEFF?\s*\{/.test(head) && /"(?:pmej|gco|gcc)"\s*:/.test(head);
};

const isThing = (value: unknown): value is Thing =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function lowered(value: unknown): Thing {
	if (!isThing(value)) return {};
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text, a number, or a code with the system it is from. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number') return String(value);
	return isThing(value) && 'code' in value ? textOf(value['code']) : '';
}

const PRINCIPAL = '03';

function place(addresses: unknown): { cells: Cells; notes: RowRemark[] } {
	const all = listOf(addresses).map(lowered);
	const main = all.find((each) => textOf(each['usageadresse']) === PRINCIPAL) ?? all[0];
	if (!main) return { cells: {}, notes: [] };
	const { commune = '' } = routingOf(textOf(main['ligneacheminement']));
	const insee = textOf(main['cogcommune']).toUpperCase();
	const cells: Cells = { commune, 'code insee': insee, 'code postal': textOf(main['codepostal']) };
	const point = lowered(main['coordonneesgeographique']);
	const [rawX, rawY] = [textOf(point['coordonneex']), textOf(point['coordonneey'])];
	const [x, y] = [readNumber(rawX, '.'), readNumber(rawY, '.')];
	if (rawX === '' && rawY === '') return { cells, notes: [] };
	const departement = { projection: '', departement: FINESS_CODE[insee.slice(0, 3)] ?? '' };
	const inDegrees = (value: number): boolean => Math.abs(value) <= 180;
	const found =
		x === undefined || y === undefined
			? 'outside'
			: inDegrees(x) && inDegrees(y)
				? degrees(x, y)
				: toDegrees(x, y, departement);
	const said = pointOf(found, `${rawX} ; ${rawY}`);
	return { cells: { ...cells, ...said.cells }, notes: said.notes };
}

const FINESS_CODE: Readonly<Record<string, string>> = {
	'971': '9A',
	'972': '9B',
	'973': '9C',
	'974': '9D',
	'975': '9E',
	'976': '9F',
	'977': '9A',
	'978': '9A',
	'986': '9J'
};

/** `A` is open; what closed is left out, and said so. */
function closed(state: unknown, name: string): RowRemark[] {
	const code = textOf(state);
	return code === '' || code.toUpperCase() === 'A'
		? []
		: [{ code: 'closed_structure', field: 'name', column: 'etatObjet', value: name }];
}

/** Rows have no line in such a file: they are counted as a table's would, from 2. */
function* structures(pmej: readonly unknown[]): Generator<RawRow> {
	let line = 1;
	for (const each of pmej) {
		const legal = lowered(each);
		const about = lowered(legal['informationsgeneralespmej']);
		const finess = textOf(about['numfinesspm']);
		const rs = fullName(
			textOf(about['denominationpm']),
			textOf(about['denominationlonguepmsmsse'])
		);
		const nature = natureOf(textOf(about['statutjuridique']));
		const at = place(legal['adresse']);
		yield rowOf(
			++line,
			{
				nofinesset: finess,
				rs,
				siren: textOf(about['siren']),
				dateouv: textOf(about['datecreation']),
				...at.cells,
				...nature.cells
			},
			[...closed(legal['etatobjet'] ?? about['etatobjet'], rs), ...nature.notes, ...at.notes]
		);
		for (const one of listOf(legal['ege'])) {
			const site = lowered(one);
			const said = lowered(site['informationsgeneralesege']);
			const name = fullName(textOf(said['nomegecourt']), textOf(said['nomegelong']));
			const where = place(site['adresse']);
			yield rowOf(
				++line,
				{
					nofinesset: textOf(said['numfinessege']),
					nofinessej: finess,
					rs: name,
					categetab: textOf(site['categorieentitegeographiqueexercice']),
					siret: textOf(said['siret'] ?? site['siret']),
					dateouv: textOf(said['dateouverture']),
					...where.cells
				},
				[...closed(site['etatobjet'], name), ...where.notes]
			);
		}
	}
}

const FILE = v.looseObject({ pmej: v.array(v.unknown()) });

/**
 * The structures of a FINESS+ file as rows of a table, each followed by its establishments.
 * @throws {FileRefusedError} when it is not the JSON that FINESS+ describes
 */
export function readFinessPlus(text: string): { rows: RawRow[]; date?: string } {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new FileRefusedError('bad_json');
	}
	const file = v.safeParse(FILE, json);
	if (!file.success) throw new FileRefusedError('not_finess_plus');
	const date = textOf(lowered(file.output)['generatedat']).slice(0, 10);
	return {
		rows: [headerRow(1), ...structures(file.output.pmej)],
		...(/^\d{4}-\d{2}-\d{2}$/.test(date) && { date })
	};
}

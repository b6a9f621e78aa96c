import * as v from 'valibot';
import { isPartialDate } from '../dates.ts';
import { FICTIONAL_REGION_CODE, isDepartementCode, isRegionCode } from '../vocabulary/regions.ts';
import {
	isCommuneCode,
	isFiness,
	isPostalCode,
	isRna,
	isSiren,
	isSiret,
	isSlug,
	isWebAddress
} from './identifiers.ts';
import type { ProblemCode } from './problem.ts';

const textThat = (test: (text: string) => boolean, code: ProblemCode) =>
	v.pipe(v.string(), v.check(test, code));

const numberThat = (test: (value: number) => boolean, code: ProblemCode) =>
	v.pipe(v.number(), v.check(test, code));

/** A list in which nothing comes twice. */
export const listOf = <T extends string>(item: v.GenericSchema<unknown, T>) =>
	v.pipe(
		v.array(item),
		v.check((items: T[]) => new Set(items).size === items.length, 'repeated_item')
	);

export const id = textThat(isSlug, 'bad_id');
export const text = textThat((t) => t.trim() !== '', 'empty_text');
export const texts = listOf(text);
export const siren = textThat(isSiren, 'bad_siren');
export const siret = textThat(isSiret, 'bad_siret');
export const finess = textThat(isFiness, 'bad_finess');
export const rna = textThat(isRna, 'bad_rna');
export const communeCode = textThat(isCommuneCode, 'bad_commune_code');
export const communeCodes = listOf(communeCode);
export const postalCode = textThat(isPostalCode, 'bad_postal_code');
export const departement = textThat(isDepartementCode, 'bad_departement');
export const region = textThat(isRegionCode, 'bad_region');
export const arsCode = textThat(
	(t) => isRegionCode(t) || t === FICTIONAL_REGION_CODE,
	'bad_region'
);
export const latitude = numberThat((n) => Math.abs(n) <= 90, 'bad_latitude');
export const longitude = numberThat((n) => Math.abs(n) <= 180, 'bad_longitude');
export const url = textThat(isWebAddress, 'bad_url');
export const date = textThat(isPartialDate, 'bad_date');
export const instant = textThat(
	(t) => /^\d{4}-\d{2}-\d{2}T/.test(t) && !Number.isNaN(Date.parse(t)),
	'bad_instant'
);
export const year = numberThat((n) => Number.isInteger(n) && n >= 1800 && n <= 2100, 'bad_year');
export const amount = numberThat((n) => Number.isFinite(n) && n >= 0, 'bad_amount');
export const population = numberThat((n) => Number.isInteger(n) && n >= 0, 'bad_population');
/** Years an amount covers: `2022` or `2022-2024`. */
export const period = textThat((t) => {
	const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(t) ?? [];
	return from !== undefined && isPartialDate(from) && (to === undefined || to >= from);
}, 'bad_period');
/** `key@year=value` or `key=value`, the value a plain number. */
export const figure = textThat(
	(t) => /^[a-z0-9_]+(?:@\d{4})?=-?\d+(?:\.\d+)?$/.test(t),
	'bad_figure'
);

/** What figures are called, how they are computed, and their values with their units. */
import {
	FIGURES,
	type Figure,
	type FigureFamily,
	type FigureId
} from '#lib/network/indicators/model.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

type Said = Record<FigureId, () => string>;

const NAMES: Said = {
	structures: m.figures_name_structures,
	ess: m.figures_name_ess,
	partners: m.figures_name_partners,
	clustering: m.figures_name_clustering,
	mixing: m.figures_name_mixing,
	sharing: m.figures_name_sharing,
	groups: m.figures_name_groups,
	largest: m.figures_name_largest,
	isolated: m.figures_name_isolated,
	fragile: m.figures_name_fragile,
	brokers: m.figures_name_brokers,
	funders: m.figures_name_funders,
	concentration: m.figures_name_concentration,
	first_funder: m.figures_name_first_funder,
	access: m.figures_name_access,
	sourced: m.figures_name_sourced,
	freshness: m.figures_name_freshness
};
const FORMULAS: Said = {
	structures: m.figures_formula_structures,
	ess: m.figures_formula_ess,
	partners: m.figures_formula_partners,
	clustering: m.figures_formula_clustering,
	mixing: m.figures_formula_mixing,
	sharing: m.figures_formula_sharing,
	groups: m.figures_formula_groups,
	largest: m.figures_formula_largest,
	isolated: m.figures_formula_isolated,
	fragile: m.figures_formula_fragile,
	brokers: m.figures_formula_brokers,
	funders: m.figures_formula_funders,
	concentration: m.figures_formula_concentration,
	first_funder: m.figures_formula_first_funder,
	access: m.figures_formula_access,
	sourced: m.figures_formula_sourced,
	freshness: m.figures_formula_freshness
};
const FAMILIES: Record<FigureFamily, () => string> = {
	who: m.figures_family_who,
	ties: m.figures_family_ties,
	whole: m.figures_family_whole,
	money: m.figures_family_money,
	access: m.figures_family_access,
	proof: m.figures_family_proof
};
export const figureName = (id: FigureId): string => NAMES[id]();
/** What is divided by what, in a sentence. */
export const figureFormula = (id: FigureId): string => FORMULAS[id]();
export const figureFamily = (family: FigureFamily): string => FAMILIES[family]();

/** A share as a percentage, with a decimal where that is all there is: « 42 % », « 0,4 % ». */
export const share = (value: number): string =>
	new Intl.NumberFormat(getLocale(), {
		style: 'percent',
		maximumFractionDigits: value > 0 && value < 0.1 ? 1 : 0
	}).format(value);

export const decimal = (value: number, digits: number): string =>
	new Intl.NumberFormat(getLocale(), { maximumFractionDigits: digits }).format(value);

const UNITS = {
	structures: m.figures_unit_structures,
	groups: m.figures_unit_groups,
	partners: m.figures_unit_partners,
	funders: m.figures_unit_funders,
	dimensions: m.figures_unit_dimensions,
	years: m.figures_unit_years
};

/** A number in the unit of a figure: « 42 % », « 2,4 partenaires », « 0,31 ». */
export function figureNumber(id: FigureId, value: number): string {
	const { unit } = FIGURES[id];
	if (unit === 'share') return share(value);
	if (unit === 'index') return decimal(value, 2);
	const words = { count: value, n: decimal(value, 1) };
	// Points that hold others together may be resources too.
	return id === 'fragile' ? m.figures_unit_points(words) : UNITS[unit](words);
}

/** The value of a figure with its unit, or that it is not known. */
export const figureValue = ({ id, value }: Figure): string =>
	value === undefined ? m.figures_unknown() : figureNumber(id, value);

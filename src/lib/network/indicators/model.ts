/** What a figure of a network is made of, whatever it measures: tables, comparisons and files read all alike. */

/**
 * What each figure is about, and in what it is counted, in reading order: a `share` and an `index` are from
 * 0 to 1, the others are counts or means of what they name.
 */
export const FIGURES = {
	structures: { family: 'who', unit: 'structures' },
	ess: { family: 'who', unit: 'share' },
	partners: { family: 'ties', unit: 'partners' },
	clustering: { family: 'ties', unit: 'share' },
	mixing: { family: 'ties', unit: 'share' },
	sharing: { family: 'ties', unit: 'share' },
	groups: { family: 'whole', unit: 'groups' },
	largest: { family: 'whole', unit: 'share' },
	isolated: { family: 'whole', unit: 'share' },
	fragile: { family: 'whole', unit: 'structures' },
	brokers: { family: 'whole', unit: 'share' },
	funders: { family: 'money', unit: 'funders' },
	concentration: { family: 'money', unit: 'index' },
	first_funder: { family: 'money', unit: 'share' },
	access: { family: 'access', unit: 'dimensions' },
	sourced: { family: 'proof', unit: 'share' },
	freshness: { family: 'proof', unit: 'years' }
} as const;

export type FigureId = keyof typeof FIGURES;
export type FigureFamily = (typeof FIGURES)[FigureId]['family'];

export const FIGURE_FAMILIES = [
	'who',
	'ties',
	'whole',
	'money',
	'access',
	'proof'
] as const satisfies readonly FigureFamily[];

const isFigureId = (name: string): name is FigureId => Object.hasOwn(FIGURES, name);
export const FIGURE_IDS: readonly FigureId[] = Object.keys(FIGURES).filter(isFigureId);

/** Why a figure has no value: never a zero in place of what is not known. */
export const UNKNOWNS = [
	'no_structure',
	'undocumented',
	'too_few',
	'no_broker',
	'one_sector',
	'no_funding',
	'no_project',
	'not_collected',
	'no_relation'
] as const;
export type Unknown = (typeof UNKNOWNS)[number];

/**
 * What a range says: `error`, where the value lies in 95 cases of 100; `bounds`, what is not known being
 * all one way, then all the other; `left_out`, one item left out at a time; `quartiles`, the middle half.
 */
export const RANGE_KINDS = ['error', 'bounds', 'left_out', 'quartiles'] as const;
export interface FigureRange {
	low: number;
	high: number;
	kind: (typeof RANGE_KINDS)[number];
}

/** A figure inside a figure: a class, a dimension, a structure by its id. */
export interface FigurePart {
	key: string;
	value: number;
	/** The first and the last rank it has when the data change a little. */
	ranks?: readonly [number, number] | undefined;
	/** The most a value estimated from a sample errs by, in 95 cases of 100. */
	error?: number | undefined;
}

export interface Figure {
	id: FigureId;
	/** Absent when `unknown` says why; never infinite, never `NaN`. */
	value?: number | undefined;
	unknown?: Unknown | undefined;
	range?: FigureRange | undefined;
	/** What chance alone, or equal parts, would give. */
	expected?: number | undefined;
	/** How many things it is about. */
	base: number;
	/** For how many of these it is known. */
	known: number;
	/** Measured on too few to compare: one more or one less would change it. */
	small: boolean;
	parts: readonly FigurePart[];
}

/** Below this many, one more or one less moves a share by more than ten points. */
const SMALL = 10;

/** A figure as measured, with what most have filled in. */
export const measured = (
	id: FigureId,
	value: number,
	{
		base,
		known = base,
		parts = [],
		...more
	}: Pick<Figure, 'base' | 'range' | 'expected'> & Partial<Pick<Figure, 'known' | 'parts'>>
): Figure => ({
	...{ id, value, base, known, parts },
	// A count of structures is what it is, however low.
	small: known < SMALL && id !== 'structures',
	...more
});

/** A figure that cannot be given, and why. */
export const notKnown = (id: FigureId, unknown: Unknown, base = 0): Figure => ({
	id,
	unknown,
	base,
	known: 0,
	parts: [],
	small: false
});

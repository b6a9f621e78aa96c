/** What a reader has chosen to see in the explorer. Its address is the only place where it lives. */
import { CERTAINTIES, type Certainty } from '../claims.ts';
import { RELATION_STATUSES, type RelationStatus } from '../status.ts';
import { KIND_GROUPS, type KindGroup } from '../vocabulary/actor-kinds.ts';
import { ACCESS_DIMENSIONS } from '../vocabulary/project-kinds.ts';
import { DRAWN_FAMILIES, type Family } from '../vocabulary/relation-types.ts';

export const VIEWS = [
	'reseau',
	'carte',
	'tableau',
	'texte',
	'mutualisation',
	'financements'
] as const;
export type View = (typeof VIEWS)[number];
export const PANELS = ['fiche', 'a-part', 'chemins', 'sources'] as const;
export type Panel = (typeof PANELS)[number];

/** What a legend line filters: the groups of kinds, and the project itself. */
export const VIEW_GROUPS = [...KIND_GROUPS, 'project'] as const;
export type ViewGroup = KindGroup | 'project';

/** Social economy, or not, or not known: what nobody collected is a value of its own. */
export const ESS_VALUES = ['oui', 'non', 'inconnu'] as const;
export type EssValue = (typeof ESS_VALUES)[number];

/** Dimensions of access worked on by the projects one takes part in, or none known. */
export const ACCESS_VALUES = [...ACCESS_DIMENSIONS, 'inconnu'] as const;
export type AccessValue = (typeof ACCESS_VALUES)[number];

/** What a node's size says. */
export const SIZE_MEASURES = ['cooperations', 'financement', 'egale'] as const;
export type SizeMeasure = (typeof SIZE_MEASURES)[number];

/** Everything drawn at 3:1 against its ground: as the system asks, always, or never. */
export const CONTRASTS = ['auto', 'renforce', 'habituel'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** How far a selection carries its emphasis, in ties; 0 is its whole connected group. */
export const DEPTHS = [1, 2, 3, 0] as const;
export type Depth = (typeof DEPTHS)[number];

/** From few names to all that find room. */
export const LABEL_DENSITIES = [0, 1, 2, 3, 4] as const;
export type LabelDensity = (typeof LABEL_DENSITIES)[number];

/** The part of the picture in the frame: a centre and how much is seen, 1 being all of it. */
export interface Camera {
	x: number;
	y: number;
	ratio: number;
}

/** A place of the layout, to its hundredths. */
export interface Place {
	x: number;
	y: number;
}
/** Places set by hand an address has room for. */
export const MOST_PINS = 60;

export const TABLES = ['ties', 'nodes'] as const;
export type TableName = (typeof TABLES)[number];

/** How a table is read: nothing of it is as on a first visit. */
export interface TableChoice {
	/** Id of the column it is sorted by. */
	by?: string | undefined;
	down: boolean;
	/** Words its rows must hold. */
	query: string;
	/** Ids of the columns shown. */
	columns?: ReadonlySet<string> | undefined;
}

/** The part of the map in the frame: its centre in degrees, and a zoom as maps count them. */
export interface MapCamera {
	lon: number;
	lat: number;
	zoom: number;
}

/** What passes. A set holds what is shown; an absent one shows everything. */
export interface Filters {
	families: ReadonlySet<Family>;
	/** Groups not drawn. */
	hiddenGroups: ReadonlySet<ViewGroup>;
	statuses: ReadonlySet<RelationStatus>;
	certainties: ReadonlySet<Certainty>;
	ess: ReadonlySet<EssValue>;
	access: ReadonlySet<AccessValue>;
	/** Nodes whose neighbours are shown whatever hides them, the years apart. */
	expanded: ReadonlySet<string>;
	/** Codes of the départements shown; absent: everywhere, and those without a place. */
	departements?: ReadonlySet<string> | undefined;
	/** Relations alive in this year only. */
	year?: number | undefined;
	/** Compared with `year`: relations alive in either are shown. Alone it says nothing. */
	comparedYear?: number | undefined;
}

export interface ViewState extends Filters {
	view: View;
	panel: Panel;
	/** A node or a relation of the network. */
	selection?: { kind: 'node' | 'edge'; id: string } | undefined;
	/** Nodes selected with it. */
	others: ReadonlySet<string>;
	/** What does not pass is paler instead of gone. */
	dim: boolean;
	/** Ends of the path looked for. */
	from?: string | undefined;
	to?: string | undefined;
	/** The alternative shown, from 1. */
	path: number;
	depth: Depth;
	size: SizeMeasure;
	labels: LabelDensity;
	contrast: Contrast;
	camera?: Camera | undefined;
	/** Nodes put somewhere by hand. */
	pins: ReadonlyMap<string, Place>;
	tables: Readonly<Record<TableName, TableChoice>>;
	/** Absent: every place shown. */
	mapCamera?: MapCamera | undefined;
	/** For a meeting: nothing to edit, more room. */
	reading: boolean;
}

/** Horizontal ties and money; the families that turn every network into a star wait in the legend. */
export const DEFAULT_FAMILIES: readonly Family[] = ['cooperation', 'sharing', 'funding'];
export const DEFAULT_HIDDEN_GROUPS: readonly ViewGroup[] = ['ars', 'project'];

export const defaultFilters = (): Filters => ({
	families: new Set(DEFAULT_FAMILIES),
	hiddenGroups: new Set(DEFAULT_HIDDEN_GROUPS),
	statuses: new Set(RELATION_STATUSES),
	certainties: new Set(CERTAINTIES),
	ess: new Set(ESS_VALUES),
	access: new Set(ACCESS_VALUES),
	expanded: new Set(),
	departements: undefined,
	year: undefined,
	comparedYear: undefined
});

/** Filters that let everything pass. */
export const everything = (): Filters => ({
	...defaultFilters(),
	families: new Set(DRAWN_FAMILIES),
	hiddenGroups: new Set()
});

export const defaultViewState = (): ViewState => ({
	...defaultFilters(),
	view: 'reseau',
	panel: 'fiche',
	others: new Set(),
	dim: false,
	path: 1,
	depth: 1,
	size: 'cooperations',
	labels: 2,
	contrast: 'auto',
	pins: new Map(),
	tables: { ties: { down: false, query: '' }, nodes: { down: false, query: '' } },
	reading: false
});

/** A copy of a set with one item the other way round. */
export function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
	const copy = new Set(set);
	if (!copy.delete(item)) copy.add(item);
	return copy;
}

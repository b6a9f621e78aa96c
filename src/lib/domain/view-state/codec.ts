/**
 * The address of a view, version 1. Reload, share and Back give the same picture. Pure, both ways: one
 * line a parameter, one state one address.
 */
import { CERTAINTIES } from '../claims.ts';
import { RELATION_STATUSES } from '../status.ts';
import { DRAWN_FAMILIES } from '../vocabulary/relation-types.ts';
import {
	camera,
	flag,
	id,
	ids,
	listOf,
	mapCamera,
	number,
	oneOf,
	pins,
	table,
	territories,
	type Parameter
} from './parameters.ts';
import {
	ACCESS_VALUES,
	CONTRASTS,
	DEFAULT_FAMILIES,
	DEFAULT_HIDDEN_GROUPS,
	DEPTHS,
	defaultViewState,
	ESS_VALUES,
	LABEL_DENSITIES,
	PANELS,
	SIZE_MEASURES,
	TABLES,
	VIEW_GROUPS,
	VIEWS,
	type ViewState
} from './state.ts';

/** An address of a later version is read as far as it is understood, and said to be so. */
const VERSION = '1';
const VERSION_NAME = 'v';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const PARAMETERS: readonly Parameter[] = [
	oneOf(
		'vue',
		VIEWS,
		(s) => s.view,
		(view) => ({ view }),
		'reseau'
	),
	oneOf(
		'volet',
		PANELS,
		(s) => s.panel,
		(panel) => ({ panel }),
		'fiche'
	),
	id(
		'lien',
		(s) => (s.selection?.kind === 'edge' ? s.selection.id : undefined),
		(edge) => ({
			selection: { kind: 'edge', id: edge }
		})
	),
	id(
		'selection',
		(s) => (s.selection?.kind === 'node' ? s.selection.id : undefined),
		(node) => ({
			selection: { kind: 'node', id: node }
		})
	),
	ids(
		'avec',
		(s) => s.others,
		(others) => ({ others })
	),
	listOf(
		'familles',
		DRAWN_FAMILIES,
		DEFAULT_FAMILIES,
		(s) => s.families,
		(families) => ({
			families
		})
	),
	listOf(
		'masques',
		VIEW_GROUPS,
		DEFAULT_HIDDEN_GROUPS,
		(s) => s.hiddenGroups,
		(hiddenGroups) => ({
			hiddenGroups
		})
	),
	listOf(
		'statuts',
		RELATION_STATUSES,
		RELATION_STATUSES,
		(s) => s.statuses,
		(statuses) => ({
			statuses
		})
	),
	listOf(
		'certitudes',
		CERTAINTIES,
		CERTAINTIES,
		(s) => s.certainties,
		(certainties) => ({
			certainties
		})
	),
	listOf(
		'ess',
		ESS_VALUES,
		ESS_VALUES,
		(s) => s.ess,
		(ess) => ({ ess })
	),
	listOf(
		'acces',
		ACCESS_VALUES,
		ACCESS_VALUES,
		(s) => s.access,
		(access) => ({ access })
	),
	territories(
		'departements',
		(s) => s.departements,
		(departements) => ({ departements })
	),
	ids(
		'deplies',
		(s) => s.expanded,
		(expanded) => ({ expanded })
	),
	number(
		'annee',
		FIRST_YEAR,
		LAST_YEAR,
		(s) => s.year,
		(year) => ({ year })
	),
	number(
		'depuis',
		FIRST_YEAR,
		LAST_YEAR,
		(s) => (s.year === undefined ? undefined : s.comparedYear),
		(comparedYear) => ({
			comparedYear
		})
	),
	flag(
		'estomper',
		(s) => s.dim,
		(dim) => ({ dim })
	),
	id(
		'de',
		(s) => s.from,
		(from) => ({ from })
	),
	id(
		'vers',
		(s) => s.to,
		(to) => ({ to })
	),
	number(
		'chemin',
		1,
		9,
		(s) => (s.path === 1 ? undefined : s.path),
		(path) => ({ path })
	),
	oneOf(
		'portee',
		DEPTHS,
		(s) => s.depth,
		(depth) => ({ depth }),
		1
	),
	oneOf(
		'taille',
		SIZE_MEASURES,
		(s) => s.size,
		(size) => ({ size }),
		'cooperations'
	),
	oneOf(
		'noms',
		LABEL_DENSITIES,
		(s) => s.labels,
		(labels) => ({ labels }),
		2
	),
	oneOf(
		'contraste',
		CONTRASTS,
		(s) => s.contrast,
		(contrast) => ({ contrast }),
		'auto'
	),
	camera(
		'cadre',
		(s) => s.camera,
		(value) => ({ camera: value })
	),
	pins(
		'epingles',
		(s) => s.pins,
		(value) => ({ pins: value })
	),
	...TABLES.flatMap(table),
	mapCamera(
		'carte',
		(s) => s.mapCamera,
		(value) => ({ mapCamera: value })
	),
	{
		name: 'mode',
		read: (text) => (text === 'lecture' ? { reading: true } : undefined),
		write: (state) => (state.reading ? 'lecture' : undefined)
	}
];

export interface ParsedViewState {
	state: ViewState;
	/** Names of the parameters that said nothing we understand, and were left out. */
	ignored: string[];
}

/** Reads an address. What is damaged is left out and named; the rest still counts. */
export function parseViewState(params: URLSearchParams): ParsedViewState {
	let state = defaultViewState();
	const ignored: string[] = [];
	const version = params.get(VERSION_NAME);
	if (version !== null && version !== VERSION) ignored.push(VERSION_NAME);
	for (const { name, read } of PARAMETERS) {
		const texts = params.getAll(name);
		const [text] = texts;
		if (text === undefined) continue;
		const found = texts.length === 1 ? read(text, state) : undefined;
		if (found) state = { ...state, ...found };
		else ignored.push(name);
	}
	if (state.comparedYear !== undefined && state.year === undefined) {
		state = { ...state, comparedYear: undefined };
		ignored.push('depuis');
	}
	return { state, ignored };
}

/**
 * Writes a state over an address, leaving parameters that are not ours as they are. What is by
 * default is not written, and lists keep the order of the vocabulary.
 */
export function writeViewState(state: ViewState, params: URLSearchParams): URLSearchParams {
	const result = new URLSearchParams(params);
	result.delete(VERSION_NAME);
	for (const { name } of PARAMETERS) result.delete(name);
	for (const { name, write } of PARAMETERS) {
		const text = write(state);
		if (text !== undefined) result.set(name, text);
	}
	return result;
}

/**
 * What a reader has chosen to see in the explorer, and its address. The address is the only place
 * where it lives: reload, share and Back give the same picture. Pure, both ways.
 */
import { KIND_GROUPS, type KindGroup } from './vocabulary/actor-kinds.ts';
import { DRAWN_FAMILIES, type Family } from './vocabulary/relation-types.ts';

export const VIEWS = ['reseau', 'tableau'] as const;
export type View = (typeof VIEWS)[number];
export const PANELS = ['fiche', 'a-part', 'sources'] as const;
export type Panel = (typeof PANELS)[number];

/** What a legend line filters: the groups of kinds, and the project itself. */
export const VIEW_GROUPS = [...KIND_GROUPS, 'project'] as const;
export type ViewGroup = KindGroup | 'project';

export interface ViewState {
	view: View;
	panel: Panel;
	/** A node or a relation of the network. */
	selection?: { kind: 'node' | 'edge'; id: string } | undefined;
	/** Families drawn. */
	families: ReadonlySet<Family>;
	/** Groups not drawn. */
	hiddenGroups: ReadonlySet<ViewGroup>;
}

export interface ParsedViewState {
	state: ViewState;
	/** Names of the parameters that said nothing we understand, and were left out. */
	ignored: string[];
}

/** Horizontal ties and money; the families that turn every network into a star wait in the legend. */
export const DEFAULT_FAMILIES: readonly Family[] = ['cooperation', 'sharing', 'funding'];
export const DEFAULT_HIDDEN_GROUPS: readonly ViewGroup[] = ['ars', 'project'];

export const defaultViewState = (): ViewState => ({
	view: 'reseau',
	panel: 'fiche',
	families: new Set(DEFAULT_FAMILIES),
	hiddenGroups: new Set(DEFAULT_HIDDEN_GROUPS)
});

/** Ids are readable slugs; anything else in an address was not written by us. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:~-]{0,199}$/u;
const NONE = 'aucune';
const OURS = ['vue', 'volet', 'selection', 'lien', 'familles', 'masques'] as const;

const oneOf = <T extends string>(list: readonly T[], text: string): T | undefined =>
	list.find((item) => item === text);

function setOf<T extends string>(list: readonly T[], text: string): Set<T> | undefined {
	if (text === NONE) return new Set();
	const found = text.split(',').map((part) => oneOf(list, part));
	return found.some((item) => item === undefined)
		? undefined
		: new Set(found.filter((item) => item !== undefined));
}

/** Reads an address. What is damaged is left out and named; the rest still counts. */
export function parseViewState(params: URLSearchParams): ParsedViewState {
	const state = defaultViewState();
	const ignored: string[] = [];
	const read = <T>(
		name: string,
		parse: (text: string) => T | undefined,
		set: (value: T) => void
	) => {
		const text = params.get(name);
		if (text === null) return;
		const value = params.getAll(name).length === 1 ? parse(text) : undefined;
		if (value === undefined) ignored.push(name);
		else set(value);
	};
	const id = (text: string): string | undefined => (ID.test(text) ? text : undefined);
	read(
		'vue',
		(t) => oneOf(VIEWS, t),
		(view) => (state.view = view)
	);
	read(
		'volet',
		(t) => oneOf(PANELS, t),
		(panel) => (state.panel = panel)
	);
	read('lien', id, (edge) => (state.selection = { kind: 'edge', id: edge }));
	read('selection', id, (node) => (state.selection = { kind: 'node', id: node }));
	read(
		'familles',
		(t) => setOf(DRAWN_FAMILIES, t),
		(families) => (state.families = families)
	);
	read(
		'masques',
		(t) => setOf(VIEW_GROUPS, t),
		(groups) => (state.hiddenGroups = groups)
	);
	return { state, ignored };
}

/**
 * Writes a state over an address, leaving parameters that are not ours as they are. What is by
 * default is not written, and lists keep the order of the vocabulary: one state, one address.
 */
export function writeViewState(state: ViewState, params: URLSearchParams): URLSearchParams {
	const result = new URLSearchParams(params);
	for (const name of OURS) result.delete(name);
	const write = (name: (typeof OURS)[number], value: string | undefined): void => {
		if (value !== undefined) result.set(name, value);
	};
	const { selection } = state;
	write('vue', state.view === 'reseau' ? undefined : state.view);
	write('volet', state.panel === 'fiche' ? undefined : state.panel);
	write('selection', selection?.kind === 'node' ? selection.id : undefined);
	write('lien', selection?.kind === 'edge' ? selection.id : undefined);
	write('familles', listOf(DRAWN_FAMILIES, state.families, DEFAULT_FAMILIES));
	write('masques', listOf(VIEW_GROUPS, state.hiddenGroups, DEFAULT_HIDDEN_GROUPS));
	return result;
}

function listOf<T extends string>(
	order: readonly T[],
	chosen: ReadonlySet<T>,
	usual: readonly T[]
): string | undefined {
	if (chosen.size === usual.length && usual.every((item) => chosen.has(item))) return undefined;
	return order.filter((item) => chosen.has(item)).join(',') || NONE;
}

/** A copy of a set with one item the other way round. */
export function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
	const copy = new Set(set);
	if (!copy.delete(item)) copy.add(item);
	return copy;
}

/** What a territory or a payer holds, theme by theme, with who stands behind each count. Pure. */
import {
	isOrganisation,
	type GraphNode,
	type HealthProject,
	type Organisation
} from '#lib/domain/entities.ts';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import { foldText } from '#lib/domain/text.ts';
import { isStructure, relationsOf } from './indicators/partners.ts';
import type { Network } from './model.ts';
import { compareText } from './order.ts';

/** What each theme counts. */
export const THEMES = {
	ess: 'structures',
	legal_forms: 'structures',
	cooperation: 'relations',
	access: 'projects',
	services: 'projects',
	publics: 'projects',
	economy: 'projects'
} as const;
export type Theme = keyof typeof THEMES;
const isTheme = (name: string): name is Theme => Object.hasOwn(THEMES, name);
export const THEME_NAMES: readonly Theme[] = Object.keys(THEMES).filter(isTheme);

/** One value of a theme and what has it: ids of structures, projects or relations, by id. */
export interface ThemeItem {
	key: string;
	ids: readonly string[];
}

export interface ThemeOverview {
	theme: Theme;
	/** The most frequent first, then by key; the three dimensions of access are all there, in their order. */
	items: readonly ThemeItem[];
	/** Those for which it was not collected: they have no value, which is not a zero. */
	unknown: readonly string[];
	/** How many things it could have been collected for. One may have several values. */
	total: number;
}

export type Overview = readonly ThemeOverview[];

/** Sorts things by the values they have; those without any were not collected. */
function theme<T extends { id: string }>(
	name: Theme,
	things: readonly T[],
	valuesOf: (thing: T) => readonly string[],
	always: readonly string[] = []
): ThemeOverview {
	const found = new Map<string, string[]>(always.map((key) => [key, []]));
	const unknown: string[] = [];
	for (const thing of things) {
		const values = new Set(valuesOf(thing));
		if (values.size === 0) unknown.push(thing.id);
		for (const key of values) {
			const known = found.get(key);
			if (known) known.push(thing.id);
			else found.set(key, [thing.id]);
		}
	}
	const items = [...found].map(([key, ids]) => ({ key, ids: ids.sort(compareText) }));
	if (always.length === 0)
		items.sort((a, b) => b.ids.length - a.ids.length || compareText(a.key, b.key));
	return { theme: name, items, unknown: unknown.sort(compareText), total: things.length };
}

/** Legal forms are written as their sources write them: one that differs by case or accents is the same. */
function spelling(structures: readonly Organisation[]): (form: string) => string {
	const first = new Map<string, string>();
	for (const { legalForm } of structures) {
		const form = legalForm?.trim();
		if (form && !first.has(foldText(form))) first.set(foldText(form), form);
	}
	return (form) => first.get(foldText(form.trim())) ?? form;
}

/**
 * Every theme of a network.
 * @param records full records of its nodes, those that are missing being left out
 */
export function overviewOf(network: Network, records: readonly GraphNode[]): Overview {
	const members = new Set(network.nodes.filter(isStructure).map(({ id }) => id));
	const structures = records.filter(isOrganisation).filter(({ id }) => members.has(id));
	const { scope } = network;
	const projects = records.filter(
		(node): node is HealthProject =>
			node.label === 'HealthProject' && (scope.kind !== 'project' || node.id === scope.id)
	);
	// To hold a resource is not yet to share it: its users make the tie.
	const ties = relationsOf(network).filter(
		({ horizontal, type }) => horizontal && type !== 'HOLDS'
	);
	const spelled = spelling(structures);
	return [
		theme('ess', structures, ({ ess }) => (ess === undefined ? [] : [ess ? 'yes' : 'no']), [
			'yes',
			'no'
		]),
		theme('legal_forms', structures, ({ legalForm }) =>
			legalForm?.trim() ? [spelled(legalForm)] : []
		),
		theme('cooperation', ties, ({ type }) => [type]),
		theme('access', projects, ({ accessDimensions = [] }) => accessDimensions, ACCESS_DIMENSIONS),
		theme('services', projects, ({ services = [] }) => services),
		theme('publics', projects, ({ publics = [] }) => publics),
		theme('economy', projects, ({ economicModel = [] }) => economicModel)
	];
}

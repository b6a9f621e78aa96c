import { FAMILIES, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { NodeGroup } from './model.ts';

export interface Palette {
	paper: string;
	ink: string;
	soft: string;
	line: string;
	hull: string;
	coral: string;
	/** Everything drawn keeps 3:1 against its ground: nothing is told by being pale. */
	contrast: boolean;
	/** What is set back then, instead of being pale. */
	faint: string;
	groups: Record<NodeGroup, string>;
	families: Record<Family, string>;
}

type Reader = (token: string) => string;

const GROUPS: readonly NodeGroup[] = [...KIND_GROUPS, 'project'];

const record = <K extends string>(keys: readonly K[], read: (key: K) => string) =>
	Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, string>;

/** CSS name of the colour of a group or a family: `--group-primary-care`, `--family-sharing`. */
export const groupToken = (group: NodeGroup): string => `--group-${group.replaceAll('_', '-')}`;
export const familyToken = (family: Family): string => `--family-${family}`;

/** Reads the palette from the tokens in force, so that a change of theme is one more reading. */
export function readPalette(read: Reader, contrast = false): Palette {
	const token = (name: string, fallback: string): string => read(name).trim() || fallback;
	const faint = token('--control', '#8a8375');
	return {
		contrast,
		faint,
		paper: token('--paper', '#fbf8f3'),
		ink: token('--ink', '#1e2530'),
		soft: token('--soft', '#566070'),
		line: contrast ? faint : token('--line', '#e4dccf'),
		hull: token('--hull', '#f0e9db'),
		coral: token('--coral', '#c8452f'),
		groups: record(GROUPS, (group) => token(groupToken(group), '#6f7784')),
		families: record(FAMILIES, (family) => token(familyToken(family), '#8a93a0'))
	};
}

/** The palette of an element of the page, in the contrast its reader asked for. */
export function paletteOf(element: HTMLElement): Palette {
	const style = getComputedStyle(element);
	return readPalette(
		(token) => style.getPropertyValue(token),
		document.documentElement.dataset['contrast'] === 'more'
	);
}

/** What is left of something set back: its strength, or its colour where nothing may be pale. */
export const setBack = (
	color: string,
	share: number,
	{ contrast, faint }: Pick<Palette, 'contrast' | 'faint'>
): { color: string; opacity: number } =>
	contrast ? { color: faint, opacity: 1 } : { color, opacity: share };

/** How a name is written, from the strength it is given. */
export const nameInk = (
	strength: number,
	{ contrast, ink, soft }: Pick<Palette, 'contrast' | 'ink' | 'soft'>
): { color: string; opacity: number } =>
	contrast ? { color: strength < 1 ? soft : ink, opacity: 1 } : { color: ink, opacity: strength };

/** Red, green and blue between 0 and 1 of a `#rrggbb` colour. */
export function rgb(hex: string): [number, number, number] {
	const value = Number.parseInt(hex.slice(1, 7), 16);
	return Number.isNaN(value)
		? [0, 0, 0]
		: [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

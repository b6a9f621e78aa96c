/** What can be done with a node, a tie or the ground of the drawing: the lines of its menu. */
import { DEPTHS, toggled, type ViewState } from '#lib/domain/view-state/state.ts';
import { familyLabel, groupLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { Drawing } from '#lib/rendering/drawing.ts';
import type { Selection } from '#lib/rendering/model.ts';
import { copyText } from '../clipboard.ts';
import { isPathEnd } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { planLines } from '../planning/menu.ts';
import { pageOf } from '../sheets/nodes.ts';
import { chosenIds, neighboursOf } from './choice.ts';
import { depthName } from './said.ts';

export interface MenuLine {
	text: string;
	/** A page, instead of something to do here. */
	href?: string | undefined;
	act?(): void;
	/** One of several that exclude one another. */
	checked?: boolean;
}

export interface Menu {
	/** What it is about. */
	label: string;
	/** Lines that belong together, with their own title where the lines alone say too little. */
	groups: { title?: string; lines: MenuLine[] }[];
}

/** The menu of what is under the pointer or, from the keyboard, of what is selected. */
export function menuFor(explorer: Explorer, on: Selection | undefined, base: string): Menu {
	const node = on?.kind === 'node' ? explorer.data?.nodes.get(on.id) : undefined;
	const edge = on?.kind === 'edge' ? explorer.data?.edges.get(on.id) : undefined;
	const menu = node
		? nodeMenu(explorer, node, base)
		: edge
			? edgeMenu(explorer, edge)
			: groundMenu(explorer);
	return { ...menu, groups: menu.groups.filter(({ lines }) => lines.length > 0) };
}

function nodeMenu(explorer: Explorer, node: NetworkNode, base: string): Menu {
	const { id, name, group } = node;
	const { view, drawing } = explorer;
	const near = neighboursOf(new Set([id]), explorer.shown.edges);
	const page = pageOf(node, base);
	const selection = { kind: 'node', id } as const;
	const isChosen = chosenIds(view).has(id);
	const { expansion } = explorer;
	const hidden = view.expanded.has(id) ? 0 : expansion.hiddenAround(id);
	return {
		label: m.drawing_menu_node({ name }),
		groups: [
			{
				lines: [
					{ text: m.drawing_menu_sheet(), act: () => explorer.select(selection) },
					...(page ? [{ text: m.drawing_menu_page(), href: page }] : []),
					...(near.size > 0
						? [
								{
									text: m.drawing_menu_neighbours({ count: near.size }),
									act: () => explorer.choose([id, ...near])
								}
							]
						: []),
					...(hidden > 0
						? [{ text: m.drawing_expand({ count: hidden }), act: () => expansion.show(id) }]
						: []),
					...(view.expanded.has(id)
						? [{ text: m.drawing_menu_fold(), act: () => expansion.undo(id) }]
						: []),
					{
						text: isChosen ? m.drawing_menu_remove() : m.drawing_menu_add(),
						act: () => explorer.select(selection, true)
					}
				]
			},
			{ lines: isPathEnd(node) ? planLines(explorer, node) : [] },
			{ lines: isPathEnd(node) ? pathLines(explorer, id) : [] },
			{
				title: m.drawing_menu_depth(),
				lines: DEPTHS.map((depth) => ({
					text: depthName(depth),
					checked: isChosen && view.depth === depth,
					act: () => explorer.adjust(isChosen ? { depth } : { selection, others: new Set(), depth })
				}))
			},
			{
				lines: [
					...(drawing ? [pinLine(explorer, drawing, node)] : []),
					{
						text: m.drawing_menu_hide({ name: groupLabel(group) }),
						act: () => explorer.filter({ hiddenGroups: new Set([...view.hiddenGroups, group]) })
					},
					copyLine(explorer, { selection, others: new Set() })
				]
			}
		]
	};
}

function pinLine(explorer: Explorer, drawing: Drawing, { id, name }: NetworkNode): MenuLine {
	const say = (text: string): void => void (explorer.note = text);
	if (explorer.arrangement.pins.has(id))
		return {
			text: m.drawing_menu_release(),
			act: () => {
				drawing.release([id]);
				say(m.drawing_said_released({ name }));
			}
		};
	return {
		text: m.drawing_menu_pin(),
		act: () => {
			drawing.pin(id);
			say(m.drawing_said_pinned({ name }));
		}
	};
}

function pathLines(explorer: Explorer, id: string): MenuLine[] {
	const ask = (change: Pick<ViewState, 'from'> | Pick<ViewState, 'to'>): void => {
		explorer.adjust({ ...change, path: 1, panel: 'chemins' });
		explorer.sheet = 'panel';
	};
	return [
		{ text: m.drawing_menu_from(), act: () => ask({ from: id }) },
		{ text: m.drawing_menu_to(), act: () => ask({ to: id }) }
	];
}

function edgeMenu(explorer: Explorer, edge: NetworkEdge): Menu {
	const { id, source, target, family } = edge;
	const nameOf = (end: string): string => explorer.data?.nodes.get(end)?.name ?? '';
	const selection = { kind: 'edge', id } as const;
	return {
		label: m.drawing_menu_edge({ source: nameOf(source), target: nameOf(target) }),
		groups: [
			{
				lines: [
					{ text: m.drawing_menu_sheet(), act: () => explorer.select(selection) },
					{ text: m.drawing_menu_ends(), act: () => explorer.choose([source, target]) },
					{
						text: m.drawing_menu_hide({ name: familyLabel(family) }),
						act: () => explorer.filter({ families: toggled(explorer.view.families, family) })
					},
					copyLine(explorer, { selection, others: new Set() })
				]
			}
		]
	};
}

function groundMenu(explorer: Explorer): Menu {
	const { arrangement, drawing, view } = explorer;
	const count = arrangement.pins.size;
	const line = (wanted: boolean, text: string, act: () => void): MenuLine[] =>
		wanted ? [{ text, act }] : [];
	return {
		label: m.drawing_menu_ground(),
		groups: [
			{
				lines: [
					{ text: m.drawing_menu_fit(), act: () => explorer.picture?.fit() },
					{ text: m.drawing_lasso(), act: () => (explorer.tool = 'lasso') },
					...line(view.selection !== undefined, m.drawing_menu_clear(), () => explorer.choose([])),
					...line(drawing !== undefined && count > 0, m.drawing_menu_release_all({ count }), () =>
						arrangement.releaseAll()
					),
					...line(explorer.isFiltered, m.drawing_menu_reset(), () => explorer.resetFilters()),
					copyLine(explorer, {})
				]
			}
		]
	};
}

function copyLine(explorer: Explorer, change: Partial<ViewState>): MenuLine {
	const copy = async (): Promise<void> => {
		const { href } = new URL(explorer.href(change), location.href);
		const copied = await copyText(href);
		explorer.note = copied ? m.drawing_said_copied() : m.drawing_said_not_copied();
	};
	return { text: m.drawing_menu_copy(), act: () => void copy() };
}

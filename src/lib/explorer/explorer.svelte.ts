import { untrack } from 'svelte';
import { parseViewState, writeViewState } from '#lib/domain/view-state/codec.ts';
import {
	defaultFilters,
	toggled,
	type Filters,
	type Panel,
	type TableChoice,
	type TableName,
	type View,
	type ViewGroup,
	type ViewState
} from '#lib/domain/view-state/state.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import { facet, valuesIn } from '#lib/network/facets.ts';
import { changesBetween, spanOf } from '#lib/network/years.ts';
import type { Drawing } from '#lib/rendering/drawing.ts';
import type { MapDrawing } from '#lib/rendering/map/map-drawing.ts';
import type { NoDrawing, Selection } from '#lib/rendering/model.ts';
import { Apart } from './apart.svelte.ts';
import { Arrival } from './arrival.svelte.ts';
import { shownOf, type ExplorerData, type Shown } from './data.ts';
import { filterKey } from './filters.ts';
import { Figures } from './figures.svelte.ts';
import { Folded } from './folded.svelte.ts';
import type { Planning, Plans } from './planning/planning.svelte.ts';
import { Arrangement } from './stage/arrangement.svelte.ts';
import { chosenIds, withChosen, withToggled } from './stage/choice.ts';
import { Trail } from './stage/trail.svelte.ts';
import { StrongContrast } from './stage/contrast.svelte.ts';
import { Expansion } from './stage/expansion.svelte.ts';

export interface ExplorerAddress {
	/** The address shown, read reactively. */
	url(): URL;
	/** Replaces it, without scrolling or losing focus. */
	replace(url: URL): void;
	/** Leads to it: Back returns to the one before. */
	push(url: URL): void;
}

/**
 * What the explorer remembers. The view is read from the address and only written there; the
 * network is held whole and raw, and everything shown is derived from the two.
 */
export class Explorer {
	data = $state.raw<ExplorerData>();
	failed = $state(false);
	/** Set when this machine cannot draw: the table is then the page. */
	noDrawing = $state.raw<NoDrawing>();
	drawing = $state.raw<Drawing>();
	map = $state.raw<MapDrawing>();
	hovered = $state.raw<Selection>();
	/** Nodes and ties of the way being shown, by id. */
	traced = $state.raw<ReadonlySet<string>>();
	/** Panels slid over the drawing on a narrow screen. */
	sheet = $state<'none' | 'legend' | 'panel'>('none');

	/** What a drag on the ground of the drawing does. */
	tool = $state<'move' | 'lasso'>('move');
	/** What an action on the drawing did, in a few words: read aloud. */
	note = $state('');
	/** The scenario laid over the network, where its scenarios are, and one about to be begun. */
	planning = $state.raw<Planning>();
	plans = $state.raw<Plans>();
	preparing = $state.raw<{ from?: string }>();
	readonly arrangement = new Arrangement(this);
	readonly expansion = new Expansion(this);
	readonly standing = new Apart(this);
	readonly trail = new Trail(this);
	readonly figures = new Figures(this);
	readonly folded = new Folded();
	readonly arrival = new Arrival();
	readonly contrast = new StrongContrast(this);

	readonly #address: ExplorerAddress;
	readonly #parsed = $derived.by(() => parseViewState(this.#address.url().searchParams));

	readonly ignored = $derived.by(() => this.#parsed.ignored);
	/** The address, with what is not in this network left out. */
	readonly view: ViewState = $derived.by(() => {
		const { state } = this.#parsed;
		const others = this.#known(state.others);
		const expanded = this.#known(state.expanded);
		const pins = this.#knownPins(state.pins);
		const selection = this.#isStrange ? undefined : state.selection;
		const same =
			others === state.others &&
			expanded === state.expanded &&
			pins === state.pins &&
			selection === state.selection;
		return same ? state : { ...state, selection, others, expanded, pins };
	});
	/** Something the address names is not in this network. */
	readonly strangers = $derived.by(() => this.view !== this.#parsed.state);
	readonly #isStrange = $derived.by(() => {
		const { selection } = this.#parsed.state;
		if (!this.data || !selection) return false;
		return selection.kind === 'node'
			? !this.data.nodes.has(selection.id)
			: !this.data.edges.has(selection.id);
	});
	/** Changes only with what filters: a selection does not sift the network again. */
	readonly #filters = $derived(filterKey(this.#parsed.state));
	readonly faceted = $derived.by(() => {
		const { data } = this;
		void this.#filters;
		return data && untrack(() => facet(data.network, this.#parsed.state));
	});
	readonly shown: Shown = $derived(
		this.data && this.faceted ? shownOf(this.data.network, this.faceted) : { nodes: [], edges: [] }
	);
	/** What became of each relation between the two years compared, by its place in the network. */
	readonly changes = $derived.by(() => {
		void this.#filters;
		const span = untrack(() => spanOf(this.#parsed.state));
		return this.data && span && changesBetween(this.data.network.edges, span.before, span.after);
	});
	/** The values the network holds, whatever passes. */
	readonly held = $derived(this.data && valuesIn(this.data.network));
	readonly isFiltered = $derived(this.#filters !== filterKey(defaultFilters()));
	readonly selectedNode = $derived.by(() => {
		const { selection } = this.view;
		return selection?.kind === 'node' ? this.data?.nodes.get(selection.id) : undefined;
	});
	readonly selectedEdge = $derived.by(() => {
		const { selection } = this.view;
		return selection?.kind === 'edge' ? this.data?.edges.get(selection.id) : undefined;
	});

	/** What the page opened for is there: the rest may come. */
	readonly isReady = $derived.by(
		() =>
			this.data !== undefined &&
			(this.drawing !== undefined || this.noDrawing !== undefined || this.view.view !== 'reseau')
	);

	constructor(address: ExplorerAddress) {
		this.#address = address;
	}

	#knownPins(pins: ViewState['pins']): ViewState['pins'] {
		const ids = new Set(pins.keys());
		const known = this.#known(ids);
		return known === ids ? pins : new Map([...pins].filter(([id]) => known.has(id)));
	}

	/** Structures « à part » in the year looked at, or on the network's day. */
	get apart(): ReadonlySet<string> {
		return this.standing.ids;
	}

	/** Those of these nodes that are in this network; the same set when all are. */
	#known(ids: ReadonlySet<string>): ReadonlySet<string> {
		const { data } = this;
		if (!data || ids.size === 0) return ids;
		const known = [...ids].filter((id) => data.nodes.has(id));
		return known.length < ids.size ? new Set(known) : ids;
	}

	/**
	 * Selects a node or a tie and opens its sheet; nothing clears. With `add`, a node joins what is
	 * selected, or leaves it, and nothing slides over the drawing.
	 */
	select(selection: Selection | undefined, add = false): void {
		if (this.planning?.takes(selection)) return;
		const { selection: before, panel, others } = this.view;
		if (add && selection?.kind !== 'edge') {
			if (selection) this.#write({ ...this.view, ...withToggled(this.view, selection.id) });
			return;
		}
		const same = before?.id === selection?.id && before?.kind === selection?.kind;
		if (same && others.size === 0) {
			if (selection) this.sheet = 'panel';
			return;
		}
		this.#write({
			...this.view,
			selection,
			others: new Set(),
			panel: selection ? 'fiche' : panel
		});
		this.sheet = selection ? 'panel' : 'none';
	}

	/** Selects several nodes at once; with `add`, those already selected stay so. */
	choose(ids: Iterable<string>, add = false): void {
		const all = add ? [...chosenIds(this.view), ...ids] : ids;
		this.#write({ ...this.view, ...withChosen(this.view, all) });
	}

	toggleFamily(family: Family): void {
		this.filter({ families: toggled(this.view.families, family) });
	}

	toggleGroup(group: ViewGroup): void {
		this.filter({ hiddenGroups: toggled(this.view.hiddenGroups, group) });
	}

	/** Changes what passes, and nothing else of the view. */
	filter(change: Partial<Filters>): void {
		this.#write({ ...this.view, ...change });
	}

	/** Filters as on a first visit. */
	resetFilters(): void {
		this.filter(defaultFilters());
	}

	/** Any other part of the view: depth, size, names, what is dimmed, years compared. */
	adjust(change: Partial<Omit<ViewState, keyof Filters>>): void {
		this.#write({ ...this.view, ...change });
	}

	/** Changes how one table is read. */
	readTable(name: TableName, change: Partial<TableChoice>): void {
		const { tables } = this.view;
		this.adjust({ tables: { ...tables, [name]: { ...tables[name], ...change } } });
	}

	/** A change of the view that is a step of its own: Back undoes it. */
	go(change: Partial<ViewState>): void {
		this.#address.push(this.#urlOf({ ...this.view, ...change }));
	}

	/** Makes sure a node is drawn, then selects it: what a list or a search does. */
	reveal(id: string): void {
		if (this.planning?.takes({ kind: 'node', id })) return;
		const node = this.data?.nodes.get(id);
		if (!node) return;
		const hiddenGroups = new Set(this.view.hiddenGroups);
		hiddenGroups.delete(node.group);
		this.#write({
			...this.view,
			hiddenGroups,
			selection: { kind: 'node', id },
			others: new Set(),
			panel: 'fiche'
		});
		this.sheet = 'panel';
		this.#bringInView(id);
	}

	/** What is looked at, of the network and its map, which both stay once made. */
	get picture(): Drawing | MapDrawing | undefined {
		const { view } = this.view;
		return view === 'carte' ? this.map : view === 'reseau' ? this.drawing : undefined;
	}

	#bringInView(id: string): void {
		if (this.picture && !this.picture.isInView(id)) this.picture.centre(id);
	}

	/** Back returns to the view before. */
	show(view: View): void {
		this.go({ view });
	}

	/** One step out: the tool in hand, the sheet over the drawing, then the selection. */
	leave(): void {
		if (this.planning?.picking.leave()) return;
		if (this.tool !== 'move') {
			this.tool = 'move';
			return;
		}
		const slides = this.view.reading || matchMedia('(max-width: 860px)').matches;
		const slidOver = this.sheet !== 'none' && slides;
		this.sheet = 'none';
		if (!slidOver) this.select(undefined);
	}

	openPanel(panel: Panel): void {
		this.#write({ ...this.view, panel });
		this.sheet = 'panel';
	}

	/** Walks to a node with the keyboard: selected with those kept on the way, and brought into view. */
	step(id: string): void {
		this.adjust({ selection: { kind: 'node', id }, panel: 'fiche' });
		this.#bringInView(id);
	}

	/** Where a walk begins: the structure with the most ties shown. */
	get firstNode(): string | undefined {
		const degree = new Map<string, number>();
		for (const { source, target } of this.shown.edges)
			for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
		let best: string | undefined = this.shown.nodes[0]?.id;
		for (const [id, ties] of degree) if (ties > (degree.get(best ?? '') ?? 0)) best = id;
		return best;
	}

	/** Address of this page with a part of the view changed: a link that works without JavaScript. */
	href(change: Partial<ViewState>): string {
		const { pathname, search } = this.#urlOf({ ...this.view, ...change });
		return `${pathname}${search}`;
	}

	#urlOf(state: ViewState): URL {
		const url = new URL(this.#address.url());
		url.search = writeViewState(state, url.searchParams).toString();
		// A footnote belongs to the sheet it was followed in.
		url.hash = '';
		return url;
	}

	#write(state: ViewState): void {
		this.#address.replace(this.#urlOf(state));
	}
}

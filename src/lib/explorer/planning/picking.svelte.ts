import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Selection } from '#lib/rendering/model.ts';
import { isPathEnd } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { isArrow, type ArrowKey } from '../walk.ts';
import { nearestToward } from './toward.ts';

/** Choosing the other end of a planned tie: by pointer, with the arrows, or by name. */
export class Picking {
	/** Where the tie begins; absent when nothing is being chosen. */
	from = $state.raw<NetworkNode>();
	/** What Enter would take. */
	pointed = $state.raw<NetworkNode>();
	readonly #explorer: Explorer;
	readonly #done: (source: string, target: string) => void;

	constructor(explorer: Explorer, done: (source: string, target: string) => void) {
		this.#explorer = explorer;
		this.#done = done;
	}

	begin(id: string): void {
		const explorer = this.#explorer;
		this.from = explorer.data?.nodes.get(id);
		this.pointed = undefined;
		// On a phone, out of the way of the drawing.
		explorer.sheet = 'none';
		if (this.from) explorer.note = m.planning_pick({ name: this.from.name });
	}

	/** False when there was nothing to leave. */
	leave(): boolean {
		if (!this.from) return false;
		this.from = undefined;
		this.#point(undefined);
		this.#explorer.note = m.planning_pick_left();
		return true;
	}

	/** True when the selection was meant for the tie, whether it can be its end or not. */
	takes(selection: Selection | undefined): boolean {
		const { from } = this;
		if (!from) return false;
		const node =
			selection?.kind === 'node' ? this.#explorer.data?.nodes.get(selection.id) : undefined;
		if (node && node.id !== from.id && isPathEnd(node)) {
			this.from = undefined;
			this.#point(undefined);
			this.#done(from.id, node.id);
		} else if (selection) this.#explorer.note = m.planning_pick_other();
		return true;
	}

	/** The keys of the drawing while an end is chosen; false for the others. */
	key({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
		if (!this.from || ctrlKey || metaKey || altKey || shiftKey) return false;
		if (key === 'Enter' || key === ' ') {
			if (this.pointed) this.takes({ kind: 'node', id: this.pointed.id });
			return true;
		}
		if (key === 'PageDown' || key === 'PageUp') return this.#turn(key === 'PageDown' ? 1 : -1);
		return isArrow(key) && this.#toward(key);
	}

	#ends(): NetworkNode[] {
		const { shown } = this.#explorer;
		return shown.nodes.filter((node) => isPathEnd(node) && node.id !== this.from?.id);
	}

	#toward(key: ArrowKey): boolean {
		const { drawing } = this.#explorer;
		const here = drawing?.screenOf((this.pointed ?? this.from)?.id ?? '');
		if (!drawing || !here) return true;
		const ends = this.#ends().filter(({ id }) => id !== this.pointed?.id);
		const places = ends.flatMap((node) => {
			const at = drawing.screenOf(node.id);
			return at ? [{ id: node.id, at }] : [];
		});
		const next = nearestToward(here, key, places);
		if (next !== undefined) this.#point(ends.find(({ id }) => id === next));
		return true;
	}

	/** One after the other by name, so that each can be reached. */
	#turn(by: 1 | -1): boolean {
		const ends = this.#ends().sort((a, b) => a.name.localeCompare(b.name, 'fr'));
		const now = ends.findIndex(({ id }) => id === this.pointed?.id);
		const next =
			now < 0 ? (by === 1 ? 0 : ends.length - 1) : (now + by + ends.length) % ends.length;
		this.#point(ends[next]);
		return true;
	}

	#point(node: NetworkNode | undefined): void {
		const explorer = this.#explorer;
		this.pointed = node;
		explorer.drawing?.hover(node && { kind: 'node', id: node.id });
		if (!node) return;
		if (explorer.drawing && !explorer.drawing.isInView(node.id)) explorer.drawing.centre(node.id);
		explorer.note = m.planning_pick_here({ name: node.name });
	}
}

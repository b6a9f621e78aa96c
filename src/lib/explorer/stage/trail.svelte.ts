import type { Explorer } from '../explorer.svelte.ts';
import type { Shown } from '../data.ts';
import { inYear } from '../views/model.ts';
import { besideIn, neighbourToward, type ArrowKey } from '../walk.ts';

interface Step {
	from: string | undefined;
	to: string;
	/** Back along the way one came. */
	back: boolean;
	/** What was shown then: a step is not told again over other filters. */
	shown: Shown;
}

/** The way walked by keyboard through the drawing: where one came from, and what to say of the last step. */
export class Trail {
	readonly #explorer: Explorer;
	/** Nodes walked through, the one where the reader is last. */
	#stops: readonly string[] = [];
	#step = $state.raw<Step>();
	#said = $state.raw<{ step: Step; words: string }>();

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** The last step in words while the reader is still where it led; empty until they are there. */
	get said(): string | undefined {
		const step = this.#step;
		const { view, shown } = this.#explorer;
		if (!step || view.selection?.id !== step.to || shown !== step.shown) return undefined;
		return this.#said?.step === step ? this.#said.words : '';
	}

	/** To the neighbour an arrow points at; from nowhere, to where a walk begins. */
	toward(key: ArrowKey): void {
		const { drawing, selectedNode, firstNode } = this.#explorer;
		const at = selectedNode && drawing?.screenOf(selectedNode.id);
		const next =
			selectedNode && at
				? neighbourToward(at, key, drawing?.neighbours(selectedNode.id) ?? [])
				: firstNode;
		if (next) this.to(next);
	}

	/** To the next neighbour, clockwise, of the node one came from: every one of them is reached so. */
	beside(turn: 1 | -1): void {
		const { drawing, selectedNode } = this.#explorer;
		if (!drawing || !selectedNode) return;
		const hub = this.#cameFrom(selectedNode.id);
		const centre = hub ?? selectedNode.id;
		const at = drawing.screenOf(centre);
		const next = at && besideIn(at, drawing.neighbours(centre), hub && selectedNode.id, turn);
		if (!next) return;
		this.#stops = hub ? this.#stops.slice(0, -1) : [centre];
		this.#go(centre, next, false);
	}

	/** To a neighbour. */
	to(id: string): void {
		const from = this.#explorer.selectedNode?.id;
		if (from !== this.#stops.at(-1)) this.#stops = from === undefined ? [] : [from];
		this.#go(from, id, false);
	}

	/** Back along the way one came, past what is no longer shown; false at its beginning. */
	back(): boolean {
		const { selectedNode, shown } = this.#explorer;
		if (!selectedNode || selectedNode.id !== this.#stops.at(-1)) return false;
		const ids = new Set(shown.nodes.map(({ id }) => id));
		const way = this.#stops.slice(0, -1).filter((id) => ids.has(id));
		const to = way.at(-1);
		if (to === undefined) return false;
		this.#stops = way.slice(0, -1);
		this.#go(selectedNode.id, to, true);
		return true;
	}

	#cameFrom(here: string): string | undefined {
		return this.#stops.at(-1) === here ? this.#stops.at(-2) : undefined;
	}

	#go(from: string | undefined, to: string, back: boolean): void {
		const explorer = this.#explorer;
		const step = { from, to, back, shown: explorer.shown };
		this.#stops = [...this.#stops, to];
		this.#step = step;
		void import('./walked.ts').then(({ walkedWords }) => {
			if (explorer.data)
				this.#said = {
					step,
					words: walkedWords(explorer.data, {
						...step,
						shown: inYear(step.shown, explorer.view.year)
					})
				};
		});
		explorer.step(to);
	}
}

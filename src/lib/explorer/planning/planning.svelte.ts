import { m } from '#lib/i18n/paraglide/messages.js';
import type { Selection } from '#lib/rendering/model.ts';
import { isPathEnd, type ExplorerData } from '../data.ts';
import type { Explorer, ExplorerAddress } from '../explorer.svelte.ts';
import type { PlanAnswer } from './answer.ts';
import { laidOver, type Laid } from './laid.ts';
import { Picking } from './picking.svelte.ts';

/** Of the address: the scenario open, and whether it is looked at before or after. */
export const SCENARIO = 'scenario';
export const MOMENT = 'moment';
const BEFORE = 'avant';

/** The form open over the explorer: a tie between two, or any step with what is known of it already. */
export type PlanForm =
	| { kind: 'tie'; source: string; target: string }
	| { kind: 'any'; which: string; values: Record<string, string>; users?: readonly string[] };

/** Where the scenarios of what is explored are, and what it is called. */
export interface Plans {
	/** Page of the scenarios: `/projets/…/scenarios`. */
	home: string;
	title: string;
	mayWrite: boolean;
}

/** What a form's action answers, as far as it is read here. */
interface FormAnswer {
	type: 'success' | 'failure' | 'redirect' | 'error';
	status?: number;
	data?: Record<string, unknown> | undefined;
}

interface Given {
	explorer: Explorer;
	address: ExplorerAddress;
	/** Page of this scenario. */
	page: string;
	mayWrite: boolean;
	/** Reads what a form's action answers. */
	read: (text: string) => FormAnswer;
}

/** A scenario open in the explorer: the facts before, the plan laid over them after, and its steps. */
export class Planning {
	answer = $state.raw<PlanAnswer>();
	facts = $state.raw<ExplorerData>();
	laid = $state.raw<Laid>();
	failed = $state(false);
	/** A step is being written. */
	busy = $state(false);
	/** Why the last step was refused. */
	refusal = $state('');
	/** What the last step did, read aloud. */
	said = $state('');
	form = $state.raw<PlanForm>();
	readonly picking: Picking;
	readonly page: string;
	readonly #given: Given;
	#asked = 0;

	constructor(given: Given) {
		this.#given = given;
		this.page = given.page;
		this.picking = new Picking(given.explorer, (source, target) => {
			this.refusal = '';
			this.form = { kind: 'tie', source, target };
		});
	}

	get mayWrite(): boolean {
		return this.#given.mayWrite && !this.#given.explorer.view.reading;
	}

	get isBefore(): boolean {
		return this.#given.address.url().searchParams.get(MOMENT) === BEFORE;
	}

	/** What the explorer shows: the facts alone before, and until the plan is there. */
	get shown(): ExplorerData | undefined {
		return this.isBefore ? this.facts : (this.laid?.shown ?? this.facts);
	}

	/** What is reckoned with after: as if the plan were there. Absent before. */
	get realised(): ExplorerData | undefined {
		return this.isBefore ? undefined : this.laid?.realised;
	}

	isPlanned(id: string | undefined): boolean {
		return id !== undefined && (this.laid?.planned.has(id) ?? false);
	}

	/** Looks at the facts, or at the plan laid over them: everything else stays. */
	look(before: boolean): void {
		const { address, explorer } = this.#given;
		if (before && this.isPlanned(explorer.view.selection?.id)) explorer.select(undefined);
		const url = new URL(address.url());
		if (before) url.searchParams.set(MOMENT, BEFORE);
		else url.searchParams.delete(MOMENT);
		address.replace(url);
	}

	/** Back to the facts alone. */
	leave(): void {
		const { address } = this.#given;
		const url = new URL(address.url());
		for (const name of [SCENARIO, MOMENT]) url.searchParams.delete(name);
		address.replace(url);
	}

	/** Reads the scenario as it is kept now. */
	async load(): Promise<void> {
		const asked = ++this.#asked;
		this.failed = false;
		try {
			const response = await fetch(`${this.page}/plan`);
			if (!response.ok) throw new Error(`${response.status} ${response.url}`);
			const answer: PlanAnswer = await response.json();
			const laid = answer.drawn && (await laidOver(answer.drawn));
			if (asked !== this.#asked) return;
			this.answer = answer;
			this.laid = laid;
		} catch {
			this.failed = asked === this.#asked;
		}
	}

	/** Gives a form to the scenario's page, and reads what came of it; false when it was refused. */
	async send(action: string, form: FormData): Promise<boolean> {
		if (this.busy || !this.answer) return false;
		this.busy = true;
		this.refusal = '';
		form.set('version', String(this.answer.version));
		try {
			const response = await fetch(`${this.page}?/${action}`, {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				body: form
			});
			const result = this.#given.read(await response.text());
			if (result.type === 'redirect') {
				await this.load();
				return true;
			}
			this.refusal = sentenceOf(result);
			// Changed in another window: the version of now, for the next attempt.
			if (result.status === 409) await this.load();
		} catch {
			this.refusal = sentenceOf(undefined);
		} finally {
			this.busy = false;
		}
		return false;
	}

	/** True when a selection was taken as the other end of a planned tie. */
	takes(selection: Selection | undefined): boolean {
		return this.picking.takes(selection);
	}

	/** Begins a tie at a structure, a resource. */
	pick(from: string): void {
		const node = this.#given.explorer.data?.nodes.get(from);
		if (!node || !isPathEnd(node)) return;
		if (this.isBefore) this.look(false);
		this.picking.begin(from);
	}
}

/** What a refusal says, or that nothing was written. */
function sentenceOf(result: FormAnswer | undefined): string {
	const sentence: unknown = result?.type === 'failure' ? result.data?.['sentence'] : undefined;
	return typeof sentence === 'string' ? sentence : m.planning_not_written();
}

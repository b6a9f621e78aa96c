/** What a team plans, apart from the facts: a named list of typed steps, each of which can be undone. Pure. */
import type { PartialProperties } from '../changes.ts';
import type { PartialDate } from '../dates.ts';
import type { Actor, Funder, Relation, SharedResource } from '../entities.ts';
import type { Scope } from '../scope.ts';

/** How far a step is agreed with those it concerns. */
export const AGREEMENTS = ['agreed', 'in_discussion', 'hoped'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** What can be planned that is not there yet. A post is a shared resource of the kind `personnel_partage`. */
export type PlannedNode = Actor | Funder | SharedResource;

/**
 * One change over the facts. `add` may bring relations with its node: those that say where it stands.
 * Planned relations bear no `since` of their own: they begin when their step is planned.
 */
export type PlannedChange =
	| { op: 'add'; node: PlannedNode; relations: readonly Relation[] }
	| { op: 'tie'; relation: Relation }
	| {
			op: 'modify';
			entity: 'node' | 'relation';
			id: string;
			before: PartialProperties;
			after: PartialProperties;
	  }
	| { op: 'end'; entity: 'node' | 'relation'; id: string };

export interface Step {
	id: string;
	change: PlannedChange;
	/** Who sees to it, in a few words: a structure or a function. */
	who?: string | undefined;
	when?: PartialDate | undefined;
	agreement: Agreement;
	note?: string | undefined;
	/** ISO instant at which it was written. */
	at: string;
}

/** What was done to the list of steps, one after the other; taking back is going back in this list. */
export type Edit =
	| { op: 'add'; step: Step }
	| { op: 'replace'; step: Step }
	| { op: 'remove'; stepId: string }
	/**
	 * A step the facts have overtaken leaves, and what others say of its planned things is now said of
	 * facts. Of a planned node, the relations it came with stay planned, each by itself.
	 */
	| { op: 'absorb'; stepId: string; become: Readonly<Record<string, string>> };

/** What a scenario starts from: the network of a project, or of a territory without one. */
export type Base = Extract<Scope, { kind: 'project' | 'departement' | 'region' }>;

export interface Scenario {
	id: string;
	name: string;
	note?: string | undefined;
	base: Base;
	/** Name of the base when it was last known: it may be gone. */
	baseName: string;
	/** Who wrote it. */
	by: string;
	/** ISO instants. */
	createdAt: string;
	updatedAt: string;
	archivedAt?: string | undefined;
	deletedAt?: string | undefined;
	edits: readonly Edit[];
	/** How many of `edits` hold: the others were undone and can be done again. */
	done: number;
}

/** The relation with the ids it names replaced by what they became. */
function renamed(relation: Relation, become: Readonly<Record<string, string>>): Relation {
	const to = (id: string): string => become[id] ?? id;
	const { source, target, resourceId } = relation;
	return {
		...relation,
		source: to(source),
		target: to(target),
		...(resourceId === undefined ? {} : { resourceId: to(resourceId) })
	};
}

function withFacts(step: Step, become: Readonly<Record<string, string>>): Step {
	const { change } = step;
	switch (change.op) {
		case 'add': {
			const relations = change.relations.map((relation) => renamed(relation, become));
			return { ...step, change: { ...change, relations } };
		}
		case 'tie':
			return { ...step, change: { op: 'tie', relation: renamed(change.relation, become) } };
		case 'modify':
		case 'end':
			return { ...step, change: { ...change, id: become[change.id] ?? change.id } };
	}
}

/** What stays planned once the step's own thing is there. */
const leftOf = ({ change, ...step }: Step): Step[] =>
	change.op !== 'add'
		? []
		: change.relations.map((relation, index) => ({
				...step,
				id: `${step.id}-${index + 1}`,
				change: { op: 'tie', relation }
			}));

function edited(steps: readonly Step[], edit: Edit): Step[] {
	switch (edit.op) {
		case 'add':
			return [...steps, edit.step];
		case 'replace':
			return steps.map((step) => (step.id === edit.step.id ? edit.step : step));
		case 'remove':
			return steps.filter(({ id }) => id !== edit.stepId);
		case 'absorb':
			return steps
				.flatMap((step) => (step.id === edit.stepId ? leftOf(step) : [step]))
				.map((step) => withFacts(step, edit.become));
	}
}

/** The steps that hold, in the order they were planned. */
export const stepsOf = ({ edits, done }: Pick<Scenario, 'edits' | 'done'>): Step[] =>
	edits.slice(0, done).reduce<Step[]>(edited, []);

/** The scenario once edited; what had been undone can no longer be done again. */
export const withEdit = (scenario: Scenario, edit: Edit, at: string): Scenario => ({
	...scenario,
	edits: [...scenario.edits.slice(0, scenario.done), edit],
	done: scenario.done + 1,
	updatedAt: at
});

/** One edit back; the same scenario when there is none. */
export const undone = (scenario: Scenario, at: string): Scenario =>
	scenario.done === 0 ? scenario : { ...scenario, done: scenario.done - 1, updatedAt: at };

/** The edit last undone, done again; the same scenario when there is none. */
export const redone = (scenario: Scenario, at: string): Scenario =>
	scenario.done === scenario.edits.length
		? scenario
		: { ...scenario, done: scenario.done + 1, updatedAt: at };

/** A new scenario with the same steps, and nothing to undo. */
export const copyOf = (
	scenario: Scenario,
	{ id, name, by, at }: { id: string; name: string; by: string; at: string }
): Scenario => {
	const edits = stepsOf(scenario).map((step): Edit => ({ op: 'add', step }));
	const { base, baseName, note } = scenario;
	const times = { createdAt: at, updatedAt: at };
	return { id, name, by, base, baseName, note, ...times, edits, done: edits.length };
};

/** A scenario's steps laid over facts: what the graph would be, and which steps do not fit. Pure. */
import { END_LABELS } from '../check/ends.ts';
import { firstDay, lastDay, type PartialDate } from '../dates.ts';
import type { GraphNode, Relation } from '../entities.ts';
import { parseNode } from '../schema/nodes.ts';
import { parseRelation } from '../schema/relation.ts';
import type { GraphSlice } from '../slice.ts';
import { isSymmetric } from '../vocabulary/relation-types.ts';
import type { PartialProperties, PropertyValue } from '../changes.ts';
import type { PlannedChange, Step } from './scenario.ts';

/** Why a step is not laid over the facts. `about` is what it names. */
export type StepProblem = { stepId: string; about: string } & (
	| {
			code:
				| 'already_planned'
				| 'already_there'
				| 'missing'
				| 'missing_end'
				| 'wrong_ends'
				| 'same_ends'
				| 'already_ended';
	  }
	/** The property changed since; `found` is what it is now. */
	| { code: 'changed'; field: string; found: PropertyValue | null }
	/** The record would no longer be one: a property nobody knows, a value it cannot have. */
	| { code: 'not_valid'; field: string }
	/** It would begin before one of its ends exists. */
	| { code: 'before_it_exists'; begins: PartialDate }
);

/** The facts with a scenario's steps laid over them. */
export interface Planned {
	slice: GraphSlice;
	/** Ids of planned nodes and relations. */
	added: ReadonlySet<string>;
	/** Ids of facts a step modifies. */
	modified: ReadonlySet<string>;
	/** Ids of facts and plans a step ends, with the relations that go with a node. */
	ended: ReadonlySet<string>;
	/** In the order of the steps; a step with a problem changes nothing. */
	problems: readonly StepProblem[];
}

const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);
const sorted = <T extends { id: string }>(records: ReadonlyMap<string, T>): T[] =>
	[...records.values()].sort(byId);

/** Who or what a record is: no step changes it. */
const FIXED: ReadonlySet<string> = new Set(['id', 'label', 'type', 'source', 'target']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two relations with the same key say the same; money of other years or stages is other money. */
function endsKey({ type, source, target, ...relation }: Relation): string {
	const { resourceId = '', amountPeriod = '', stage = '' } = relation;
	const ends = isSymmetric(type) && target < source ? [target, source] : [source, target];
	return [type, ...ends, resourceId, amountPeriod, stage].join(' ');
}

/** Laying steps one by one, so that each sees what those before it left. */
class Laying {
	readonly nodes: Map<string, GraphNode>;
	readonly relations: Map<string, Relation>;
	readonly added = new Set<string>();
	readonly modified = new Set<string>();
	readonly ended = new Set<string>();
	readonly problems: StepProblem[] = [];
	/** When planned nodes are there. */
	readonly #from = new Map<string, PartialDate>();
	readonly #ties: Map<string, string>;

	constructor(
		private readonly facts: GraphSlice,
		private readonly day: string
	) {
		this.nodes = new Map(facts.nodes.map((node) => [node.id, node]));
		this.relations = new Map(facts.relations.map((relation) => [relation.id, relation]));
		this.#ties = new Map(
			facts.relations
				.filter(({ until }) => until === undefined || lastDay(until) >= day)
				.map((relation) => [endsKey(relation), relation.id])
		);
	}

	lay(step: Step): void {
		const problem = this.#problemOf(step.change, step.when);
		if (problem) this.problems.push({ stepId: step.id, ...problem });
		else this.#apply(step.change, step.when);
	}

	#problemOf(
		change: PlannedChange,
		when: PartialDate | undefined
	): DistributiveOmit<StepProblem, 'stepId'> | undefined {
		switch (change.op) {
			case 'add': {
				const { id } = change.node;
				if (this.nodes.has(id)) return { about: id, code: 'already_planned' };
				const arriving = new Map([[id, change.node]]);
				for (const relation of change.relations) {
					const problem = this.#ofRelation(relation, when, arriving);
					if (problem) return problem;
				}
				return undefined;
			}
			case 'tie':
				return this.#ofRelation(change.relation, when, new Map());
			case 'modify': {
				const record = this.#record(change.entity, change.id);
				if (!record) return { about: change.id, code: 'missing' };
				return changedField(record, change) ?? invalidField(record, change);
			}
			case 'end': {
				if (this.#record(change.entity, change.id)) return undefined;
				const code = this.ended.has(change.id) ? 'already_ended' : 'missing';
				return { about: change.id, code };
			}
		}
	}

	#ofRelation(
		relation: Relation,
		when: PartialDate | undefined,
		arriving: ReadonlyMap<string, GraphNode>
	): DistributiveOmit<StepProblem, 'stepId'> | undefined {
		const { id, type, source, target } = relation;
		if (this.relations.has(id)) return { about: id, code: 'already_planned' };
		if (source === target) return { about: source, code: 'same_ends' };
		const known = this.#ties.get(endsKey(relation));
		if (known !== undefined)
			return { about: known, code: this.added.has(known) ? 'already_planned' : 'already_there' };
		for (const [side, end] of [
			['source', source],
			['target', target]
		] as const) {
			const node = this.nodes.get(end) ?? arriving.get(end);
			if (!node) return { about: end, code: 'missing_end' };
			if (!END_LABELS[type][side].includes(node.label)) return { about: end, code: 'wrong_ends' };
			const begins = this.#from.get(end) ?? founded(node);
			if (when !== undefined && begins !== undefined && lastDay(when) < firstDay(begins))
				return { about: end, code: 'before_it_exists', begins };
		}
		return undefined;
	}

	#record(entity: 'node' | 'relation', id: string): GraphNode | Relation | undefined {
		return entity === 'node' ? this.nodes.get(id) : this.relations.get(id);
	}

	#apply(change: PlannedChange, when: PartialDate | undefined): void {
		switch (change.op) {
			case 'add':
				this.nodes.set(change.node.id, change.node);
				this.added.add(change.node.id);
				if (when !== undefined) this.#from.set(change.node.id, when);
				for (const relation of change.relations) this.#tie(relation, when);
				return;
			case 'tie':
				return this.#tie(change.relation, when);
			case 'modify':
				return this.#modify(change);
			case 'end':
				return change.entity === 'node' ? this.#endNode(change.id) : this.#endRelation(change.id);
		}
	}

	#tie(relation: Relation, when: PartialDate | undefined): void {
		this.relations.set(relation.id, when === undefined ? relation : { ...relation, since: when });
		this.added.add(relation.id);
		this.#ties.set(endsKey(relation), relation.id);
	}

	#modify({ entity, id, after }: PlannedChange & { op: 'modify' }): void {
		const node = this.nodes.get(id);
		const relation = this.relations.get(id);
		if (entity === 'node' && node) this.nodes.set(id, withProperties(node, after));
		if (entity === 'relation' && relation) this.relations.set(id, withProperties(relation, after));
		this.modified.add(id);
	}

	#endNode(id: string): void {
		for (const { id: relationId, source, target, resourceId } of [...this.relations.values()])
			if (source === id || target === id || resourceId === id) this.#endRelation(relationId);
		this.nodes.delete(id);
		this.ended.add(id);
	}

	#endRelation(id: string): void {
		const relation = this.relations.get(id);
		if (relation) this.#ties.delete(endsKey(relation));
		this.relations.delete(id);
		this.ended.add(id);
	}

	planned(): Planned {
		const { added, modified, ended, problems } = this;
		return {
			slice: {
				revision: this.facts.revision,
				nodes: sorted(this.nodes),
				relations: sorted(this.relations),
				claims: this.facts.claims.filter(({ aboutId }) => this.relations.has(aboutId))
			},
			...{ added, modified, ended, problems }
		};
	}
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

const founded = (node: GraphNode): PartialDate | undefined =>
	'foundedYear' in node && node.foundedYear !== undefined ? String(node.foundedYear) : undefined;

function changedField(
	record: GraphNode | Relation,
	{ id, before }: PlannedChange & { op: 'modify' }
): DistributiveOmit<StepProblem, 'stepId'> | undefined {
	const values = new Map(Object.entries(record));
	for (const [field, was] of Object.entries(before)) {
		const found: PropertyValue | null = values.get(field) ?? null;
		if (!same(found, was)) return { about: id, code: 'changed', field, found };
	}
	return undefined;
}

function invalidField(
	record: GraphNode | Relation,
	{ id, after }: PlannedChange & { op: 'modify' }
): DistributiveOmit<StepProblem, 'stepId'> | undefined {
	const fixed = Object.keys(after).find((field) => FIXED.has(field));
	if (fixed !== undefined) return { about: id, code: 'not_valid', field: fixed };
	const modified = withProperties(record, after);
	const parsed = 'label' in modified ? parseNode(modified) : parseRelation(modified);
	if (parsed.ok) return undefined;
	return { about: id, code: 'not_valid', field: parsed.problems[0]?.field ?? '' };
}

/** The record with `after` written over it; `null` takes a property away. */
function withProperties<T extends GraphNode | Relation>(record: T, after: PartialProperties): T {
	const merged = { ...record, ...after };
	for (const [field, value] of Object.entries(after))
		if (value === null) Reflect.deleteProperty(merged, field);
	return merged;
}

/**
 * Lays a scenario's steps over facts on a day (`YYYY-MM-DD`: what had ended by then no longer stands in
 * the way). The facts are left as they are; a step that does not fit is told and changes nothing.
 */
export function applySteps(facts: GraphSlice, steps: readonly Step[], day: string): Planned {
	const laying = new Laying(facts, day);
	for (const step of steps) laying.lay(step);
	return laying.planned();
}

/** Ids of facts the steps name that may lie outside a slice: ends of what is planned. */
export function factsNamed(steps: readonly Step[]): string[] {
	const named = new Set<string>();
	const own = new Set<string>();
	for (const { change } of steps) {
		const relations =
			change.op === 'add' ? change.relations : change.op === 'tie' ? [change.relation] : [];
		if (change.op === 'add') own.add(change.node.id);
		if ((change.op === 'modify' || change.op === 'end') && change.entity === 'node')
			named.add(change.id);
		for (const { source, target, resourceId } of relations)
			for (const id of [source, target, resourceId]) if (id !== undefined) named.add(id);
	}
	return [...named].filter((id) => !own.has(id)).sort();
}

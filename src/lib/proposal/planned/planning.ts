/** What a scenario plans over the facts a dossier is made of. */
import type { Relation } from '#lib/domain/entities.ts';
import type { StepProblem } from '#lib/domain/scenario/apply.ts';
import type { Scenario, Step } from '#lib/domain/scenario/scenario.ts';
import { FAMILY_OF, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { problemSaid, stepSentence, type Known } from '#lib/i18n/scenario-sentences.ts';
import type { Indicators } from '#lib/network/indicators/indicators.ts';
import type { IsolationRow, Layout, Network } from '#lib/network/model.ts';
import type { ScenarioDifferences } from '#lib/network/scenario/differences.ts';
import type { Content } from '../framework.ts';

/** A network drawn and judged. */
interface Picture {
	network: Network;
	isolated: readonly IsolationRow[];
	layout: Layout;
}

/** A scenario laid over the facts: the part of it a dossier tells. */
export interface LaidOver {
	steps: readonly Step[];
	after: Picture;
	/** Ids of nodes and edges of `after` that are planned. */
	planned: ReadonlySet<string>;
	/** Ids of nodes and edges of the facts that the scenario ends. */
	ended: ReadonlySet<string>;
	problems: readonly StepProblem[];
	differences: ScenarioDifferences;
	figures: { before: Indicators; after: Indicators };
}

export interface Planning extends LaidOver {
	/** The scenario's. */
	name: string;
	note?: string | undefined;
	/** What its steps speak of. */
	known: Known;
	/** Steps that do not fit the facts of now, each told: they change nothing. */
	unfit: readonly string[];
}

/** A scenario as a dossier tells it; of its steps, those that fit the facts. */
export function planningOf(
	{ name, note }: Pick<Scenario, 'name' | 'note'>,
	laid: LaidOver,
	known: Known
): Planning {
	const problems = new Map(laid.problems.map((problem) => [problem.stepId, problem]));
	const unfit = laid.steps.flatMap(({ id, change }) => {
		const problem = problems.get(id);
		const step = stepSentence(change, known);
		return problem ? `${step}. ${problemSaid(problem, change, known).sentence}` : [];
	});
	return {
		...laid,
		name,
		note,
		known,
		unfit,
		steps: laid.steps.filter(({ id }) => !problems.has(id))
	};
}

/** Relations a step brings. */
export const relationsOf = ({ change }: Step): readonly Relation[] => {
	if (change.op === 'add') return change.relations;
	return change.op === 'tie' ? [change.relation] : [];
};

const CONTENT_OF: Readonly<Record<Family, Content>> = {
	cooperation: 'cooperations',
	sharing: 'sharing',
	governance: 'governance',
	funding: 'funding',
	participation: 'participants',
	oversight: 'participants',
	place: 'territory'
};

/** Where a relation is told. */
export const contentOf = ({ type }: Pick<Relation, 'type'>): Content => CONTENT_OF[FAMILY_OF[type]];

/** Where a step is told first; what it brings beside may be told elsewhere too. */
export function subjectOf({ change }: Step, { known }: Pick<Planning, 'known'>): Content {
	switch (change.op) {
		case 'add':
			return change.node.label === 'SharedResource' ? 'sharing' : 'participants';
		case 'tie':
			return contentOf(change.relation);
		case 'modify':
		case 'end': {
			const relation = change.entity === 'relation' ? known.relation(change.id) : undefined;
			if (relation) return contentOf(relation);
			const { label } = known.end(change.id);
			if (label === 'SharedResource') return 'sharing';
			return label === 'HealthProject' ? 'territory' : 'participants';
		}
	}
}

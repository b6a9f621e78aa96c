/** A scenario in sentences: its steps, why one does not fit, what would change. */
import type { NodeLabel, Relation } from '#lib/domain/entities.ts';
import type { StepProblem } from '#lib/domain/scenario/apply.ts';
import type { Agreement, Edit, PlannedChange, Step } from '#lib/domain/scenario/scenario.ts';
import type { ScenarioDifferences, StageSum } from '#lib/network/scenario/differences.ts';
import { namesOf } from './fragile-sentences.ts';
import { amount, dateLabel, kindLabel, number, stageLabel } from './labels.ts';
import { m } from './paraglide/messages.js';
import { tiePhrase, type TieEnd } from './tie-sentences.ts';

/** What a scenario speaks of, by id: facts and plans. */
export interface Known {
	/** A node's name and label; the id itself when nobody knows it. */
	end(id: string): TieEnd;
	relation(id: string): Relation | undefined;
}

/** What a scenario plans and names itself, over what else is known. */
export function knownWith(steps: readonly Step[], facts: Known): Known {
	const nodes = new Map<string, TieEnd>();
	const relations = new Map<string, Relation>();
	for (const { change } of steps) {
		if (change.op === 'add') {
			nodes.set(change.node.id, change.node);
			for (const relation of change.relations) relations.set(relation.id, relation);
		}
		if (change.op === 'tie') relations.set(change.relation.id, change.relation);
	}
	return {
		end: (id) => nodes.get(id) ?? facts.end(id),
		relation: (id) => relations.get(id) ?? facts.relation(id)
	};
}

/** « La Lanterne coopère avec Le Phare », with the money when there is any. */
export function relationSaid(relation: Relation, { end }: Known): string {
	const { source, target, type, amountEur, stage, amountPeriod } = relation;
	const money = [
		amountEur === undefined ? undefined : amount(amountEur),
		stage && stageLabel(stage),
		amountPeriod?.replace('-', '–')
	].filter((part) => part !== undefined);
	const facts = money.length > 0 ? ` (${money.join(', ')})` : '';
	return `${tiePhrase(type, end(source), end(target))}${facts}`;
}

const NEW: Partial<Record<NodeLabel, typeof m.scenario_step_structure>> = {
	Funder: m.scenario_step_funder,
	SharedResource: m.scenario_step_resource
};

/** What a step plans, in one sentence without its full stop. */
export function stepSentence(change: PlannedChange, known: Known): string {
	switch (change.op) {
		case 'add': {
			const { name, label } = change.node;
			const words = { name, kind: kindLabel(change.node) };
			const head = (NEW[label] ?? m.scenario_step_structure)(words);
			const ties = knownWith([{ id: '', at: '', agreement: 'hoped', change }], known);
			return [head, ...change.relations.map((each) => relationSaid(each, ties))].join(
				m.dossier_separator()
			);
		}
		case 'tie':
			return relationSaid(change.relation, known);
		case 'modify': {
			const { communes } = change.after;
			return Array.isArray(communes)
				? m.scenario_step_territory({ list: communes.join(', ') })
				: m.scenario_step_modify({ name: nameOf(change.id, known) });
		}
		case 'end': {
			if (change.entity === 'node')
				return m.scenario_step_end_node({ name: known.end(change.id).name });
			return m.scenario_step_end_relation({ tie: nameOf(change.id, known) });
		}
	}
}

/** What an id names: a node, or a relation in words. */
function nameOf(id: string, known: Known): string {
	const relation = known.relation(id);
	if (relation) return relationSaid(relation, known);
	const { name } = known.end(id);
	return name === id ? m.scenario_unknown_tie() : name;
}

/** Why a step does not fit, and whether the facts have simply done it. */
export function problemSaid(
	problem: StepProblem,
	change: PlannedChange,
	known: Known
): { sentence: string; isDone: boolean } {
	const name = nameOf(problem.about, known);
	switch (problem.code) {
		case 'already_planned':
			return { sentence: m.scenario_problem_already_planned(), isDone: false };
		case 'already_there':
			return { sentence: m.scenario_problem_already_there(), isDone: true };
		case 'missing':
			return { sentence: m.scenario_problem_missing(), isDone: change.op === 'end' };
		case 'missing_end':
			return {
				sentence: m.scenario_problem_missing_end({ name: known.end(problem.about).name }),
				isDone: false
			};
		case 'wrong_ends':
			return { sentence: m.scenario_problem_wrong_ends({ name }), isDone: false };
		case 'same_ends':
			return { sentence: m.scenario_problem_same_ends(), isDone: false };
		case 'already_ended':
			return { sentence: m.scenario_problem_already_ended(), isDone: false };
		case 'not_valid':
			return { sentence: m.scenario_problem_not_valid({ field: problem.field }), isDone: false };
		case 'before_it_exists': {
			const date = dateLabel(problem.begins);
			return { sentence: m.scenario_problem_before({ name, date }), isDone: false };
		}
		case 'changed': {
			const planned = change.op === 'modify' ? change.after[problem.field] : undefined;
			const isDone = JSON.stringify(planned) === JSON.stringify(problem.found);
			const sentence = isDone
				? m.scenario_problem_done({ name })
				: m.scenario_problem_changed({ name });
			return { sentence, isDone };
		}
	}
}

const AGREEMENT: Record<Agreement, () => string> = {
	agreed: m.scenario_agreement_agreed,
	in_discussion: m.scenario_agreement_in_discussion,
	hoped: m.scenario_agreement_hoped
};
/** « acquis », « en discussion », « espéré ». */
export const agreementLabel = (agreement: Agreement): string => AGREEMENT[agreement]();

/** « prévu pour mars 2027 · en discussion · suivi par la mairie ». */
export const stepFacts = ({ when, who, agreement }: Step): string =>
	[
		when === undefined ? undefined : m.scenario_when_said({ date: dateLabel(when) }),
		agreementLabel(agreement),
		who === undefined ? undefined : m.scenario_who_said({ who })
	]
		.filter((part) => part !== undefined)
		.join(' · ');

/** « ajout de « La Lanterne coopère avec Le Phare » »: what undoing takes back. `steps` are those before the edit. */
export function editSentence(edit: Edit, steps: readonly Step[], known: Known): string {
	const id = edit.op === 'add' || edit.op === 'replace' ? edit.step.id : edit.stepId;
	const found = edit.op === 'add' ? edit.step : steps.find((step) => step.id === id);
	const step = found ? stepSentence(found.change, knownWith([...steps, found], known)) : '';
	switch (edit.op) {
		case 'add':
			return m.scenario_edit_add({ step });
		case 'replace':
			return m.scenario_edit_replace({ step });
		case 'remove':
			return m.scenario_edit_remove({ step });
		case 'absorb':
			return m.scenario_edit_absorb({ step });
	}
}

/** « 12 000 € et 2 financements sans montant connu ». */
function sumSaid({ eur, known, unknown }: StageSum): string {
	const parts = [
		...(known > 0 ? [amount(eur)] : []),
		...(unknown > 0 ? [m.scenario_money_unknown({ count: unknown })] : [])
	];
	return parts.length > 0 ? parts.join(' + ') : m.scenario_money_none();
}

/** Everything that would change, one sentence each, what does not change left out. */
export function differenceSentences(
	{ structures, resources, ties, apart, singleTie, fragile, funding, funders }: ScenarioDifferences,
	nameOfId: (id: string) => string
): string[] {
	const said: string[] = [];
	const list = (
		ids: readonly string[],
		sentence: (words: { count: number; names: string }) => string
	): void => {
		const count = ids.length;
		if (count > 0) said.push(sentence({ count, names: namesOf(ids, count, nameOfId) }));
	};
	const counts = (pair: { before: number; after: number }) => ({
		before: number(pair.before),
		after: number(pair.after)
	});
	list(structures.gained, m.scenario_diff_joins);
	list(structures.lost, m.scenario_diff_leaves);
	if (apart.before !== apart.after) said.push(m.scenario_diff_apart(counts(apart)));
	list(apart.joined, m.scenario_diff_joined);
	list(apart.parted, m.scenario_diff_parted);
	if (ties.before !== ties.after) said.push(m.scenario_diff_ties(counts(ties)));
	list(singleTie.lost, m.scenario_diff_single_lost);
	list(singleTie.gained, m.scenario_diff_single_gained);
	list(fragile.lost, m.scenario_diff_fragile_lost);
	list(fragile.gained, m.scenario_diff_fragile_gained);
	list(resources.gained, m.scenario_diff_resources);
	list(resources.lost, m.scenario_diff_resources_lost);
	list(funders.gained, m.scenario_diff_payers);
	list(funders.lost, m.scenario_diff_payers_lost);
	for (const { stage, before, after } of funding) {
		const [was, is] = [sumSaid(before), sumSaid(after)];
		if (was === is) continue;
		const head =
			stage === 'unknown'
				? m.scenario_money_stage_unknown()
				: m.scenario_money_stage({ stage: stageLabel(stage) });
		said.push(m.scenario_diff_money({ stage: head, before: was, after: is }));
	}
	return said;
}

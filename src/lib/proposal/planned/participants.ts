import { byName } from '#lib/domain/sheets.ts';
import { familyOf } from '#lib/domain/vocabulary/relation-types.ts';
import { capital, kindLabel } from '#lib/i18n/labels.ts';
import { relationSaid } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Block } from '../document.ts';
import { participants, type ProposalFacts } from '../facts.ts';
import { cell } from '../sections/section.ts';
import { relationsOf, type Planning } from './planning.ts';
import { agreedSaid, plannedOn, whenSaid } from './words.ts';

/** Structures that would join the network, by name. */
export function newcomers({ differences, after }: Planning): NetworkNode[] {
	const gained = new Set(differences.structures.gained);
	return after.network.nodes.filter(({ id }) => gained.has(id)).sort(byName);
}

/** Numbers of the drawing after: those of the facts, then a new one for each newcomer. */
export const plannedNumbers = (
	facts: ProposalFacts,
	planning: Planning,
	known: ReadonlyMap<string, number>
): ReadonlyMap<string, number> => {
	const first = participants(facts).length + 1;
	return new Map([
		...known,
		...newcomers(planning).map(({ id }, index) => [id, first + index] as const)
	]);
};

export function plannedParticipants(facts: ProposalFacts, planning: Planning): Block[] {
	const first = participants(facts).length + 1;
	const names = new Set<string>();
	const rows = newcomers(planning).map((node, index) => {
		names.add(node.id);
		const steps = planning.steps.filter(
			(step) =>
				(step.change.op === 'add' && step.change.node.id === node.id) ||
				relationsOf(step).some(({ source, target }) => [source, target].includes(node.id))
		);
		const [step] = steps;
		const part = steps
			.flatMap(relationsOf)
			.filter(({ source, type }) => source === node.id && familyOf(type) === 'participation')
			.map((relation) => relationSaid(relation, planning.known));
		return [
			...cell(String(first + index)),
			{ text: node.name, planned: true },
			...cell(capital(kindLabel(node))),
			...cell(node.commune ?? m.sheet_not_collected()),
			...cell(part.join(m.dossier_separator()) || m.dossier_planned_by_ties()),
			...cell(step && capital([whenSaid(step), agreedSaid(step)].join(m.dossier_separator())))
		];
	});
	const others = plannedOn('participants', {
		...planning,
		steps: planning.steps.filter(({ change }) => change.op !== 'add' || !names.has(change.node.id))
	});
	const table: Block = {
		kind: 'table',
		caption: m.dossier_planned_participants_caption(),
		head: [
			m.proposal_number(),
			m.proposal_structure(),
			m.proposal_nature(),
			m.proposal_commune(),
			m.proposal_role(),
			m.dossier_planned_column()
		],
		numeric: [0],
		rows
	};
	return [
		...(rows.length > 0 ? [table] : []),
		...(others.length > 0 ? [{ kind: 'list' as const, items: others.map((run) => [run]) }] : [])
	];
}

/** What a scenario adds to each subject of a dossier, under a title of its own, after the facts. */
import { isHorizontalFamily, familyOf } from '#lib/domain/vocabulary/relation-types.ts';
import { namesOf } from '#lib/i18n/fragile-sentences.ts';
import { relationSaid, stepSentence } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { isApart } from '#lib/network/isolation.ts';
import { compareText } from '#lib/network/order.ts';
import type { Block, Run } from '../document.ts';
import type { ProposalFacts } from '../facts.ts';
import type { Content } from '../framework.ts';
import { plannedFunding } from './funding.ts';
import { plannedNetwork, targets } from './network.ts';
import { plannedParticipants } from './participants.ts';
import { relationsOf, type Planning } from './planning.ts';
import { plannedOn, plannedRun } from './words.ts';

const list = (items: readonly Run[]): Block[] =>
	items.length > 0 ? [{ kind: 'list', items: items.map((run) => [run]) }] : [];

/** What is planned for a structure that stands apart: the ties the steps give it, direct or by a resource. */
function reaching(actorId: string, { steps, known }: Planning): string[] {
	return steps
		.flatMap(relationsOf)
		.filter(
			({ type, source, target }) =>
				isHorizontalFamily(familyOf(type)) && (source === actorId || target === actorId)
		)
		.map((relation) => relationSaid(relation, known));
}

/** Each structure apart: what is planned for it, and whether it would still be. */
function reached({ isolated, network }: ProposalFacts, planning: Planning): Block[] {
	if (!network.documented) return [];
	const { after, known } = planning;
	const nameOf = (id: string): string => known.end(id).name;
	const there = new Set(after.network.nodes.map(({ id }) => id));
	const later = new Map(after.isolated.map((row) => [row.actorId, row]));
	const untouched: string[] = [];
	const items = isolated.filter(isApart).flatMap(({ actorId }): Run[] => {
		const name = nameOf(actorId);
		const steps = reaching(actorId, planning);
		const row = later.get(actorId);
		if (steps.length === 0 && row && isApart(row)) {
			untouched.push(actorId);
			return [];
		}
		const words = { name, steps: steps.join(m.dossier_separator()) };
		if (!there.has(actorId)) return [{ text: m.dossier_apart_leaves(words), planned: true }];
		if (steps.length === 0) return [{ text: m.dossier_apart_by_others(words), planned: true }];
		if (row && isApart(row)) return [{ text: m.dossier_apart_still(words), planned: true }];
		const said = row?.class === 'single_bridge' ? m.dossier_apart_single : m.dossier_apart_reached;
		return [{ text: said(words), planned: true }];
	});
	const count = untouched.length;
	const names = namesOf(untouched, count, nameOf);
	return [
		...list(items),
		...(count > 0
			? [{ kind: 'gap' as const, text: m.dossier_apart_nothing({ count, names }) }]
			: [])
	];
}

/** Everything planned, the earliest first, what has no date last. */
function calendar({ steps, known }: Planning): Block[] {
	const dated = steps.filter(({ when }) => when !== undefined);
	const undated = steps.filter(({ when }) => when === undefined);
	dated.sort((a, b) => compareText(a.when ?? '', b.when ?? ''));
	return list(
		[...dated, ...undated].map((step) => plannedRun(stepSentence(step.change, known), step))
	);
}

const WRITERS: Partial<
	Record<Content, (facts: ProposalFacts, planning: Planning) => readonly Block[]>
> = {
	territory: (_, planning) => list(plannedOn('territory', planning)),
	participants: plannedParticipants,
	network: plannedNetwork,
	cooperations: (_, planning) => list(plannedOn('cooperations', planning)),
	sharing: (_, planning) => list(plannedOn('sharing', planning)),
	governance: (_, planning) => list(plannedOn('governance', planning)),
	funding: plannedFunding,
	apart: reached,
	calendar: (_, planning) => calendar(planning),
	evaluation: (_, planning) => targets(planning)
};

/** What the scenario says on a subject, under « Prévu »; nothing without a scenario or when it says nothing. */
export function plannedBlocks(content: Content, facts: ProposalFacts): Block[] {
	const blocks = facts.planning ? (WRITERS[content]?.(facts, facts.planning) ?? []) : [];
	return blocks.length > 0
		? [{ kind: 'heading', level: 3, text: m.dossier_planned_title() }, ...blocks]
		: [];
}

import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { accessLabel } from '#lib/i18n/labels.ts';
import { namesOf } from '#lib/i18n/fragile-sentences.ts';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import type { Block, RuleResult, RuleState } from './document.ts';
import { participants, relationsIn, type ProposalFacts } from './facts.ts';
import type { Check, Content, Rule, Words } from './framework.ts';
import { newcomers } from './planned/participants.ts';

/** The words of a framework in the reader's language. */
export const said = (words: Words): string => (getLocale() === 'en' ? words.en : words.fr);

interface Outcome {
	state: RuleState;
	found: string;
	/** What to do when it is neither the rule's own remedy nor nothing. */
	confirm?: string;
}

const missing = (found: string): Outcome => ({ state: 'missing', found });
const satisfied = (found: string): Outcome => ({ state: 'satisfied', found });

/** What is planned satisfies no rule: it is said, and left to be confirmed. */
const onlyPlanned = (names: string): Outcome => ({
	state: 'to_confirm',
	found: m.dossier_rule_planned({ names }),
	confirm: m.dossier_rule_planned_remedy()
});

const plannedMembers = ({ planning }: ProposalFacts) => (planning ? newcomers(planning) : []);

function members(check: Extract<Check, { kind: 'members' }>, facts: ProposalFacts): Outcome {
	const projects = facts.sheet
		? [facts.sheet.node]
		: (facts.territory?.projects ?? []).map(({ node }) => node);
	const kinds = new Set<string>(check.of);
	const names = [
		...projects.flatMap(({ kind, name }) => (check.projects.includes(kind) ? name : [])),
		...participants(facts)
			.filter(({ kind }) => kinds.has(kind))
			.map(({ name }) => name)
	];
	const list = namesOf(names, names.length, (name) => name);
	if (names.length < check.atLeast) {
		const planned = plannedMembers(facts).filter(({ kind }) => kinds.has(kind));
		if (names.length + planned.length >= check.atLeast) {
			const hoped = namesOf(
				planned.map(({ name }) => name),
				planned.length,
				(name) => name
			);
			return onlyPlanned(hoped);
		}
	}
	if (names.length === 0) return missing(m.proposal_found_none());
	if (names.length < check.atLeast)
		return missing(m.proposal_found_few({ names: list, least: check.atLeast }));
	const found = m.proposal_found({ names: list });
	return check.confirm
		? { state: 'to_confirm', found, confirm: said(check.confirm) }
		: satisfied(found);
}

function territory({ sheet, territory, planning }: ProposalFacts): Outcome {
	const communes = sheet?.node.communes;
	const text = sheet ? sheet.node.territoryText : territory?.name;
	if (communes?.length)
		return satisfied(
			m.proposal_found({ names: namesOf(communes, communes.length, (name) => name) })
		);
	const planned = planning?.after.network.project?.communes;
	if (planned?.length && !text)
		return onlyPlanned(namesOf(planned, planned.length, (name) => name));
	return text
		? {
				state: 'to_confirm',
				found: m.proposal_found({ names: text }),
				confirm: m.proposal_confirm_territory()
			}
		: missing(m.proposal_found_none());
}

function access({ sheet }: ProposalFacts): Outcome {
	const stated = sheet?.node.accessDimensions ?? [];
	const silent = ACCESS_DIMENSIONS.filter((one) => !stated.includes(one));
	return silent.length === 0
		? satisfied(m.proposal_access_all())
		: missing(
				m.proposal_access_missing({
					names: namesOf(silent, silent.length, accessLabel)
				})
			);
}

/** Ties between members that stand, without any source. */
function sourced(facts: ProposalFacts): Outcome {
	const open = (['cooperation', 'sharing', 'funding'] as const).flatMap(
		(family) => relationsIn(facts, family).open
	);
	if (open.length === 0) return missing(m.proposal_found_none());
	const bare = open.filter(({ claims }) => claims.every(({ source }) => !source));
	return bare.length === 0
		? satisfied(m.proposal_all_sourced({ count: open.length }))
		: missing(m.proposal_unsourced({ count: bare.length, of: open.length }));
}

/** What a rule comes to on these facts. `contents`: what the sections were filled with. */
export function checkRule(
	{ id, statement, remedy, reference, check }: Rule,
	facts: ProposalFacts,
	contents: ReadonlyMap<Content, readonly Block[]>
): RuleResult {
	const found = outcomeOf(check, facts, contents);
	const outcome = facts.territory ? inTerritory(found, check) : found;
	return {
		id,
		statement: said(statement),
		state: outcome.state,
		found: outcome.found,
		remedy: outcome.state === 'satisfied' ? '' : (outcome.confirm ?? said(remedy)),
		reference
	};
}

/** What a territory has is not yet the project's: it satisfies no rule but that of sources. */
const inTerritory = (outcome: Outcome, { kind }: Check): Outcome =>
	outcome.state === 'satisfied' && kind !== 'sourced'
		? { ...outcome, state: 'to_confirm', confirm: m.dossier_territory_confirm() }
		: outcome;

/** Nothing there but what a scenario plans, under its own title. */
function isPlannedOnly(blocks: readonly Block[]): boolean {
	const from = blocks.findIndex(
		(block) => block.kind === 'heading' && block.text === m.dossier_planned_title()
	);
	return from >= 0 && blocks.slice(0, from).every(({ kind }) => kind === 'gap');
}

function outcomeOf(
	check: Check,
	facts: ProposalFacts,
	contents: ReadonlyMap<Content, readonly Block[]>
): Outcome {
	switch (check.kind) {
		case 'members':
			return members(check, facts);
		case 'territory':
			return territory(facts);
		case 'access':
			return access(facts);
		case 'sourced':
			return sourced(facts);
		case 'content': {
			const blocks = contents.get(check.of) ?? [];
			if (blocks.every(({ kind }) => kind === 'gap')) return missing(m.proposal_found_none());
			if (isPlannedOnly(blocks)) return onlyPlanned(m.dossier_rule_planned_section());
			const found = m.proposal_in_data();
			return check.confirm
				? { state: 'to_confirm', found, confirm: said(check.confirm) }
				: satisfied(found);
		}
		case 'team':
			return { state: 'to_confirm', found: m.proposal_team_only() };
	}
}

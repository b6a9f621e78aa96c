import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { aboutOf, annexOf, recipientsOf } from './about.ts';
import { Citations } from './citations.ts';
import type { Block, Dossier, Section } from './document.ts';
import { knownSources, titleOf, type ProposalFacts } from './facts.ts';
import type { Content, Framework } from './framework.ts';
import { passageKey, passageOf, TEAM, teamPassage, type Written } from './passages/passage.ts';
import { plannedBlocks } from './planned/sections.ts';
import { renumbered } from './renumber.ts';
import { checkRule, said } from './rules.ts';
import * as project from './sections/project.ts';
import * as territory from './sections/territory.ts';
import { apart, network } from './sections/insight.ts';
import { participants } from './sections/participants.ts';
import type { SectionWriter } from './sections/section.ts';
import { cooperations, funding, governance, sharing } from './sections/ties.ts';

/** Subjects the data know of a project, and hardly of one that is only planned. */
const OF_PROJECT = [
	'identity',
	'territory',
	'needs',
	'care',
	'access',
	'calendar',
	'evaluation'
] as const satisfies readonly Content[];
type OfProject = (typeof OF_PROJECT)[number];

const OF_NETWORK: Record<Exclude<Content, OfProject>, SectionWriter> = {
	participants,
	network,
	cooperations,
	sharing,
	funding,
	governance,
	apart
};

const isOfProject = (content: Content): content is OfProject =>
	OF_PROJECT.some((one) => one === content);

function factsOn(content: Content, facts: ProposalFacts, cite: Citations): Block[] {
	if (!isOfProject(content)) return OF_NETWORK[content](facts, cite);
	return facts.territory ? territory[content](facts, cite) : project[content](facts, cite);
}

/** Titles inside a section that has several subjects. */
const TITLE: Record<Content, () => string> = {
	identity: m.proposal_content_identity,
	territory: m.proposal_content_territory,
	needs: m.proposal_content_needs,
	participants: m.proposal_content_participants,
	care: m.proposal_content_care,
	access: m.proposal_content_access,
	network: m.proposal_content_network,
	cooperations: m.proposal_content_cooperations,
	sharing: m.proposal_content_sharing,
	funding: m.proposal_content_funding,
	governance: m.proposal_content_governance,
	apart: m.proposal_content_apart,
	calendar: m.proposal_content_calendar,
	evaluation: m.proposal_content_evaluation
};

/** What the facts say on a subject, then what is planned. */
const saidOn = (content: Content, facts: ProposalFacts, cite: Citations): Block[] => [
	...factsOn(content, facts, cite),
	...plannedBlocks(content, facts)
];

/** The sections of a framework filled with what the facts say, in the order it asks; the current language. */
export function buildDossier(
	framework: Framework,
	known: ProposalFacts,
	written: Written = new Map()
): Dossier {
	const facts = framework.letter ? { ...known, isNarrow: true } : known;
	const cite = new Citations(knownSources(facts));
	const contents = new Map<Content, readonly Block[]>();
	const sections = framework.sections.map(({ id, title, guidance, contents: asked }): Section => {
		const passages = asked.map((content) => {
			const data = saidOn(content, facts, cite);
			const heading = asked.length > 1 ? TITLE[content]() : undefined;
			const place = { id: content, title: heading };
			const passage = passageOf(place, data, written.get(passageKey(id, content)), cite);
			contents.set(content, passage.blocks);
			return passage;
		});
		const team = teamPassage(said(guidance), written.get(passageKey(id, TEAM)), {
			heading: asked.length > 0,
			cite
		});
		return { id, title: said(title), passages: [...passages, team] };
	});
	for (const { check } of framework.rules)
		if (check.kind === 'content' && !contents.has(check.of))
			contents.set(check.of, saidOn(check.of, facts, cite));
	return {
		title: titleOf(facts),
		framework: said(framework.name),
		about: aboutOf(facts),
		...(framework.letter ? { letter: { to: recipientsOf(facts) } } : {}),
		...renumbered(sections, cite.sources),
		rules: framework.rules.map((rule) => checkRule(rule, facts, contents)),
		annex: annexOf(facts),
		references: framework.references.map(({ title, checked }) =>
			checked
				? m.proposal_reference_checked({
						title,
						day: dateLabel(checked.day),
						against: said(checked.against)
					})
				: m.proposal_reference_unchecked({ title })
		)
	};
}

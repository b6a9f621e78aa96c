import { coverageLabel } from '#lib/i18n/facts.ts';
import { capital, dateLabel, kindLabel, number, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { Citations } from './citations.ts';
import type { Block, Dossier, Section } from './document.ts';
import { knownSources, type ProposalFacts } from './facts.ts';
import type { Content, Framework } from './framework.ts';
import { passageKey, passageOf, TEAM, teamPassage, type Written } from './passages/passage.ts';
import { plannedBlocks } from './planned/sections.ts';
import { renumbered } from './renumber.ts';
import { checkRule, said } from './rules.ts';
import { access, care, evaluation, identity, needs, territory } from './sections/project.ts';
import { apart, calendar, network } from './sections/insight.ts';
import { participants } from './sections/participants.ts';
import type { SectionWriter } from './sections/section.ts';
import { cooperations, funding, governance, sharing } from './sections/ties.ts';

const WRITERS: Record<Content, SectionWriter> = {
	identity,
	territory,
	needs,
	participants,
	care,
	access,
	network,
	cooperations,
	sharing,
	funding,
	governance,
	apart,
	calendar,
	evaluation
};

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
	...WRITERS[content](facts, cite),
	...plannedBlocks(content, facts)
];

/** Who receives a letter of intent. */
const recipientsOf = ({ sheet: { node } }: ProposalFacts): string =>
	node.region
		? m.dossier_letter_to({ region: regionLabel(node.region) })
		: m.dossier_letter_to_any();

/** How the figures were made and what they do not say. */
function annexOf({
	network: { day, revision },
	sheet: { node },
	planning
}: ProposalFacts): Block[] {
	return [
		{
			kind: 'list',
			items: [
				m.proposal_method_day({ day: dateLabel(day), revision: number(revision) }),
				m.proposal_method_coverage({ coverage: coverageLabel(node.coverage) }),
				m.proposal_method_ties(),
				m.proposal_method_apart(),
				m.proposal_method_fragile(),
				m.proposal_method_amounts(),
				m.dossier_method_team(),
				...(planning ? [m.dossier_method_planned({ name: planning.name })] : [])
			].map((text) => [{ text }])
		}
	];
}

/** The sections of a framework filled with what the facts say, in the order it asks; the current language. */
export function buildDossier(
	framework: Framework,
	known: ProposalFacts,
	written: Written = new Map()
): Dossier {
	const facts = framework.letter ? { ...known, isNarrow: true } : known;
	const { node } = facts.sheet;
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
		title: node.name,
		framework: said(framework.name),
		about: [
			[capital(kindLabel(node)), node.region && regionLabel(node.region)]
				.filter(Boolean)
				.join(' · '),
			m.proposal_about_day({ day: dateLabel(facts.network.day) }),
			...(facts.planning ? [m.dossier_about_planned({ name: facts.planning.name })] : []),
			...(facts.fictional ? [m.explorer_fictional_notice()] : [])
		],
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

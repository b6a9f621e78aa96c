import type { Organisation } from '#lib/domain/entities.ts';
import type { RelationView } from '#lib/domain/views.ts';
import { capital, counted, kindLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { participants as participantsOf, type ProposalFacts } from '../facts.ts';
import { cell, ofWhat, type SectionWriter } from './section.ts';

const ROLE: Partial<Record<RelationView['type'], () => string>> = {
	LEADS: m.proposal_role_leads,
	TAKES_PART_IN: m.proposal_role_takes_part,
	SUPPORTS: m.proposal_role_supports,
	FUNDS: m.proposal_role_funds,
	MANAGES: m.proposal_role_manages,
	GOVERNS: m.proposal_role_governs
};

/** What a structure does in the project itself, or in those of the territory, and the relations that say so. */
function partOf({ id }: Organisation, { sheet, territory }: ProposalFacts) {
	const sheets = sheet ? [sheet] : (territory?.projects ?? []);
	const said = sheets.flatMap(({ node: project, relations }) =>
		relations
			.filter(({ source, type, status }) => source.id === id && ROLE[type] && status !== 'ended')
			.map(({ type, claims }) => {
				const role = ROLE[type]?.() ?? '';
				const named = sheet ? role : m.dossier_territory_part({ role, project: project.name });
				return { role: named, claims };
			})
	);
	const roles = [...new Set(said.map(({ role }) => role))];
	return { roles, claims: said.flatMap(({ claims }) => claims) };
}

/** Numbers the figure and the table share: one for each participant, from one, by name. */
export const participantNumbers = (facts: ProposalFacts): ReadonlyMap<string, number> =>
	new Map(participantsOf(facts).map(({ id }, index) => [id, index + 1]));

export const participants: SectionWriter = (facts, cite) => {
	const found = participantsOf(facts);
	if (found.length === 0)
		return [{ kind: 'gap', text: m.proposal_no_participant({ of: ofWhat(facts) }) }];
	const claims = new Map(facts.proofs.claims.map(({ about, claims }) => [about, claims]));
	return [
		{
			kind: 'paragraph',
			runs: [
				{
					text: m.proposal_participants_intro({
						of: ofWhat(facts),
						count: counted.structures(found.length)
					})
				}
			]
		},
		{
			kind: 'table',
			caption: m.proposal_participants_caption({ of: ofWhat(facts) }),
			head: [
				m.proposal_number(),
				m.proposal_structure(),
				m.proposal_nature(),
				m.proposal_commune(),
				facts.sheet ? m.proposal_role() : m.dossier_territory_role()
			],
			numeric: [0],
			rows: found.map((node, index) => {
				const { roles, claims: said } = partOf(node, facts);
				return [
					...cell(String(index + 1)),
					...cell(node.name, cite.of(claims.get(node.id) ?? [])),
					...cell(capital(kindLabel(node))),
					...cell(node.commune ?? m.sheet_not_collected()),
					...cell(
						roles.length > 0
							? capital(roles.join(', '))
							: facts.sheet
								? m.proposal_role_tied()
								: m.dossier_territory_no_part(),
						cite.of(said)
					)
				];
			})
		}
	];
};

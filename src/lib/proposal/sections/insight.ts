/** What the network shows as a whole: its drawing, who stands apart in it, what came when. */
import { fragileSentence } from '#lib/i18n/fragile-sentences.ts';
import { counted, dateLabel, isolationLabel, isolationReasons } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { fragileIn } from '#lib/network/fragile.ts';
import { horizontalTies } from '#lib/network/ties.ts';
import { networkFigure } from '../figures/network.ts';
import { participants, type ProposalFacts } from '../facts.ts';
import type { Block, Figure } from '../document.ts';
import { participantNumbers } from './participants.ts';
import { ofWhat, type SectionWriter } from './section.ts';

/** More ties that hold others up are left to the page of the network. */
const MOST_FRAGILE = 3;

/** The project's network, drawn for paper. */
export const figureOf = (facts: ProposalFacts): Figure =>
	networkFigure(facts.network, facts.layout, {
		numbers: participantNumbers(facts),
		apart: new Set(
			facts.isolated.filter(({ undocumented }) => !undocumented).map(({ actorId }) => actorId)
		),
		beside: facts.planning?.after,
		isNarrow: facts.isNarrow
	});

export const network: SectionWriter = (facts) => {
	const { network } = facts;
	const structures = participants(facts).length;
	if (structures === 0)
		return [{ kind: 'gap', text: m.proposal_no_participant({ of: ofWhat(facts) }) }];
	const counts = m.proposal_network_counts({
		structures: counted.structures(structures),
		ties: counted.ties(horizontalTies(network).length),
		resources: counted.resources(
			network.nodes.filter(({ label, member }) => label === 'SharedResource' && member).length
		)
	});
	const sentence = network.documented ? counts : `${counts} ${m.explorer_undocumented()}`;
	return [
		{ kind: 'paragraph', runs: [{ text: sentence }] },
		{
			kind: 'figure',
			id: 'reseau',
			figure: figureOf(facts),
			caption: m.proposal_network_caption({ of: ofWhat(facts), day: dateLabel(network.day) }),
			alt: m.proposal_network_alt({ counts })
		}
	];
};

export const apart: SectionWriter = (facts) => {
	const { network, isolated } = facts;
	if (!network.documented) return [{ kind: 'gap', text: m.explorer_undocumented() }];
	// Who is tied to somebody from outside is named too.
	const outside = network.outside?.map(({ other }) => other) ?? [];
	const names = new Map([...outside, ...network.nodes].map(({ id, name }) => [id, name]));
	const nameOf = (id: string): string => names.get(id) ?? id;
	const blocks: Block[] =
		isolated.length === 0
			? [{ kind: 'paragraph', runs: [{ text: m.proposal_nobody_apart({ of: ofWhat(facts) }) }] }]
			: [
					{ kind: 'paragraph', runs: [{ text: m.proposal_apart_intro() }] },
					{
						kind: 'list',
						items: isolated.map((row) => {
							const partners = row.class === 'no_horizontal_tie' ? [] : row.with.map(nameOf);
							const reasons = isolationReasons(row, partners);
							const why = [isolationLabel(row.class), reasons].filter(Boolean).join(', ');
							return [{ text: m.proposal_apart_one({ name: nameOf(row.actorId), why }) }];
						})
					}
				];
	const fragile = fragileIn(network).nodes.slice(0, MOST_FRAGILE);
	if (fragile.length > 0)
		blocks.push(
			{ kind: 'heading', level: 3, text: m.proposal_fragile() },
			{
				kind: 'list',
				items: fragile.map((node) => [{ text: fragileSentence(nameOf(node.id), node, nameOf) }])
			}
		);
	return blocks;
};

/** What is said of a step: where it led, how many ties start there, and the tie walked. */
import { familyLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { tieSentence } from '#lib/i18n/tie-sentences.ts';
import { neighbourCount, type ExplorerData, type Shown } from '../data.ts';

/** Ties between the same two that are said one by one. */
const MOST_SAID = 3;

/**
 * « Le Phare, 5 liens directs. Coopération : La Lanterne coopère avec Le Phare, depuis 2019. En cours,
 * sourcé, dit par les deux. »
 */
export function walkedWords(
	{ nodes }: Pick<ExplorerData, 'nodes'>,
	{ from, to, back, shown }: { from: string | undefined; to: string; back: boolean; shown: Shown }
): string {
	const name = nodes.get(to)?.name ?? to;
	const here = m.text_walk_here({ name, count: neighbourCount(to, shown.edges) });
	const words = [back ? m.text_walk_back({ here }) : here];
	const between = shown.edges.filter(
		({ source, target }) => (source === from && target === to) || (source === to && target === from)
	);
	for (const edge of between.slice(0, MOST_SAID)) {
		const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
		if (source && target)
			words.push(
				m.text_family({ family: familyLabel(edge.family), ties: tieSentence(edge, source, target) })
			);
	}
	const more = between.length - MOST_SAID;
	if (more > 0) words.push(m.text_walk_more({ count: more }));
	return words.join(' ');
}

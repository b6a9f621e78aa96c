import { m } from '#lib/i18n/paraglide/messages.js';
import { spanOf } from '#lib/network/years.ts';
import { countChanges, countShown } from './time/counts.ts';
import { aliveWords, changesWords } from './time/words.ts';
import { isStructure, neighbourCount } from './data.ts';
import type { Explorer } from './explorer.svelte.ts';
import { viewName } from './views/names.ts';
import { chosenIds } from './stage/choice.ts';
import { saidChosen } from './stage/said.ts';

/** One sentence on what is shown, read aloud once per change, a change of view too. Empty until the network is there. */
export function announcement(explorer: Explorer): string {
	const { view, reading } = explorer.view;
	const said = explorer.trail.said ?? changeSaid(explorer);
	const seen =
		said && view !== 'reseau' ? m.views_pair({ label: viewName(view), value: said }) : said;
	return seen && reading ? m.views_pair({ label: m.text_reading(), value: seen }) : seen;
}

function changeSaid(explorer: Explorer): string {
	const { changes, faceted, shown, view } = explorer;
	const said = shownSentence(explorer);
	if (!said || view.selection || chosenIds(view).size > 0) return said;
	// A filter may change ties alone: that too is heard.
	if (view.year === undefined) return `${said}, ${m.time_links({ count: shown.edges.length })}`;
	const span = spanOf(view);
	const then =
		span && changes && faceted
			? changesWords(span, countChanges(changes, faceted.edges))
			: m.time_in({ year: String(view.year), said: aliveWords(countShown(shown.edges)) });
	return `${then} · ${shownWords(explorer)}`;
}

/** The same without the figures the time bar shows: what is written over the drawing. */
export function shownSentence(explorer: Explorer): string {
	const said = shownWords(explorer);
	const { view } = explorer;
	const span = spanOf(view);
	if (!said || view.year === undefined) return said;
	return span
		? m.time_said_between({
				before: String(span.before),
				after: String(span.after),
				changes: said
			})
		: m.time_said_in({ year: String(view.year), said });
}

/** What is shown, whatever the year. */
export function shownWords(explorer: Explorer): string {
	const { selectedNode, selectedEdge, data, shown } = explorer;
	if (!data) return '';
	const chosen = chosenIds(explorer.view);
	if (chosen.size > 1) return saidChosen(chosen, data.nodes, shown.edges, isStructure);
	if (selectedNode) {
		const count = neighbourCount(selectedNode.id, shown.edges);
		const { name } = selectedNode;
		if (count === 0) return m.explorer_said_node_alone({ name });
		const near = m.explorer_said_node({ name, count });
		const { brought } = explorer.expansion;
		return brought > 0 ? m.drawing_said_expanded({ said: near, count: brought }) : near;
	}
	if (selectedEdge)
		return m.explorer_said_edge({
			source: data.nodes.get(selectedEdge.source)?.name ?? '',
			target: data.nodes.get(selectedEdge.target)?.name ?? ''
		});
	const structures = m.explorer_said_shown({ count: explorer.figures.structures });
	const planned = shown.nodes.filter((node) => node.planned && isStructure(node)).length;
	const aside = explorer.standing.documented
		? m.explorer_said_apart({ count: explorer.figures.apart })
		: m.explorer_said_undocumented();
	const plan = planned > 0 ? ` ${m.planning_of_which({ count: planned })}` : '';
	return `${structures}${plan}, ${aside}`;
}

/** Heading of those apart, in the year looked at or on the network's day. */
export const apartTitle = (year: number | undefined): string =>
	year === undefined ? m.explorer_apart_title() : m.explorer_apart_title_in({ year: String(year) });

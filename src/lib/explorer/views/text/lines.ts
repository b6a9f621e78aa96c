/** The lines of a network's text, as markup: a name, a verb and a number are each something to press. */
import { capital, kindLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { tieFacts, tieProof, tieVerb } from '#lib/i18n/tie-sentences.ts';
import { pageOf } from '../../sheets/nodes.ts';
import { joined, markup, type Markup } from '../markup.ts';
import type { RowChoice, RowNode } from '../rows.ts';
import type { TextFilters } from './held-back.ts';
import type { NetworkText, TextNode, TextTie } from './text.ts';
import { changeWord, sentence } from './words.ts';

export interface LineGiven extends Pick<RowChoice, 'base'> {
	/** Names select; else they are plain links, and what is chosen is marked for good. */
	live: boolean;
	selected?: string | undefined;
}

const choice = (kind: 'node' | 'edge', id: string, words: string): Markup =>
	markup`<button type="button" class="quiet" value="${id}" data-on="${kind}">${words}</button>`;

function name(node: RowNode, { live, base }: LineGiven): Markup {
	if (live) return choice('node', node.id, node.name);
	const href = pageOf(node, base);
	return href === undefined
		? markup`<a class="quiet">${node.name}</a>`
		: markup`<a class="quiet" href="${href}">${node.name}</a>`;
}

/** Where names select, the selection is marked on the lines as they stand: none is made again for it. */
const current = (id: string, { live, selected }: LineGiven): Markup =>
	!live && id === selected ? markup` aria-current="true"` : markup``;

/** « L’Escale Association · Paris · 6 partenaires ». */
export function nodeLine(node: TextNode, given: LineGiven, more?: string): Markup {
	const said = [capital(kindLabel(node)), node.commune, more].filter(Boolean).join(' · ');
	return markup`<li data-node="${node.id}"${current(node.id, given)}>${name(node, given)} <span class="more">${said}</span></li>`;
}

type Sources = NetworkText['sources'];

/** Who does what with whom and when, then the proof and its sources by number. */
export function tieLine(
	tie: TextTie,
	sources: Sources,
	span: TextFilters['span'],
	given: LineGiven
): Markup {
	const { verb, join, close } = tieVerb(tie.type, tie.target);
	const said = given.live ? choice('edge', tie.id, verb) : markup`${verb}`;
	const detail = tie.detail ? ` ${sentence(capital(tie.detail))}` : '';
	const after = [tieProof(tie, tie), ...(tie.change && span ? [changeWord(tie.change, span)] : [])];
	const past = tie.status === 'ended' ? markup` class="past"` : markup``;
	// What stands between two names is written as it is read: nothing may be added to it.
	const ends = [name(tie.source, given), name(tie.target, given)];
	return markup`<li data-tie="${tie.id}"${past}${current(tie.id, given)}><p>${ends[0]} ${said}${join}${ends[1]}${close}${tieFacts(tie)}.${detail}</p><p class="more">${after.map(sentence).join(' ')}${cited(tie, sources)}</p></li>`;
}

function cited({ sources: numbers }: TextTie, sources: Sources): Markup {
	if (numbers.length === 0) return markup``;
	const links = numbers.map((number) => {
		const label = m.sheet_source_n({ n: number, name: sources[number - 1]?.name ?? '' });
		return markup` <a class="number" href="#text-source-${number}" aria-label="${label}">${number}</a>`;
	});
	return markup` ${m.text_cited({ count: numbers.length })}${joined(links)}`;
}

import type { ClaimView, RelationView } from '#lib/domain/views.ts';
import { statusLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { tieFacts, tiePhrase } from '#lib/i18n/tie-sentences.ts';
import type { Citations } from '../citations.ts';
import type { Block, Run } from '../document.ts';
import type { ProjectFacts, ProposalFacts } from '../facts.ts';

/** Writes what the facts say on one subject; nothing when they say nothing of it. */
export type SectionWriter<Facts = ProposalFacts> = (facts: Facts, cite: Citations) => Block[];

/** « du projet », or « du territoire » where the project is only planned. */
export const ofWhat = ({ sheet }: ProposalFacts): string =>
	sheet ? m.dossier_of_project() : m.dossier_of_territory();

/** A relation as a sentence without its full stop, with the sources it rests on. */
export function tieRun(view: RelationView, cite: Citations): Run {
	return { text: `${tieText(view)}${tieFacts(view)}`, sources: cite.of(view.claims) };
}

/** Who does what with whom, without when. */
export function tieText(view: RelationView): string {
	const through = view.resource ? ` (${view.resource.name})` : '';
	const doubt = view.status === 'to_check' ? ` (${statusLabel(view.status)})` : '';
	return `${tiePhrase(view.type, view.source, view.target)}${through}${doubt}`;
}

export const cell = (text: string | undefined, sources?: readonly number[]): Run[] => [
	{ text: text ?? '', sources }
];

/** Numbers of the sources a property of the project rests on, else of the project's own existence. */
export const sourcesOf = ({ sheet }: ProjectFacts, property: string, cite: Citations): number[] =>
	citedFor(property, sheet.claims, cite);

/** Numbers of the sources a property of a record rests on, else of the record itself. */
export function citedFor(
	property: string,
	claims: readonly ClaimView[],
	cite: Citations
): number[] {
	const about = claims.filter((claim) => claim.property === property);
	return cite.of(about.length > 0 ? about : claims.filter((claim) => !claim.property));
}

/** Sentences of a few ties under a heading of their own; nothing for none. */
export function tieList(
	heading: string | undefined,
	views: readonly RelationView[],
	cite: Citations
): Block[] {
	if (views.length === 0) return [];
	const list: Block = { kind: 'list', items: views.map((view) => [tieRun(view, cite)]) };
	return heading === undefined ? [list] : [{ kind: 'heading', level: 3, text: heading }, list];
}

import { relationSentence } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Place } from '#lib/network/places.ts';
import type { StackMark } from '#lib/rendering/map/model.ts';
import type { Selection } from '#lib/rendering/model.ts';
import type { ExplorerData } from '../../data.ts';
import { precisionName } from './words.ts';

/** « Saint-Denis, à la commune ». */
export function placeSaid(place: Place | undefined): string {
	if (!place) return '';
	const precision = precisionName(place.precision);
	return place.commune ? m.map_place_at({ name: place.commune, precision }) : precision;
}

/** What is said of what the pointer is over: a node and where it is, or a tie as a sentence. */
function selectionSaid(
	{ kind, id }: Selection,
	data: ExplorerData,
	place: Place | undefined
): string {
	const nameOf = (node: string): string => data.nodes.get(node)?.name ?? node;
	if (kind === 'edge') {
		const edge = data.edges.get(id);
		return edge ? relationSentence(edge.type, nameOf(edge.source), nameOf(edge.target)) : '';
	}
	return [data.nodes.get(id)?.name ?? '', placeSaid(place)].filter(Boolean).join('\n');
}

/** What is said of what the pointer is over, stacks too. */
export const overSaid = (
	{ selection, stack }: { selection: Selection | undefined; stack: StackMark | undefined },
	data: ExplorerData,
	placeOf: ReadonlyMap<string, Place>
): string => {
	if (selection) return selectionSaid(selection, data, placeOf.get(selection.id));
	return stack ? m.map_stack_tip({ name: stack.name, count: stack.count }) : '';
};

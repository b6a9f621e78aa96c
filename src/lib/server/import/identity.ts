import type { PropertyValue } from '#lib/domain/changes.ts';
import { isOrganisation, type GraphNode, type Organisation } from '#lib/domain/entities.ts';
import { foldText } from '#lib/domain/text.ts';
import { ANSWER_NEW, ANSWER_SKIP } from '#lib/import/choices.ts';
import { IDENTIFIERS } from '#lib/import/identifiers.ts';
import type { Candidate, Known, Match } from '#lib/import/matching.ts';
import { communeKey, nameKey } from '#lib/import/names.ts';
import type { StructureRow } from '#lib/import/structure-rows.ts';
import { replayed, subjectOf, withAnswer } from './judgements.ts';
import type { Question, RowOutcome } from './outcome.ts';
import type { Planning } from './planning.ts';
import type { Graph } from './snapshot.ts';

/** The value where it is a text. */
export const text = (value: PropertyValue | undefined): string | undefined =>
	typeof value === 'string' ? value : undefined;

export const knownOf = (properties: Readonly<Record<string, PropertyValue>>): Known => ({
	name: text(properties['name']) ?? '',
	commune: text(properties['commune']),
	codeInsee: text(properties['codeInsee']),
	departement: text(properties['departement']),
	siren: text(properties['siren']),
	siret: text(properties['siret']),
	finess: text(properties['finess']),
	rna: text(properties['rna'])
});

/** Two ways of writing the same: accents, capitals, abbreviations, a slash at the end. */
export function alike(field: string, a: PropertyValue, b: PropertyValue): boolean {
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((item) => b.includes(item));
	if (typeof a !== 'string' || typeof b !== 'string') return false;
	if (field === 'name') return nameKey(a) === nameKey(b);
	if (field === 'commune') return communeKey(a) === communeKey(b);
	const bare = (value: string) => foldText(value.replace(/^https?:\/\/(www\.)?/, ''));
	return bare(a) === bare(b);
}

const identifiersOf = (known: Known | GraphNode): string[] =>
	IDENTIFIERS.flatMap((field) => {
		const value = field in known ? (known as Known)[field] : undefined;
		return value === undefined ? [] : [`${field.toUpperCase()} ${value}`];
	});

export function questionOf(
	key: string,
	known: Known,
	candidates: readonly Candidate[],
	graph: Graph
): Question {
	return {
		key,
		name: known.name,
		commune: known.commune,
		identifiers: identifiersOf(known),
		candidates: candidates.flatMap(({ id, why }) => {
			const node = graph.nodes.get(id);
			if (!node || !isOrganisation(node)) return [];
			const { name, kind, commune } = node;
			return [{ id, name, kind, commune, why, identifiers: identifiersOf(node) }];
		})
	};
}

/** Who a row is about: as a person said, now or in an earlier import, or as it was found. */
export function settled(
	key: string,
	known: Known,
	{ planning, outcome }: { planning: Planning; outcome: RowOutcome },
	find: () => Match
): Match | { kind: 'skip' } {
	const { choices, graph, remembered } = planning;
	const answer = choices.answers?.[key];
	const found = find();
	const asked = (): Question =>
		questionOf(key, known, found.kind === 'doubt' ? found.candidates : [], graph);
	if (answer === undefined) {
		if (found.kind !== 'doubt') return found;
		const before = remembered.get(subjectOf(asked()));
		if (!before) return found;
		const again = replayed(before, found, (id) => graph.nodes.has(id));
		if (again.answer !== undefined)
			outcome.answered.push(withAnswer(asked(), again.answer, before));
		return again.match;
	}
	if (answer !== ANSWER_SKIP && answer !== ANSWER_NEW && !graph.nodes.has(answer)) return found;
	if (found.kind === 'doubt') outcome.answered.push(withAnswer(asked(), answer));
	if (answer === ANSWER_SKIP) return { kind: 'skip' };
	return answer === ANSWER_NEW ? { kind: 'none' } : { kind: 'sure', id: answer, why: 'id' };
}

/** A name and a commune together say who it is; either alone does not give a number back. */
export const isConfirmedBy = ({ name, properties }: StructureRow, found: Organisation): boolean =>
	nameKey(name) === nameKey(found.name) &&
	found.commune !== undefined &&
	communeKey(String(properties['commune'] ?? '')) === communeKey(found.commune);

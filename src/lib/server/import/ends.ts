import { END_LABELS } from '#lib/domain/check/ends.ts';
import type { GraphNode } from '#lib/domain/entities.ts';
import { parseNode } from '#lib/domain/schema/nodes.ts';
import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { IDENTIFIERS, readIdentifier } from '#lib/import/identifiers.ts';
import type { Known } from '#lib/import/matching.ts';
import type { EndRow, TieRow } from '#lib/import/tie-rows.ts';
import { slugOf } from '#lib/import/slug.ts';
import { questionOf, settled } from './identity.ts';
import type { Question, RowOutcome } from './outcome.ts';
import { remarksOf, type Planning } from './planning.ts';

export type End = 'source' | 'target';
export type Resolved =
	| { node: GraphNode }
	| { create: Known; kind: ActorKind; key: string }
	| { question: Question }
	| { skip: true }
	| { unknown: string; code: 'unknown_end' | 'dangling_end' | 'refused_end' };

/** What an end says of a structure: its reference is an identifier, or else its name. */
function knownAt(end: EndRow): Known {
	const known: Known = { name: end.name ?? '', commune: end.commune };
	const { reference, rna } = end;
	const sound = IDENTIFIERS.flatMap((field) => {
		const read = reference === undefined ? undefined : readIdentifier(field, reference);
		return read?.kind === 'sound' ? [{ field, value: read.value }] : [];
	})[0];
	if (sound) known[sound.field] = sound.value;
	else if (known.name === '' && reference !== undefined) known.name = reference;
	const association = rna === undefined ? undefined : readIdentifier('rna', rna);
	if (association?.kind === 'sound') known.rna = association.value;
	return known;
}

/** What is told of a field of a tie, at its column. */
export function remarkAt({ columns }: Planning, code: string, field: string) {
	return { code, field, column: columns.get(field) ?? columns.get(`${field}Name`) };
}

/** Finds the structures that ties name, and makes those nobody knows. */
export class Ends {
	/** Key of an end answered « new » → the structure made of it: one for all the rows it is in. */
	readonly #made = new Map<string, string>();

	constructor(private readonly planning: Planning) {}

	/** Who an end is, or why that cannot be told. */
	resolve(
		end: End,
		row: TieRow,
		{ type, outcome }: { type: RelationType; outcome: RowOutcome }
	): Resolved {
		const { graph, choices } = this.planning;
		const said = row[end];
		const local = this.#local(said);
		if (local) return local;
		const byId = said.reference === undefined ? undefined : graph.nodes.get(said.reference);
		if (byId) return { node: byId };
		const known = knownAt(said);
		const named = graph.named(known.name);
		if (named && END_LABELS[type][end].includes(named.label)) return { node: named };
		const key = `end-${slugOf(`${known.name} ${said.reference ?? ''} ${known.commune ?? ''}`)}`;
		const match = settled(key, known, { planning: this.planning, outcome }, () =>
			graph.organisations.match(known, { alone: true })
		);
		if (match.kind === 'skip') return { skip: true };
		if (match.kind === 'doubt')
			return { question: questionOf(key, known, match.candidates, graph) };
		const id = match.kind === 'sure' ? match.id : this.#made.get(key);
		const node = id === undefined ? undefined : graph.nodes.get(id);
		if (node) return { node };
		const kind = end === 'source' ? choices.sourceKind : choices.targetKind;
		if (kind === undefined || known.name === '')
			return { unknown: known.name || (said.reference ?? ''), code: 'unknown_end' };
		return { create: known, kind, key };
	}

	/** Of a network: the row of the same file an end names by its id. */
	#local({ reference, name }: EndRow): Resolved | undefined {
		const { local, graph, ours } = this.planning;
		if (!local || reference === undefined) return undefined;
		const outcome = local.get(reference);
		if (!outcome) {
			const isElsewhere = name !== undefined || (ours && graph.nodes.has(reference));
			return isElsewhere ? undefined : { unknown: reference, code: 'dangling_end' };
		}
		const node = outcome.id === undefined ? undefined : graph.nodes.get(outcome.id);
		const [question] = outcome.questions;
		if (question) return { question };
		if (outcome.action === 'refuse') return { unknown: outcome.name, code: 'refused_end' };
		return node && outcome.action !== 'skip' ? { node } : { skip: true };
	}

	/** The end as a structure of the graph, made when it is new; `undefined` when the domain refuses it. */
	node(end: End, found: Resolved, row: TieRow, outcome: RowOutcome): GraphNode | undefined {
		if ('node' in found) return found.node;
		if (!('create' in found)) return undefined;
		const { ledger } = this.planning;
		const { create: known, kind } = found;
		const parsed = parseNode({
			...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
			id: ledger.mint(slugOf(known.name)),
			label: kind === 'financeur' || kind === 'fondation' ? 'Funder' : 'Actor',
			kind
		});
		if (!parsed.ok) {
			outcome.problems.push(
				...remarksOf(
					parsed.problems,
					new Map([['name', remarkAt(this.planning, '', end).column ?? end]])
				)
			);
			return undefined;
		}
		ledger.createNode(parsed.value);
		ledger.claimExistence(parsed.value.id, row.line);
		this.#made.set(found.key, parsed.value.id);
		return parsed.value;
	}
}

import type { ChangeSet, Origin } from '#lib/domain/changes.ts';
import { createClaim, createNode, createRelation } from '#lib/server/changes/codecs.ts';
import type { FictionalGraph } from './graph.ts';

/** The change set that writes a fictional graph into an empty database. `at` is an ISO instant. */
export function fictionalChangeSet(
	graph: FictionalGraph,
	{ name, at }: { name: string; at: string }
): ChangeSet {
	return {
		who: 'maillage',
		why: `Territoire fictif\u202f: ${name}`,
		at,
		origin: { kind: 'fictional', name },
		changes: [
			...graph.nodes.map(createNode),
			...graph.relations.map(createRelation),
			...graph.claims.map(createClaim)
		]
	};
}

/** A database is fictional when its first revision came from the generator: the two never mix. */
export const isFictionalOrigin = (first: { origin: Origin } | undefined): boolean =>
	first?.origin.kind === 'fictional';

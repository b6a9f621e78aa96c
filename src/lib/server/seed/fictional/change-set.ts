import type { GraphRecord } from '#lib/domain/check/graph-problem.ts';
import type { Change, ChangeSet, Origin } from '#lib/domain/changes.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { createClaim, createNode, createRelation } from '#lib/server/changes/codecs.ts';
import type { FictionalGraph } from './graph.ts';

const creations = ({ nodes, relations, claims }: FictionalGraph): Change[] => [
	...nodes.map(createNode),
	...relations.map(createRelation),
	...claims.map(createClaim)
];

/** The graph as the records `checkGraph` judges. */
export const recordsOf = ({ nodes, relations, claims }: FictionalGraph): GraphRecord[] => [
	...nodes.map(
		({ id, label, ...properties }) => ({ entity: 'node', label, id, properties }) as const
	),
	...claims.map(
		({ id, ...properties }) => ({ entity: 'node', label: 'Claim', id, properties }) as const
	),
	...relations.map(
		({ id, type, source, target, ...properties }) =>
			({ entity: 'relation', type, id, source, target, properties }) as const
	)
];

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
		changes: creations(graph)
	};
}

/** The whole graph as a repository would answer it, without a database. */
export function sliceOf({ nodes, relations, claims }: FictionalGraph): GraphSlice {
	const told = new Set(relations.map(({ id }) => id));
	return {
		revision: 1,
		nodes: nodes.filter(({ label }) => label !== 'Source' && label !== 'Territory'),
		relations,
		claims: claims.filter(({ aboutId }) => told.has(aboutId))
	};
}

/** A database is fictional when its first revision came from the generator: the two never mix. */
export const isFictionalOrigin = (first: { origin: Origin } | undefined): boolean =>
	first?.origin.kind === 'fictional';

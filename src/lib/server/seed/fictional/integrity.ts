import { parseClaim } from '#lib/domain/schema/claim.ts';
import { parseNode } from '#lib/domain/schema/nodes.ts';
import { parseRelation } from '#lib/domain/schema/relation.ts';
import type { FictionalGraph } from './graph.ts';

/** Every record the domain refuses: id, field and code. For tests. */
export function problemsOf(graph: FictionalGraph): string[] {
	const parsed = [
		...graph.nodes.map((n) => [n.id, parseNode(n)] as const),
		...graph.relations.map((r) => [r.id, parseRelation(r)] as const),
		...graph.claims.map((c) => [c.id, parseClaim(c)] as const)
	];
	return parsed.flatMap(([id, result]) =>
		result.ok ? [] : result.problems.map((p) => `${id} ${p.field} ${p.code}`)
	);
}

/** Every id that is referred to and not there. For tests. */
export function danglingOf(graph: FictionalGraph): string[] {
	const nodes = new Set(graph.nodes.map((n) => n.id));
	const known = new Set([...nodes, ...graph.relations.map((r) => r.id)]);
	return [
		...graph.nodes.flatMap((n) => ('projectId' in n && n.projectId ? [n.projectId] : [])),
		...graph.relations.flatMap((r) => [
			r.source,
			r.target,
			...(r.projectId ? [r.projectId] : []),
			...(r.resourceId ? [r.resourceId] : [])
		]),
		...graph.claims.flatMap((c) => [c.aboutId, ...(c.sourceId ? [c.sourceId] : [])])
	].filter((id) => !known.has(id));
}

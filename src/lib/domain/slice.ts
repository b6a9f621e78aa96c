import type { Claim, GraphNode, Relation } from './entities.ts';

/** Nodes and relations around a scope, with the claims about those relations: what `network` builds from. */
export interface GraphSlice {
	/** Number of the newest revision when it was read; one consistent read. */
	revision: number;
	/** By id. Never `Territory` or `Source`. */
	nodes: GraphNode[];
	/** By id. Never of the family `place`. Both ends are among `nodes`. */
	relations: Relation[];
	/** By id. About `relations` only. */
	claims: Claim[];
}

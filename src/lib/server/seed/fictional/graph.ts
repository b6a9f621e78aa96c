import type { Claim, GraphNode, Relation, Source } from '#lib/domain/entities.ts';
import {
	familyOf,
	isHorizontalFamily,
	type RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import {
	VOICES,
	claimsFor,
	datesFor,
	detailFor,
	intensityFor,
	moneyFor,
	thirdParty,
	type Cited,
	type Life,
	type Voice
} from './dressing.ts';
import { seededRandom, type Random } from '#lib/network/random.ts';

/** A whole fictional graph: every id starts with `fictif-`, nothing in it exists. */
export interface FictionalGraph {
	nodes: GraphNode[];
	relations: Relation[];
	claims: Claim[];
}

export const FICTIONAL_PREFIX = 'fictif-';
export const ARS_ID = `${FICTIONAL_PREFIX}ars`;
export const FICTIONAL_NOTE = 'Fiction\u202f: inventé pour la démonstration, n’existe pas.';

interface Said {
	life?: Life;
	voice?: Voice;
}

/** Collects nodes, relations and the claims that back them; dates and claims are drawn, never repeated by hand. */
export class GraphBuilder implements FictionalGraph {
	readonly nodes: GraphNode[] = [];
	readonly relations: Relation[] = [];
	readonly claims: Claim[] = [];
	readonly random: Random;
	/** What claims may cite; add surveys and sources before anything else. */
	readonly cited: Cited = { surveys: [], others: [] };

	constructor(seed: number) {
		this.random = seededRandom(seed);
	}

	/** Adds a source: a survey is where structures speak for themselves, any other speaks for its publisher. */
	source(source: Source, survey: boolean): void {
		(survey ? this.cited.surveys : this.cited.others).push(source);
		this.nodes.push(source);
	}

	/** Adds a node, and the claim of a third party that it exists. */
	node(node: GraphNode): string {
		this.nodes.push(node);
		this.claims.push(thirdParty(this.random, node.id, this.cited));
		return node.id;
	}

	/** Adds the claim of a third party that a property has this value (JSON). */
	claim(aboutId: string, property: string, value: string): void {
		const { id, ...claim } = thirdParty(this.random, aboutId, this.cited);
		this.claims.push({
			...claim,
			id: `${id}-${property.toLowerCase()}`,
			property,
			says: 'value',
			value
		});
	}

	/** Adds a relation; what is not in `given` is drawn, what is `undefined` there stays absent. */
	relate(
		type: RelationType,
		source: string,
		target: string,
		given: Partial<Relation> = {},
		{ life = 'alive', voice = this.random.weighted(VOICES) }: Said = {}
	): void {
		const relation: Relation = {
			id: `${FICTIONAL_PREFIX}rel-${String(this.relations.length + 1).padStart(6, '0')}`,
			type,
			source,
			target,
			...(type === 'OVERSEEN_BY' ? {} : datesFor(this.random, life)),
			...detailFor(this.random, type),
			...(isHorizontalFamily(familyOf(type)) ? intensityFor(this.random) : {}),
			...(type === 'FUNDS' && life === 'alive' ? moneyFor(this.random) : {}),
			...given
		};
		this.relations.push(relation);
		this.claims.push(...claimsFor(this.random, relation, voice, this.cited, life));
	}

	/** The graph in the order of ids, as a repository answers it. */
	done(): FictionalGraph {
		const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
		return {
			nodes: this.nodes.toSorted(byId),
			relations: this.relations.toSorted(byId),
			claims: this.claims.toSorted(byId)
		};
	}
}

import type { Claim, GraphNode, Relation, Source } from '#lib/domain/entities.ts';
import { isOrganisation, NODE_LABELS } from '#lib/domain/entities.ts';
import { foldText } from '#lib/domain/text.ts';
import { isSymmetric, RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { OF_IMPORTS } from './series.ts';
import { Matcher } from '#lib/import/matching.ts';
import { toClaim, toNode, toRelation } from '../changes/codecs.ts';
import type { Repository } from '../repository.ts';

/** Both ends of a relation and its type, the same from either end when it has no direction. */
export function pairKey({ type, source, target }: Pick<Relation, 'type' | 'source' | 'target'>) {
	const turned = isSymmetric(type) && source > target;
	return `${type} ${turned ? target : source} ${turned ? source : target}`;
}

type Saying = Pick<Claim, 'aboutId' | 'property' | 'says' | 'value'>;

const saying = ({ aboutId, property = '', says, value = '' }: Saying): string =>
	`${aboutId} ${property} ${says} ${value}`;

/** What an import is compared with: the whole graph, and ways to find in it. */
export class Graph {
	/** Every id in use, claims included. */
	readonly ids = new Set<string>();
	/** Those of what was removed: never given again. */
	readonly gone = new Set<string>();
	readonly nodes = new Map<string, GraphNode>();
	readonly organisations = new Matcher();
	readonly #byPair = new Map<string, Relation[]>();
	readonly #places = new Map<string, Relation[]>();
	readonly #territories = new Map<string, string>();
	readonly #byName = new Map<string, GraphNode[]>();
	readonly #claims = new Map<string, Claim[]>();

	addNode(node: GraphNode): void {
		this.ids.add(node.id);
		this.nodes.set(node.id, node);
		if (isOrganisation(node)) this.organisations.add(node.id, node);
		else if (node.label === 'Territory')
			this.#territories.set(`${node.level} ${node.code}`, node.id);
		else if (node.label !== 'Source') push(this.#byName, foldText(node.name), node);
	}

	/** Keeps a claim that an import made, to be found by what it says. */
	addClaim(claim: Claim): void {
		this.ids.add(claim.id);
		push(this.#claims, saying(claim), claim);
	}

	/** What imports already said in the same words, whoever said it. */
	saidAlike(claim: Saying): readonly Claim[] {
		return this.#claims.get(saying(claim)) ?? [];
	}

	sources(): Source[] {
		return [...this.nodes.values()].filter((node) => node.label === 'Source');
	}

	addRelation(relation: Relation): void {
		this.ids.add(relation.id);
		push(this.#byPair, pairKey(relation), relation);
		if (relation.type === 'LOCATED_IN') push(this.#places, relation.source, relation);
	}

	/** Relations of this type between the two, in either direction when it has none. */
	between(ends: Pick<Relation, 'type' | 'source' | 'target'>): readonly Relation[] {
		return this.#byPair.get(pairKey(ends)) ?? [];
	}

	placesOf(id: string): readonly Relation[] {
		return this.#places.get(id) ?? [];
	}

	territory(level: string, code: string | undefined): string | undefined {
		return code === undefined ? undefined : this.#territories.get(`${level} ${code}`);
	}

	/** The one project or resource of this name. */
	named(name: string): GraphNode | undefined {
		const found = this.#byName.get(foldText(name)) ?? [];
		return found.length === 1 ? found[0] : undefined;
	}
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
	const items = map.get(key);
	if (items) items.push(item);
	else map.set(key, [item]);
}

/** Reads the whole graph once. @throws the repository's errors */
export async function readGraph(repository: Repository): Promise<Graph> {
	const graph = new Graph();
	for await (const id of repository.removedIds()) graph.gone.add(id);
	for await (const record of repository.records()) {
		graph.ids.add(record.id);
		if (record.entity === 'node') {
			const source = record.properties['sourceId'];
			if (record.label === 'Claim') {
				if (typeof source === 'string' && source.startsWith(OF_IMPORTS))
					graph.addClaim(toClaim(record.id, record.properties));
			} else if (NODE_LABELS.some((label) => label === record.label))
				graph.addNode(toNode(record.id, record.label, record.properties));
			continue;
		}
		if (RELATION_TYPES.some((type) => type === record.type))
			graph.addRelation(toRelation(record.id, record.type, record, record.properties));
	}
	return graph;
}

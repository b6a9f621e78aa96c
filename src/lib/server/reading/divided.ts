import { today as todayInParis } from '#lib/domain/dates.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { Catalogue, PreparedNetwork } from '../catalogue.ts';
import { LruCache } from '../catalogue/lru.ts';
import type { Answered, Asked } from './questions.ts';
import type { ReadingThread } from './thread.ts';

/** Rows, nodes and relations kept here of what the thread answered: a national network and its lists. */
const KEPT_ELEMENTS = 400_000;

/** Lists of everything, which many pages use. */
type Listing = 'cards' | 'isolated' | 'rejoined' | 'absent' | 'epcis';

/** A project is read and built in milliseconds; anything wider may be the whole country. */
const isWide = ({ kind }: Scope): boolean => kind !== 'project';

const rowsOf = (list: { length: number } | { size: number }): number =>
	('length' in list ? list.length : list.size) + 1;
const elementsOf = (prepared: PreparedNetwork | undefined): number =>
	prepared ? prepared.network.nodes.length + prepared.network.edges.length : 1;

/**
 * One catalogue over two places: what is about one project, structure or source is answered here, what may
 * look at the whole graph in a thread, so that it never holds another request. Lists and networks are kept
 * here by revision and day once they came; everything else is kept in there.
 */
export function dividedCatalogue(
	here: Catalogue,
	thread: Pick<ReadingThread, 'ask'>,
	today: () => string = todayInParis
): Catalogue {
	const lists = new LruCache<Answered<Listing>>(KEPT_ELEMENTS, rowsOf);
	const networks = new LruCache<PreparedNetwork | undefined>(KEPT_ELEMENTS, elementsOf);
	const keyOf = async (...asked: unknown[]): Promise<string> =>
		JSON.stringify([await here.repository.dataRevision(), today(), ...asked]);

	async function listed<L extends Listing>(list: L, ...asked: Asked<L>): Promise<Answered<L>> {
		const found = lists.get(await keyOf(list, asked), () => thread.ask(list, ...asked));
		// Kept under the list it answers.
		return (await found) as Answered<L>;
	}

	return {
		repository: here.repository,
		get fictional() {
			return here.fictional;
		},
		cards: () => listed('cards'),
		isolated: (asked) => listed('isolated', asked),
		rejoined: (asked) => listed('rejoined', asked),
		absent: (projectId) => listed('absent', projectId),
		epcis: () => listed('epcis'),
		around: (ids, given) => thread.ask('around', ids, given),
		network: async (scope, asked) =>
			isWide(scope)
				? networks.get(await keyOf(scope, asked), () => thread.ask('network', scope, asked))
				: here.network(scope, asked),
		sourceNames: (network) => here.sourceNames(network),
		encodedNetwork: (scope, asked) =>
			isWide(scope)
				? thread.ask('encodedNetwork', scope, asked)
				: here.encodedNetwork(scope, asked),
		sources: (scope, asked) =>
			isWide(scope) ? thread.ask('sources', scope, asked) : here.sources(scope, asked),
		suggestions: (actorId, projectId) =>
			projectId === undefined
				? thread.ask('suggestions', actorId)
				: here.suggestions(actorId, projectId),
		// A past state is made from the whole graph.
		changes: (projectId, before, after) => thread.ask('changes', projectId, before, after),
		scenarioPicture: (scenario) => here.scenarioPicture(scenario),
		ways: (from, to, asked = {}) =>
			asked.projectId === undefined
				? thread.ask('ways', from, to, asked)
				: here.ways(from, to, asked),
		departure: (id, asked = {}) =>
			asked.projectId === undefined
				? thread.ask('departure', id, asked)
				: here.departure(id, asked),
		indicators: (scope, asked) =>
			isWide(scope) ? thread.ask('indicators', scope, asked) : here.indicators(scope, asked),
		overview: (scope) => (isWide(scope) ? thread.ask('overview', scope) : here.overview(scope)),
		proofs: (scope, asked) =>
			isWide(scope) ? thread.ask('proofs', scope, asked) : here.proofs(scope, asked),
		places: (scope, asked) =>
			isWide(scope) ? thread.ask('places', scope, asked) : here.places(scope, asked),
		organisation: (id, day) => here.organisation(id, day),
		resource: (id, day) => here.resource(id, day),
		project: (id, day) => here.project(id, day),
		source: (id, day) => here.source(id, day),
		relation: (id, day) => here.relation(id, day)
	};
}

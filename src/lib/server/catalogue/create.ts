import { today as todayInParis } from '#lib/domain/dates.ts';
import type { Catalogue } from '../catalogue.ts';
import type { LayoutKeeper } from '../layouts/keeper.ts';
import type { Repository } from '../repository.ts';
import { Departures } from './departures.ts';
import { Epcis } from './epcis.ts';
import { Gallery } from './gallery.ts';
import { citedSources, networkProofs } from './proofs.ts';
import { IndicatorsKept } from './indicators.ts';
import { Networks } from './networks.ts';
import { SurroundingsOfToday } from './standing-apart.ts';
import { ChangesOfTies } from './tie-changes.ts';
import { ScenarioPictures } from './scenarios.ts';
import { Slices } from './slices.ts';
import { Suggestions } from './suggestions.ts';
import { WaysKept } from './ways.ts';
import { Overviews } from './overviews.ts';
import {
	organisationSheet,
	projectSheet,
	relationSheet,
	resourceSheet,
	sourceSheet
} from './sheets.ts';

/**
 * The reading services over one repository.
 * @param options.fictional asked each time, since it is known only once the database has answered
 * @param options.today `YYYY-MM-DD`, the day pages open at
 */
export function createCatalogue(
	repository: Repository,
	options: {
		layouts: LayoutKeeper;
		fictional: () => boolean;
		/** What others read too is read once. */
		slices?: Slices | undefined;
		today?: (() => string) | undefined;
		onRevision?: ((revision: number) => void) | undefined;
	}
): Catalogue {
	const today = options.today ?? todayInParis;
	const { layouts, onRevision, slices = new Slices(repository) } = options;
	const networks = new Networks(repository, slices, layouts, today, onRevision);
	const suggestions = new Suggestions((scope) => networks.judged(scope), repository);
	const changes = new ChangesOfTies(repository, today);
	const departures = new Departures((scope, asked) => networks.judged(scope, asked));
	const ways = new WaysKept((scope, asked) => networks.judged(scope, asked));
	const surroundings = new SurroundingsOfToday(() => networks.judged({ kind: 'all' }));
	const epcis = new Epcis(repository);
	const indicators = new IndicatorsKept(repository, (scope, asked) =>
		networks.judged(scope, asked)
	);
	const scenarios = new ScenarioPictures(repository, (scope) => networks.prepared(scope), today);
	const overviews = new Overviews(repository, (scope) => networks.judged(scope));
	const gallery = new Gallery(repository, slices, today);
	return {
		repository,
		get fictional() {
			return options.fictional();
		},
		cards: () => gallery.cards(),
		isolated: (asked) => gallery.isolated(asked),
		rejoined: (asked) => gallery.rejoined(asked),
		absent: (projectId) => gallery.absent(projectId),
		epcis: () => epcis.byCommune(),
		around: (ids, given) => surroundings.around(ids, given),
		network: (scope, asked) => networks.prepared(scope, asked),
		sourceNames: (network) => networks.sourceNames(network),
		encodedNetwork: (scope, asked) =>
			networks.encoded(scope, { ...asked, fictional: options.fictional() }),
		sources: async (scope, asked) => {
			const judged = await networks.judged(scope, asked);
			return judged && citedSources(repository, judged.network);
		},
		suggestions: (actorId, projectId) => suggestions.for(actorId, projectId),
		changes: (projectId, before, after) => changes.between(projectId, before, after),
		scenarioPicture: (scenario) => scenarios.of(scenario),
		ways: (from, to, asked) => ways.between(from, to, asked),
		departure: (id, asked) => departures.of(id, asked),
		indicators: (scope, asked) => indicators.of(scope, asked),
		overview: (scope) => overviews.of(scope),
		proofs: async (scope, asked) => {
			const judged = await networks.judged(scope, asked);
			return judged && networkProofs(repository, judged.network);
		},
		places: (scope, asked) => networks.places(scope, { ...asked, fictional: options.fictional() }),
		organisation: (id, day = today()) => organisationSheet(repository, id, day),
		resource: (id, day = today()) => resourceSheet(repository, id, day),
		project: (id, day) => projectSheet(repository, id, today(), day),
		source: (id, day = today()) => sourceSheet(repository, id, day),
		relation: (id, day = today()) => relationSheet(repository, id, day)
	};
}

/** Every figure of a network, and how far they can be trusted. Pure. */
import { COVERAGES, type Coverage } from '#lib/domain/vocabulary/project-kinds.ts';
import type { IsolationRow, Network } from '../model.ts';
import { brokersFigure } from './brokers.ts';
import { clusteringFigure } from './clustering.ts';
import { essFigure, structuresFigure } from './composition.ts';
import { groupFigures, mixingFigure, partnersFigure, sharingFigure } from './cooperation.ts';
import { concentrationFigure, firstFunderFigure, fundersFigure } from './funding.ts';
import { FIGURE_IDS, type Figure } from './model.ts';
import { partnerGraph } from './partners.ts';
import { accessFigure, freshnessFigure, sourcedFigure } from './proof.ts';
import { fragileFigure, isolatedFigure } from './standing.ts';

/** What must be known beside the network itself. */
export interface Documentation {
	/** Year of publication of its sources, by id, where known. */
	sourceYears: ReadonlyMap<string, number>;
	/** How well each of its projects was collected. */
	coverages: readonly Coverage[];
	/** Leaves out the figures that are compared with hundreds of drawings of lots: a scenario is measured at each step. */
	withoutSampled?: boolean | undefined;
}

export interface Indicators {
	/** `YYYY-MM-DD`. */
	day: string;
	revision: number;
	/** False where no cooperation is known. */
	documented: boolean;
	/** In the order of `FIGURE_IDS`, each once. */
	figures: readonly Figure[];
	/** Projects by how well they were collected, those there are. */
	coverage: readonly { coverage: Coverage; projects: number }[];
}

/**
 * All figures, in steps: whoever runs them may let others pass between two. The whole is linear in the
 * network but for clustering (O(m√m)) and for the ways between structures (O(n·m) up to 5,000, sampled above).
 */
export function* indicatorSteps(
	network: Network,
	isolated: readonly IsolationRow[],
	{ sourceYears, coverages, withoutSampled = false }: Documentation
): Generator<void, Indicators> {
	const graph = partnerGraph(network);
	yield;
	const figures: Figure[] = [
		structuresFigure(network),
		essFigure(network),
		partnersFigure(graph),
		mixingFigure(graph),
		sharingFigure(network),
		...groupFigures(graph)
	];
	yield;
	figures.push(isolatedFigure(network, isolated, graph), fragileFigure(network));
	yield;
	figures.push(
		fundersFigure(network),
		concentrationFigure(network),
		firstFunderFigure(network),
		accessFigure(network),
		sourcedFigure(network),
		freshnessFigure(network, sourceYears)
	);
	if (!withoutSampled) figures.push(yield* clusteringFigure(graph), yield* brokersFigure(graph));
	const byId = new Map(figures.map((figure) => [figure.id, figure]));
	return {
		day: network.day,
		revision: network.revision,
		documented: network.documented,
		figures: FIGURE_IDS.flatMap((id) => byId.get(id) ?? []),
		coverage: COVERAGES.flatMap((coverage) => {
			const projects = coverages.filter((each) => each === coverage).length;
			return projects > 0 ? [{ coverage, projects }] : [];
		})
	};
}

/** What projects work on, and what the statements of a network rest on. */
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import type { Network } from '../model.ts';
import { measured, notKnown, type Figure } from './model.ts';
import { quantile, sum } from './numbers.ts';
import { relationsOf } from './partners.ts';

/**
 * How many of the three dimensions of access to care the projects of the network state that they work on,
 * on average. Parts: projects for each dimension. Linear.
 */
export function accessFigure({ nodes, scope }: Network): Figure {
	const projects = nodes.filter(
		({ label, id }) => label === 'HealthProject' && (scope.kind !== 'project' || id === scope.id)
	);
	const base = projects.length;
	if (base === 0) return notKnown('access', 'no_project');
	const stating = projects.flatMap(({ access }) => (access && access.length > 0 ? [access] : []));
	const known = stating.length;
	if (known === 0) return notKnown('access', 'not_collected', base);
	const figure = measured('access', sum(stating.map((all) => new Set(all).size)) / known, {
		base,
		known,
		parts: ACCESS_DIMENSIONS.map((key) => ({
			key,
			value: stating.filter((all) => all.includes(key)).length
		}))
	});
	// One project says for itself what it works on: nothing is estimated from few.
	return scope.kind === 'project' ? { ...figure, small: false } : figure;
}

/** Share of the relations alive that a source states; deduced oversight is nobody's statement. Linear. */
export function sourcedFigure(network: Network): Figure {
	const stated = relationsOf(network).filter(
		({ family, certainty }) => family !== 'oversight' || certainty === 'sourced'
	);
	const base = stated.length;
	if (base === 0) return notKnown('sourced', 'no_relation');
	const count = (certainty: string): number =>
		stated.filter((edge) => edge.certainty === certainty).length;
	return measured('sourced', count('sourced') / base, {
		base,
		parts: ['sourced', 'inferred', 'unsourced'].map((key) => ({ key, value: count(key) }))
	});
}

/**
 * Years since the newest source of a relation was published, for the middle relation, with the middle
 * half as its range.
 * @param sourceYears year of publication by id of source, where it is known
 */
export function freshnessFigure(
	network: Network,
	sourceYears: ReadonlyMap<string, number>
): Figure {
	const relations = relationsOf(network).filter(({ sources }) => sources.length > 0);
	if (relations.length === 0) return notKnown('freshness', 'no_relation');
	const year = Number(network.day.slice(0, 4));
	const ages = relations
		.flatMap(({ sources }) => {
			const years = sources.flatMap((id) => sourceYears.get(id) ?? []);
			return years.length > 0 ? [Math.max(0, year - Math.max(...years))] : [];
		})
		.sort((a, b) => a - b);
	if (ages.length === 0) return notKnown('freshness', 'not_collected', relations.length);
	return measured('freshness', quantile(ages, 0.5), {
		base: relations.length,
		known: ages.length,
		range: { low: quantile(ages, 0.25), high: quantile(ages, 0.75), kind: 'quartiles' }
	});
}

import { differencesBetween } from '#lib/network/indicators/compare.ts';
import { FIGURE_FAMILIES } from '#lib/network/indicators/model.ts';
import { figureFamily, figureFormula, figureName } from '#lib/i18n/figure-values.ts';
import { MOST_NETWORKS, networksAsked } from '../figures/asked.ts';
import { figureLines } from '../figures/lines.ts';
import type { Catalogue, PreparedNetwork } from '#lib/server/catalogue.ts';
import type { MeasuredNetwork } from '../figures/file.ts';
import { candidates } from './choice.ts';
import { picturesOf, sharedStructures } from './pictures.ts';
import { saidDifferences } from './words.ts';
import type { PageServerLoad } from './$types';

/** The networks themselves, in their order. */
async function drawn(
	catalogue: Catalogue,
	networks: readonly MeasuredNetwork[]
): Promise<PreparedNetwork[]> {
	const found = await Promise.all(
		networks.map(({ indicators }) => catalogue.network(indicators.scope))
	);
	return found.filter((each) => each !== undefined);
}

const groupsIn = (prepared: PreparedNetwork | undefined) => [
	...new Set(prepared?.network.nodes.filter((n) => n.member).map(({ group }) => group))
];

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { catalogue } = locals.app;
	const list = params.getAll('projets').join(',');
	const text = (params.get('q') ?? '').trim().slice(0, 120);
	const networks = list === '' ? [] : await networksAsked(catalogue, list);
	const references = networks.map(({ reference }) => reference);
	const prepared = await drawn(catalogue, networks);
	const shared = sharedStructures(prepared);
	const pictures = networks.length > 0 ? picturesOf(prepared, shared) : [];
	const lines = networks.map(figureLines);
	const asked = params.get('structure') ?? undefined;
	return {
		text,
		references,
		full: references.length >= MOST_NETWORKS,
		fictional: catalogue.fictional,
		structure: shared.some(({ id }) => id === asked) ? asked : undefined,
		shared,
		...candidates(await catalogue.cards(), text, references),
		networks: networks.map(({ title, isProject, indicators: { scope, day } }, at) => ({
			...{ title, isProject, scope, day },
			reference: references[at] ?? '',
			groups: groupsIn(prepared[at]),
			picture: pictures[at],
			lines: lines[at]
		})),
		differences: saidDifferences(
			differencesBetween(networks.map(({ indicators }) => indicators.figures)),
			networks
		),
		families: FIGURE_FAMILIES.map((family) => ({
			family,
			label: figureFamily(family),
			figures: (lines[0]?.families.find((each) => each.family === family)?.lines ?? []).map(
				({ id }) => ({ id, name: figureName(id), formula: figureFormula(id) })
			)
		}))
	};
};

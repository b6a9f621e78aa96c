import { today } from '#lib/domain/dates.ts';
import { isKnownScope, type Scope } from '#lib/domain/scope.ts';
import { coverageSentence, sayFigure } from '#lib/i18n/figure-sentences.ts';
import { figureValue } from '#lib/i18n/figure-values.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { measureNetwork } from '#lib/server/catalogue/indicators.ts';
import { networkOf } from '#lib/server/catalogue/network-of.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';

export interface IndicatorOptions {
	project?: string;
	region?: string;
}

/** The network asked for, everything by default. @throws {Refusal} when two are named */
function scopeOf({ project, region }: IndicatorOptions): Scope {
	if (project !== undefined && region !== undefined)
		throw new Refusal(EXIT.wrongCall, [m.figures_cli_one_choice()]);
	if (project !== undefined) return { kind: 'project', id: project };
	return region === undefined ? { kind: 'all' } : { kind: 'region', code: region };
}

/** `maillage indicators`: every figure of a network with how to read it and what it is worth. */
export const indicators = (context: Context, options: IndicatorOptions): Promise<void> =>
	withRepository(context, async (repository) => {
		const scope = scopeOf(options);
		if (!isKnownScope(scope))
			throw new Refusal(EXIT.wrongCall, [m.figures_cli_region({ code: options.region ?? '' })]);
		const slice = await repository.slice(scope);
		if (scope.kind === 'project' && !slice.nodes.some(({ id }) => id === scope.id))
			throw new Refusal(EXIT.wrongCall, [m.cli_layout_unknown({ id: scope.id })]);
		const network = networkOf(slice, scope, { today: today() });
		const found = await measureNetwork(repository, network, isolatedStructures(network));
		const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
		const nameOf = (id: string): string => names.get(id) ?? id;
		const items = found.figures.map((figure) => ({
			...figure,
			...sayFigure(figure, nameOf, scope.kind === 'project')
		}));
		const lines = items.map((item) =>
			[item.name, figureValue(item), item.sentence, item.trust].join('\t')
		);
		const { day, revision, documented } = found;
		context.terminal.result([coverageSentence(found.coverage), ...lines], {
			...{ scope, day, revision, documented, coverage: found.coverage },
			items
		});
	});

import type { Scope } from '#lib/domain/scope.ts';
import { FIGURES } from '#lib/network/indicators/model.ts';
import type { Answer, Call } from './endpoint.ts';
import { ApiError, notFound } from './problem.ts';

const SCOPES = ['project', 'region', 'department', 'funder'] as const;

/** The network asked about, everything by default. @throws {ApiError} when two are named */
function scopeOf({ project, region, department, funder }: Call['query']): Scope {
	const scopes: Scope[] = [];
	if (project !== undefined) scopes.push({ kind: 'project', id: project });
	if (region !== undefined) scopes.push({ kind: 'region', code: region });
	if (department !== undefined) scopes.push({ kind: 'departement', code: department });
	if (funder !== undefined) scopes.push({ kind: 'funder', id: funder });
	if (scopes.length > 1) throw new ApiError({ status: 400, code: 'one_scope', known: SCOPES });
	return scopes[0] ?? { kind: 'all' };
}

/** Every figure of one network, with its value or why there is none, in numbers and in words. */
export async function indicators({ catalogue, query, sayFigure }: Call): Promise<Answer> {
	const scope = scopeOf(query);
	const found = await catalogue.indicators(scope, { day: query.date });
	if (!found)
		throw notFound(query.project ?? query.funder ?? query.region ?? query.department ?? '');
	const nameOf = (id: string): string => found.nodes.get(id)?.name ?? id;
	return {
		body: {
			scope,
			day: found.day,
			revision: found.revision,
			documented: found.documented,
			fictional: catalogue.fictional,
			coverage: found.coverage,
			items: found.figures.map((figure) => ({
				...figure,
				family: FIGURES[figure.id].family,
				unit: FIGURES[figure.id].unit,
				...sayFigure(figure, nameOf, scope.kind === 'project')
			}))
		}
	};
}

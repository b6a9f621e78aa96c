import type { Scope } from '#lib/domain/scope.ts';
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { isDepartementCode, isRegionCode } from '#lib/domain/vocabulary/regions.ts';
import { regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { MeasuredNetwork } from './file.ts';

/** How an address names a network: a project by its id, `region-11`, `departement-93`, or `tout`. */
const EVERYTHING = 'tout';
const REGION = /^region-(\d{2})$/;
const DEPARTEMENT = /^departement-(\w{2,3})$/;

/** The scope a reference names, whether or not there is such a network. */
export function scopeOfReference(reference: string): Scope {
	if (reference === EVERYTHING) return { kind: 'all' };
	const region = REGION.exec(reference)?.[1];
	if (region !== undefined && isRegionCode(region)) return { kind: 'region', code: region };
	const code = DEPARTEMENT.exec(reference)?.[1];
	if (code !== undefined && isDepartementCode(code)) return { kind: 'departement', code };
	return { kind: 'project', id: reference };
}

/** The reference of a scope an address can name; nothing for a funder. */
export function referenceOf(scope: Scope): string | undefined {
	if (scope.kind === 'all') return EVERYTHING;
	if (scope.kind === 'project') return scope.id;
	return scope.kind === 'funder' ? undefined : `${scope.kind}-${scope.code}`;
}

/** What a network is called. `nameOf` is asked for whose it is. */
export function titleOfNetwork(scope: Scope, nameOf: (id: string) => string | undefined): string {
	switch (scope.kind) {
		case 'region':
			return regionLabel(scope.code);
		case 'departement':
			return departementName(scope.code);
		case 'project':
		case 'funder':
			return nameOf(scope.id) ?? scope.id;
		case 'all':
			return m.figures_scope_all();
	}
}

/** The figures of a network and what it is called; `undefined` when there is none of this scope. */
export async function measuredNetwork(
	catalogue: Catalogue,
	scope: Scope
): Promise<MeasuredNetwork | undefined> {
	const indicators = await catalogue.indicators(scope);
	if (!indicators) return undefined;
	const nameOf = (id: string): string | undefined => indicators.nodes.get(id)?.name;
	return {
		title: titleOfNetwork(scope, nameOf),
		isProject: scope.kind === 'project',
		indicators,
		nameOf: (id) => nameOf(id) ?? id
	};
}

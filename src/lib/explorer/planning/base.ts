/** Where scenarios are, as addresses say it: under what they start from. */
import type { Base } from '#lib/domain/scenario/scenario.ts';

const NAMES = ['projets', 'departements', 'regions'] as const;
type BaseName = (typeof NAMES)[number];

export const isBaseName = (text: string): text is BaseName => NAMES.some((name) => name === text);

/** What an address names: `/projets/…`, `/departements/33`, `/regions/75`. */
export function baseOf({ of, slug }: { of: string; slug: string }): Base {
	if (of === 'departements') return { kind: 'departement', code: slug };
	return of === 'regions' ? { kind: 'region', code: slug } : { kind: 'project', id: slug };
}

/** Page of the scenarios of a base. */
export function scenariosOf(base: Base): string {
	if (base.kind === 'project') return `/projets/${encodeURIComponent(base.id)}/scenarios`;
	return base.kind === 'region'
		? `/regions/${base.code}/scenarios`
		: `/departements/${base.code}/scenarios`;
}

/** The explorer's page of a base, ready for a parameter more. */
export function explorerOf(base: Base, scenario?: string): string {
	const [path, code] =
		base.kind === 'project'
			? [`/projets/${encodeURIComponent(base.id)}`, undefined]
			: ['/ecosysteme', base.code];
	const query = new URLSearchParams({
		...(code === undefined ? {} : { [base.kind]: code }),
		...(scenario === undefined ? {} : { scenario })
	}).toString();
	return query === '' ? path : `${path}?${query}`;
}

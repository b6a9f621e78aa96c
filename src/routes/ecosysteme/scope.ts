import { error } from '@sveltejs/kit';
import type { Scope } from '#lib/domain/scope.ts';
import { regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

const PARAMETERS = ['region', 'departement', 'financeur'] as const;

/** A code that cannot be one is the address's mistake (400); one that names nothing is not found (404). */
export function scopeOf(params: URLSearchParams): Scope {
	const given = PARAMETERS.filter((name) => params.has(name));
	const [name] = given;
	if (!name) return { kind: 'all' };
	const value = params.get(name) ?? '';
	const mistake = (message: string) =>
		error(400, { message, remedy: m.explorer_ecosystem_bad_remedy() });
	if (given.length > 1 || params.getAll(name).length > 1) mistake(m.explorer_ecosystem_one());
	const shape =
		name === 'region' ? /^\d{2}$/ : name === 'departement' ? /^\w{2,3}$/ : /^[\w-]{1,120}$/;
	if (!shape.test(value)) mistake(m.explorer_ecosystem_bad());
	return name === 'financeur' ? { kind: 'funder', id: value } : { kind: name, code: value };
}

/** @param funder name of the funder, when the scope is one */
export function titleOf(scope: Scope, funder: string | undefined): string {
	switch (scope.kind) {
		case 'region':
			return m.explorer_ecosystem_region({ name: regionLabel(scope.code) });
		case 'departement':
			return m.explorer_ecosystem_departement({ code: scope.code });
		case 'funder':
			return m.explorer_ecosystem_funder({ name: funder ?? scope.id });
		default:
			return m.explorer_ecosystem_title();
	}
}

/** The scope as the API's address of a network says it. */
export function queryOf(scope: Scope): string {
	switch (scope.kind) {
		case 'region':
			return `?region=${scope.code}`;
		case 'departement':
			return `?department=${scope.code}`;
		case 'funder':
			return `?funder=${encodeURIComponent(scope.id)}`;
		default:
			return '';
	}
}

/** The scope as the pages' own addresses say it. */
export function pageQueryOf(scope: Scope): string {
	switch (scope.kind) {
		case 'region':
			return `?region=${scope.code}`;
		case 'departement':
			return `?departement=${scope.code}`;
		case 'funder':
			return `?financeur=${encodeURIComponent(scope.id)}`;
		default:
			return '';
	}
}

import { isDepartementCode, isRegionCode } from './vocabulary/regions.ts';

/** Which network is asked for. `all` is everything. */
export type Scope =
	| { kind: 'project'; id: string }
	| { kind: 'region'; code: string }
	| { kind: 'departement'; code: string }
	| { kind: 'funder'; id: string }
	| { kind: 'all' };

/** The name a scope's layout is stored under: `project:prj-…`, `region:11`, `all`. */
export function scopeKey(scope: Scope): string {
	switch (scope.kind) {
		case 'project':
		case 'funder':
			return `${scope.kind}:${scope.id}`;
		case 'region':
		case 'departement':
			return `${scope.kind}:${scope.code}`;
		case 'all':
			return 'all';
	}
}

/** True when a scope's code exists at all; whether an id exists only the repository knows. */
export function isKnownScope(scope: Scope): boolean {
	if (scope.kind === 'region') return isRegionCode(scope.code);
	if (scope.kind === 'departement') return isDepartementCode(scope.code);
	return true;
}

import type { Scope } from '#lib/domain/scope.ts';

/** The only project of a fictional territory of an exact size. */
export const PROJECT_SCOPE: Scope = { kind: 'project', id: 'fictif-projet-1' };

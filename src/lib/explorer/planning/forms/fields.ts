import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';

/** Ties that can be planned, in the order they are offered. What a territory or an agency is, is no plan. */
export const PLANNED_TIES = [
	'COOPERATES_WITH',
	'REFERS_TO',
	'ACCOMPANIES',
	'HOSTS',
	'SHARES_WITH',
	'USES',
	'HOLDS',
	'MEMBER_OF',
	'SHAREHOLDER_OF',
	'GOVERNS',
	'MANAGES',
	'TAKES_PART_IN',
	'SUPPORTS'
] as const satisfies readonly RelationType[];

/** Parts a structure may have in a project. */
export const PROJECT_ROLES = [
	'TAKES_PART_IN',
	'LEADS',
	'SUPPORTS'
] as const satisfies readonly RelationType[];

export const PLANNED_KINDS = ACTOR_KINDS.filter((kind) => kind !== 'ars');
export const PAYER_KINDS = ['fondation', 'financeur', 'collectivite', 'etat', 'mutuelle'] as const;

/** The forms of the page, each an action of its own. */
export type FormName = 'structure' | 'lien' | 'ressource' | 'financement' | 'fin' | 'territoire';

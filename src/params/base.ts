import { isBaseName } from '#lib/explorer/planning/base.ts';

/** What a scenario may start from, as addresses say it: a project, a département, a region. */
export const match = isBaseName;

import { VIEWS, type View } from '#lib/domain/view-state/state.ts';

/** The map weighs more than everything else together, and its places stay with the server. */
export const OFFERED_VIEWS: readonly View[] = VIEWS.filter((view) => view !== 'carte');

import { VIEWS, type View } from '#lib/domain/view-state/state.ts';

/** The views the switch offers, in its order; a saved file has one less. */
export const OFFERED_VIEWS: readonly View[] = VIEWS;

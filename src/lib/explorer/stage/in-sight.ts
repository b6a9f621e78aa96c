/** The drawing or the map that is looked at: one may be kept out of sight beside the other. */
export const IN_SIGHT = '[role="application"]:not(.away)';

/** Takes the place of `offline/connection.svelte.ts` in a saved file, which asks nobody. */
export const connection = { away: false, returns: 0, doubt: (): void => undefined };

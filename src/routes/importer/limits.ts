/** What the page takes at once: a larger file goes through the command line. */
export const MOST_MEGABYTES = 20;

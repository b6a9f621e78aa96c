import type { Catalogue } from './catalogue.ts';

/** The running program as pages and endpoints see it, in `event.locals.app`. */
export interface App {
	/** The real set, in the configured database. */
	catalogue: Catalogue;
	/** The fictional territory of `/demonstration`, in memory, apart from everything. */
	demonstration: Catalogue;
	/** Who runs this instance; each absent until configured, and then not shown. */
	operator: { name?: string; contact?: string; sourceUrl?: string };
	mode: 'local' | 'public';
}

import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { NoPath, Obstacle } from '#lib/network/no-path.ts';

const FILTERS: Record<Obstacle, () => string> = {
	families: m.paths_filter_families,
	hiddenGroups: m.paths_filter_hiddenGroups,
	statuses: m.paths_filter_statuses,
	certainties: m.paths_filter_certainties,
	ess: m.paths_filter_ess,
	access: m.paths_filter_access,
	departements: m.paths_filter_departements,
	year: m.paths_filter_year
};

/** Why there is no way, and what would bring one: a sentence. */
export function noPathWords(found: NoPath, from: string, to: string): string {
	switch (found.reason) {
		case 'same':
			return m.paths_same();
		case 'past':
			return m.paths_past();
		case 'hidden': {
			const choices = new Intl.ListFormat(getLocale(), { type: 'disjunction' });
			return found.by.length > 0
				? m.paths_hidden({ filters: choices.format(found.by.map((part) => FILTERS[part]())) })
				: m.paths_hidden_several();
		}
		case 'apart':
			return m.paths_apart({
				first: m.paths_apart_one({ name: from, count: found.reach[0] }),
				second: m.paths_apart_one({ name: to, count: found.reach[1] })
			});
	}
}

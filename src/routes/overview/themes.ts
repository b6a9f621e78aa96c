import { economyLabel, publicLabel, serviceLabel } from '#lib/i18n/facts.ts';
import { accessLabel, capital, number, relationPhrase } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { THEMES, type Overview, type Theme } from '#lib/network/overview.ts';

const TITLES: Record<Theme, () => string> = {
	ess: m.overview_theme_ess,
	legal_forms: m.overview_theme_legal_forms,
	cooperation: m.overview_theme_cooperation,
	access: m.overview_theme_access,
	services: m.overview_theme_services,
	publics: m.overview_theme_publics,
	economy: m.overview_theme_economy
};
const COUNTED = {
	structures: m.overview_of_structures,
	projects: m.overview_of_projects,
	relations: m.overview_of_relations
};

export const themeTitle = (theme: Theme): string => TITLES[theme]();

/** A value of a theme in the reader's words, with a capital. */
export function valueLabel(theme: Theme, key: string): string {
	switch (theme) {
		case 'ess':
			return key === 'yes' ? m.overview_ess_yes() : m.overview_ess_no();
		case 'cooperation': {
			const type = RELATION_TYPES.find((each) => each === key);
			return type ? capital(relationPhrase(type, 'out')) : key;
		}
		case 'access':
			return capital(accessLabel(key));
		case 'services':
			return capital(serviceLabel(key));
		case 'publics':
			return capital(publicLabel(key));
		case 'economy':
			return capital(economyLabel(key));
		case 'legal_forms':
			return capital(key);
	}
}

/** A line of a chart: what it counts and how many. */
interface Line {
	key: string;
	label: string;
	count: number;
}

/** A theme ready to show: counts and words, the ids being behind its links. */
export interface ThemeChart {
	theme: Theme;
	title: string;
	/** What is counted, in a sentence. */
	about: string;
	lines: Line[];
	unknown: number;
	total: number;
}

export const chartsOf = (overview: Overview): ThemeChart[] =>
	overview.map(({ theme, items, unknown, total }) => ({
		theme,
		title: themeTitle(theme),
		about: COUNTED[THEMES[theme]]({ total: number(total) }),
		lines: items.map(({ key, ids }) => ({
			key,
			label: valueLabel(theme, key),
			count: ids.length
		})),
		unknown: unknown.length,
		total
	}));

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = 'theme';

/** The theme a cookie asks for; `auto`, which follows the system, when it asks for none. */
export const themeOf = (cookie: string | undefined): Theme =>
	THEMES.find((theme) => theme === cookie) ?? 'auto';

/** How messages are compiled, for the site and for the tools alike. */
export const PARAGLIDE = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/i18n/paraglide',
	/** @type {['cookie', 'preferredLanguage', 'baseLocale']} */
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'langue',
	emitTsDeclarations: true
};

/** How the messages ask for the plural form of a count: rules made again for each message said. */
const MADE = 'new Intl.PluralRules(locale, options)';

/**
 * A list of thousands of lines asks for thousands of plural forms, and making the rules of a language
 * takes far longer than using them: they are made once for each.
 * @returns {import('vite').Plugin}
 */
export const pluralRulesOnce = () => ({
	name: 'maillage:plural-rules-once',
	transform(code, id) {
		if (!id.endsWith('/i18n/paraglide/registry.js')) return undefined;
		if (!code.includes(MADE)) throw new Error('messages no longer make plural rules as expected');
		return {
			code: `const made = new Map();
const rulesOf = (locale, options) => {
	const key = \`\${locale} \${options?.type}\`;
	let rules = made.get(key);
	if (!rules) made.set(key, (rules = ${MADE}));
	return rules;
};
${code.replace(MADE, 'rulesOf(locale, options)')}`,
			map: null
		};
	}
});

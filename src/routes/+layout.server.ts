import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	theme: locals.theme,
	operator: locals.app.operator,
	fictionalDatabase: locals.app.catalogue.fictional
});

import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	theme: locals.theme,
	operator: locals.app.operator,
	mayWrite: locals.app.mode === 'local',
	...(locals.app.mapStyleUrl ? { mapStyleUrl: locals.app.mapStyleUrl } : {}),
	fictionalDatabase: locals.app.catalogue.fictional
});

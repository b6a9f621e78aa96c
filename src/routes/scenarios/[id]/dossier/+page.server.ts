import { dossierActions, dossierPage } from '../../../dossier/showing.server.ts';
import { scenarioSubject } from '../../../dossier/scenario.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app }, url: { searchParams } }) =>
	dossierPage(app, await scenarioSubject(app, params.id), searchParams);

export const actions: Actions = dossierActions(({ params, locals }: RequestEvent) =>
	scenarioSubject(locals.app, params.id)
);

import { projectSubject } from '../../../dossier/asked.server.ts';
import { dossierActions, dossierPage } from '../../../dossier/showing.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app }, url: { searchParams } }) =>
	dossierPage(app, await projectSubject(app.catalogue, params.slug), searchParams);

export const actions: Actions = dossierActions(({ params, locals }: RequestEvent) =>
	projectSubject(locals.app.catalogue, params.slug)
);

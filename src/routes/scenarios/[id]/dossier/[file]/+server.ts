import { askedDossier } from '../../../../dossier/asked.server.ts';
import { dossierFile } from '../../../../dossier/files.server.ts';
import { scenarioSubject } from '../../../../dossier/scenario.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { app }, url }) =>
	dossierFile(params.file, async () => {
		const subject = await scenarioSubject(app, params.id);
		return askedDossier(app.catalogue.repository, subject, url.searchParams);
	});

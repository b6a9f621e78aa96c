import { askedDossier, projectSubject } from '../../../../dossier/asked.server.ts';
import { dossierFile } from '../../../../dossier/files.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { app }, url }) =>
	dossierFile(params.file, async () => {
		const subject = await projectSubject(app.catalogue, params.slug);
		return askedDossier(app.catalogue.repository, subject, url.searchParams);
	});

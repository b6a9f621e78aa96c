import { answer, preflight, readOnly } from '../../answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, event.locals.app.catalogue, event.params.path);
export const fallback: RequestHandler = readOnly;
export const OPTIONS: RequestHandler = preflight;

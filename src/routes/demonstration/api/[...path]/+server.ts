import { answer, preflight, readOnly } from '../../../api/answer.ts';
import type { RequestHandler } from './$types';

/** The same questions about the fictional territory, which is in no answer of `/api/v1`. */
export const GET: RequestHandler = (event) =>
	answer(event, event.locals.app.demonstration, event.params.path);
export const fallback: RequestHandler = readOnly;
export const OPTIONS: RequestHandler = preflight;

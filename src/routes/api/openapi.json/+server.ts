import { json } from '@sveltejs/kit';
import { openApiDocument } from './document.ts';

export const GET = () =>
	json(openApiDocument(), {
		headers: { vary: 'Accept-Language, Cookie', 'cache-control': 'no-cache' }
	});

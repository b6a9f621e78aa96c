import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The page of a list asked for, the first when none is. @throws 400 for what is no page of it */
export function pageNumber(asked: string | null, pages: number): number {
	if (asked === null || asked === '') return 1;
	const number = Number(asked);
	if (Number.isInteger(number) && number >= 1 && number <= Math.max(1, pages)) return number;
	return error(400, {
		message: m.bad_parameter({ name: 'page', value: asked.slice(0, 80) }),
		remedy: m.bad_page_remedy()
	});
}

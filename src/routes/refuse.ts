import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A query parameter that cannot mean anything: 400, with what it may be. */
export function refuseParameter(name: string, value: string, values: readonly string[]): never {
	error(400, {
		message: m.bad_parameter({ name, value: value.slice(0, 80) }),
		remedy: m.bad_parameter_remedy({ values: values.join(', ') })
	});
}

/** The parameter when it is one of the values, undefined when absent or empty. @throws 400 otherwise */
export function oneOf<T extends string>(
	params: URLSearchParams,
	name: string,
	values: readonly T[]
): T | undefined {
	const asked = params.get(name);
	if (asked === null || asked === '') return undefined;
	return values.find((value) => value === asked) ?? refuseParameter(name, asked, values);
}

/** What a page shows, or a page that says nothing has this id. @throws 404 */
export function foundOr404<T>(
	found: T | undefined,
	id: string,
	message: (inputs: { id: string }) => string
): T {
	if (found !== undefined) return found;
	error(404, { message: message({ id: id.slice(0, 80) }), remedy: m.unknown_remedy() });
}

import { isPartialDate } from '#lib/domain/dates.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { ISOLATION_CLASSES } from '#lib/network/model.ts';
import { ACCESS_DIMENSIONS, PROJECT_KINDS } from '#lib/domain/vocabulary/project-kinds.ts';
import { isDepartementCode, isRegionCode } from '#lib/domain/vocabulary/regions.ts';
import { JUDGED_IN } from '../catalogue/isolated.ts';
import { pictureOf } from '../catalogue/picture.ts';
import { ApiError, type Remedy } from './problem.ts';

export const LIMIT_MAX = 500;
const LIMIT_DEFAULT = 50;
const TEXT_MAX = 200;

interface Kind {
	ok: (value: string) => boolean;
	remedy: Remedy;
	/** For OpenAPI. */
	schema: Readonly<Record<string, unknown>>;
}
const oneOf = (values: readonly string[]): Kind => ({
	ok: (value) => values.includes(value),
	remedy: { choice: values },
	schema: { type: 'string', enum: values }
});
const text = (remedy: Remedy): Kind => ({
	ok: (value) => value.trim().length > 0 && value.length <= TEXT_MAX,
	remedy,
	schema: { type: 'string', minLength: 1, maxLength: TEXT_MAX }
});

const picture: Kind = {
	ok: (value) => pictureOf(value) !== undefined,
	remedy: 'picture',
	schema: { type: 'string', example: '2021' }
};

/** Every query parameter of the API: one meaning each, whatever the address. */
export const PARAMETERS = {
	region: { ok: isRegionCode, remedy: 'region', schema: { type: 'string', example: '11' } },
	department: {
		ok: isDepartementCode,
		remedy: 'departement',
		schema: { type: 'string', example: '93' }
	},
	funder: text('text'),
	project: text('text'),
	actor: text('text'),
	from: text('text'),
	to: text('text'),
	kind: oneOf([...PROJECT_KINDS, ...ACTOR_KINDS]),
	access: oneOf(ACCESS_DIMENSIONS),
	class: oneOf(ISOLATION_CLASSES),
	scope: oneOf(JUDGED_IN),
	ess: oneOf(['true', 'false']),
	halo: oneOf(['true', 'false']),
	form: oneOf(['objects', 'columns']),
	before: picture,
	after: picture,
	date: {
		ok: (value) => value.length === 10 && isPartialDate(value),
		remedy: 'date',
		schema: { type: 'string', format: 'date' }
	},
	q: text('text'),
	limit: {
		ok: (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= LIMIT_MAX,
		remedy: { max: LIMIT_MAX },
		schema: { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT_DEFAULT }
	},
	cursor: text('cursor')
} as const satisfies Record<string, Kind>;
export type ParameterName = keyof typeof PARAMETERS;

/** Checked values of a query: each absent, or of the shape its parameter promises. */
export type Query = Readonly<Partial<Record<ParameterName, string>>>;

/** @throws {ApiError} for a parameter that is not of this address, is given twice or has no meaning */
export function readQuery(search: URLSearchParams, known: readonly ParameterName[]): Query {
	const query: Partial<Record<ParameterName, string>> = {};
	for (const [name, value] of search) {
		const parameter = known.find((candidate) => candidate === name);
		if (!parameter) throw new ApiError({ status: 400, code: 'unknown_parameter', name, known });
		const { ok, remedy }: Kind = PARAMETERS[parameter];
		if (!ok(value) || parameter in query)
			throw new ApiError({ status: 400, code: 'parameter', name, value, remedy });
		query[parameter] = value;
	}
	return query;
}

export const limitOf = (query: Query): number => Number(query.limit ?? LIMIT_DEFAULT);

/** One page of a list already in hand. The cursor is the id of the last item given, opaque to callers. */
export function pageOf<T>(
	items: readonly T[],
	query: Query,
	idOf: (item: T) => string
): { items: T[]; nextCursor?: string } {
	const limit = limitOf(query);
	const after = query.cursor && Buffer.from(query.cursor, 'base64url').toString();
	const start = after ? items.findIndex((item) => idOf(item) === after) + 1 : 0;
	if (query.cursor && start === 0) throw badCursor(query.cursor);
	const page = items.slice(start, start + limit);
	const last = page.at(-1);
	if (!last || start + limit >= items.length) return { items: page };
	return { items: page, nextCursor: Buffer.from(idOf(last)).toString('base64url') };
}

export const badCursor = (value: string): ApiError =>
	new ApiError({ status: 400, code: 'parameter', name: 'cursor', value, remedy: 'cursor' });

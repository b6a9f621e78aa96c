import { error } from '@sveltejs/kit';
import { isDepartementCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { ISOLATION_CLASSES } from '#lib/network/model.ts';
import type { Catalogue, RejoinedStructure } from '#lib/server/catalogue.ts';
import type { JudgedIn } from '#lib/server/catalogue/isolated.ts';
import { oneOf } from '../refuse.ts';
import { aroundAll } from './around.server.ts';
import { inOrder, joinRows, SORTS, type ApartStructure, type Sort } from './structures.ts';

/** How the address says over which network structures are judged. */
export const SCOPES = ['projet', 'departement', 'region', 'tout'] as const;
const OVER: Record<(typeof SCOPES)[number], JudgedIn> = {
	projet: 'project',
	departement: 'department',
	region: 'region',
	tout: 'all'
};

/** A département asked for, or nothing. @throws 400 for what is no département */
function departementIn(params: URLSearchParams): string | undefined {
	const asked = params.get('departement');
	if (asked === null || asked === '') return undefined;
	if (isDepartementCode(asked)) return asked;
	return error(400, {
		message: m.bad_parameter({ name: 'departement', value: asked.slice(0, 80) }),
		remedy: m.errors_remedy_departement()
	});
}

/** What the address asks for. @throws 400 for what cannot be */
export function askedIn(params: URLSearchParams) {
	const region = oneOf(
		params,
		'region',
		REGIONS.map(({ code }) => code)
	);
	return {
		region,
		departement: departementIn(params),
		class: oneOf(params, 'motif', ISOLATION_CLASSES),
		sort: oneOf(params, 'tri', SORTS) ?? 'territoire',
		scope: oneOf(params, 'portee', SCOPES) ?? 'projet'
	};
}
export type Asked = ReturnType<typeof askedIn>;

interface Placed {
	region?: string | undefined;
	departement?: string | undefined;
}
const isIn =
	({ region, departement }: Asked) =>
	(row: Placed): boolean =>
		(region === undefined || row.region === region) &&
		(departement === undefined || row.departement === departement);

const hasGround = ({ grounds }: ApartStructure, wanted: Asked['class']): boolean =>
	wanted === undefined || grounds.some((ground) => ground.class === wanted);

export interface Selection {
	/** Wherever they are, whatever the ground. */
	all: ApartStructure[];
	/** In the territory asked for, whatever the ground. */
	placed: ApartStructure[];
	/** What is asked for, in the order asked for. */
	chosen: ApartStructure[];
	rejoined: RejoinedStructure[];
	/** How many a register places there and nothing ties to anyone. */
	absent: number;
	/** Projects with structures there that are not judged, for want of any documented cooperation. */
	undocumented: number;
}

async function ordered(
	catalogue: Catalogue,
	chosen: readonly ApartStructure[],
	sort: Sort
): Promise<ApartStructure[]> {
	if (sort !== 'distance') return inOrder(chosen, sort);
	const around = await aroundAll(catalogue, chosen);
	return inOrder(chosen, sort, (id) => {
		const nearest = around.get(id)?.nearest;
		return nearest?.same === 'commune' ? 0 : nearest?.km;
	});
}

/** Who stands apart, joined, filtered and sorted as the address asks. Those of a register only when asked for. */
export async function selectApart(catalogue: Catalogue, asked: Asked): Promise<Selection> {
	const over = OVER[asked.scope];
	const cards = new Map((await catalogue.cards()).map((card) => [card.id, card]));
	const found = await catalogue.isolated({ over });
	const rows = found.filter(({ undocumented }) => !undocumented);
	const unjudged = found.filter((row) => row.undocumented && isIn(asked)(row));
	const absent = (await catalogue.absent()).filter(isIn(asked));
	const all = joinRows(rows, cards);
	const placed = all.filter(isIn(asked));
	const listed = asked.class === 'absent' ? joinRows(absent, cards) : placed;
	const chosen = listed.filter((structure) => hasGround(structure, asked.class));
	return {
		all,
		placed,
		chosen: await ordered(catalogue, chosen, asked.sort),
		rejoined: (await catalogue.rejoined({ over })).filter(isIn(asked)),
		absent: absent.length,
		undocumented: new Set(unjudged.flatMap(({ projectId }) => projectId ?? [])).size
	};
}

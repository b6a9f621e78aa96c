import { expect, it } from 'vitest';
import type { Scope } from '#lib/domain/scope.ts';
import { fixtureRepository, ids, type Open } from './context.ts';
import { CLAIMS, NODES, RELATIONS } from './fixture.ts';

const NORTH = 'r-ars r-coop r-coop-out r-funds r-funds-sud r-holds r-leads r-uses';

/** Each scope with its nodes, relations and claims, worked out by hand from the fixture. */
const SLICES: readonly (readonly [string, Scope, string, string, string])[] = [
	[
		'a project: members, their other ends, every relation of a member',
		{ kind: 'project', id: 'prj-nord' },
		'a-asso a-centre a-cpts a-sud ars-11 f-banque prj-nord res-locaux',
		NORTH,
		'c-coop-1 c-coop-2 c-funds'
	],
	[
		'a project whose only member is tied elsewhere',
		{ kind: 'project', id: 'prj-sud' },
		'a-asso a-far a-sud f-banque prj-sud',
		'r-coop-out r-funds-sud r-halo r-sud',
		''
	],
	[
		'a region: its projects, and what stands there alone',
		{ kind: 'region', code: '11' },
		'a-alone a-asso a-centre a-cpts a-sud ars-11 f-banque prj-nord res-locaux',
		NORTH,
		'c-coop-1 c-coop-2 c-funds'
	],
	[
		'a region with a resource of no project',
		{ kind: 'region', code: '93' },
		'a-asso a-far a-sud f-banque prj-sud res-vehicule',
		'r-coop-out r-funds-sud r-halo r-sud',
		''
	],
	[
		'a département: structures and resources there, projects only through their ties',
		{ kind: 'departement', code: '93' },
		'a-asso a-centre a-cpts ars-11 prj-nord res-locaux',
		'r-ars r-coop r-holds r-leads r-uses',
		'c-coop-1 c-coop-2'
	],
	[
		'a funder: whom it pays, and the members of the projects it pays',
		{ kind: 'funder', id: 'f-banque' },
		'a-asso a-centre a-cpts a-far a-sud ars-11 f-banque prj-nord prj-sud res-locaux',
		'r-ars r-coop r-coop-out r-funds r-funds-sud r-halo r-holds r-leads r-sud r-uses',
		'c-coop-1 c-coop-2 c-funds'
	],
	['a payer that pays nothing', { kind: 'funder', id: 'a-alone' }, 'a-alone', '', ''],
	['an unknown project', { kind: 'project', id: 'nowhere' }, '', '', ''],
	['a project that is a structure', { kind: 'project', id: 'a-centre' }, '', '', ''],
	['a payer that is a project', { kind: 'funder', id: 'prj-nord' }, '', '', ''],
	['a region without anything', { kind: 'region', code: '06' }, '', '', ''],
	[
		'everything but territories, sources and places',
		{ kind: 'all' },
		'a-alone a-asso a-centre a-cpts a-far a-mairie a-sud ars-11 f-banque prj-nord prj-sud res-locaux res-vehicule',
		'r-ars r-coop r-coop-out r-funds r-funds-sud r-halo r-holds r-hosts r-leads r-sud r-uses',
		'c-coop-1 c-coop-2 c-funds'
	]
];

const named = <T extends { id: string }>(all: readonly T[], wanted: string): T[] =>
	all.filter(({ id }) => wanted.split(' ').includes(id));

export function describeSlices(open: Open): void {
	const repository = fixtureRepository(open);

	it.each(SLICES)('cuts %s', async (_, scope, nodes, relations, claims) => {
		const slice = await repository().slice(scope);
		expect(ids(slice.nodes).join(' ')).toBe(nodes);
		expect(ids(slice.relations).join(' ')).toBe(relations);
		expect(ids(slice.claims).join(' ')).toBe(claims);
		expect(slice).toEqual({
			revision: 1,
			nodes: named(NODES, nodes),
			relations: named(RELATIONS, relations),
			claims: named(CLAIMS, claims)
		});
	});
}

import type { HealthProject, Actor, Relation } from '#lib/domain/entities.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { createNode, createRelation } from '#lib/server/changes/codecs.ts';
import { openRepository } from '#lib/server/database.ts';

/** Ties of the one structure everybody works with. */
export const CROWD = 2000;
export const HUB = 'crowd-hub';

const longest = (text: string): string => text.repeat(Math.ceil(200 / text.length)).slice(0, 200);

/** Names nobody should have and some do. */
export const NAMES = {
	'name-long': longest('Maison intercommunale de la prévention et de l’accompagnement '),
	'name-whole': longest('Interdépartementalisation'),
	'name-arabic': 'جمعية الصحة للجميع (Paris 20)',
	'name-hebrew': 'מרכז בריאות – 12',
	'name-emoji': 'Santé 👩🏽‍⚕️🏳️‍🌈 pour tous 🇫🇷',
	'name-html': '<img src=x onerror="document.title=\'broken\'"><b>Gras</b> & "Cie"',
	'name-accents': 'É́tụde ả l’œuvre'
} as const;

const project = (id: string, name: string): HealthProject => ({
	id: `prj-${id}`,
	label: 'HealthProject',
	name,
	kind: 'cpts',
	region: '11',
	status: 'current',
	coverage: 'partial'
});
const actor = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
	id,
	label: 'Actor',
	kind: 'association',
	name,
	...more
});
const relation = (
	type: RelationType,
	source: string,
	target: string,
	projectId?: string
): Relation => ({
	id: `${source}-${type.toLowerCase().replaceAll('_', '-')}-${target}`,
	type,
	source,
	target,
	...(projectId ? { projectId } : {})
});

/** Paris, for all of them: the same point. */
const PLACE = { commune: 'Paris', departement: '75', region: '11', lat: 48.8566, lon: 2.3522 };

/**
 * Fills a database under `data` with the networks of bad days: a crowd around one structure, awkward
 * names at one point or at none, one structure, none, and only isolated ones.
 */
export async function fillAwkward(data: string): Promise<void> {
	const names = Object.entries(NAMES);
	const crowd = Array.from({ length: CROWD }, (_, i) => `crowd-${i}`);
	const nodes = [
		...['crowd', 'names', 'one', 'none', 'isolated'].map((id) => project(id, `Réseau « ${id} »`)),
		actor(HUB, 'Carrefour', PLACE),
		...crowd.map((id, i) => actor(id, `Structure ${i}`)),
		...names.map(([id, name], i) => actor(id, name, i % 2 === 0 ? PLACE : {})),
		actor('only', 'La seule'),
		...Array.from({ length: 5 }, (_, i) => actor(`apart-${i}`, `Isolée ${i}`))
	];
	const relations = [
		...crowd.map((id) => relation('COOPERATES_WITH', HUB, id, 'prj-crowd')),
		...names.map(([id]) => relation('TAKES_PART_IN', id, 'prj-names')),
		...names
			.slice(1)
			.map(([id]) => relation('COOPERATES_WITH', names[0]?.[0] ?? '', id, 'prj-names')),
		relation('TAKES_PART_IN', 'only', 'prj-one'),
		...Array.from({ length: 5 }, (_, i) => relation('TAKES_PART_IN', `apart-${i}`, 'prj-isolated'))
	];
	const repository = await openRepository({ data, neo4j: undefined });
	try {
		await repository.migrate();
		await repository.apply({
			who: 'e2e',
			why: 'bad days',
			at: '2026-01-01T00:00:00.000Z',
			origin: { kind: 'fictional', name: 'bad days' },
			changes: [...nodes.map(createNode), ...relations.map(createRelation)]
		});
	} finally {
		await repository.close();
	}
}

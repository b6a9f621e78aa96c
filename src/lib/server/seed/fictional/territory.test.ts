import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certaintyOf, verdictOf, CERTAINTIES, VERDICTS } from '#lib/domain/claims.ts';
import { checkGraph } from '#lib/domain/check/check-graph.ts';
import { changeSetProblems } from '#lib/domain/schema/change-set.ts';
import { statusOf } from '#lib/domain/status.ts';
import { foldText } from '#lib/domain/text.ts';
import {
	DRAWN_FAMILIES,
	FUNDING_STAGES,
	INTENSITIES,
	familyOf
} from '#lib/domain/vocabulary/relation-types.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import { fictionalChangeSet, isFictionalOrigin, recordsOf } from './change-set.ts';
import type { FictionalGraph } from './graph.ts';
import { MEASURED, shapeOf, partnersOn, type Shape } from './measure.ts';
import { FICTIONAL_COMMUNES } from './places.ts';
import { fictionalOfSize, fictionalTerritory } from './territory.ts';

const DAY = '2026-06-30';

/** What `maillage check` would say of it, notes apart. */
const faultsOf = (graph: FictionalGraph) =>
	checkGraph(recordsOf(graph)).filter(({ level }) => level === 'fault');

describe('a fictional territory', () => {
	it('is the same for the same seed, another for another', () => {
		const make = (randomSeed: number) => fictionalTerritory({ structures: 60, randomSeed });
		expect(make(7)).toEqual(make(7));
		expect(make(7).relations).not.toEqual(make(8).relations);
	});

	it.each([1, 2, 3, 5, 11, 12, 13, 60, 300])(
		'of %i structures is whole and valid',
		(structures) => {
			for (const randomSeed of [1, 2, 3]) {
				const graph = fictionalTerritory({ structures, randomSeed });
				expect(graph.nodes.filter((n) => n.label === 'Actor')).toHaveLength(structures);
				expect(faultsOf(graph)).toEqual([]);
			}
		}
	);

	it('refuses sizes it cannot make', () => {
		expect(() => fictionalTerritory({ structures: 0, randomSeed: 1 })).toThrow(RangeError);
		expect(() => fictionalTerritory({ structures: 1.5, randomSeed: 1 })).toThrow(RangeError);
		expect(() => fictionalTerritory({ structures: 100_001, randomSeed: 1 })).toThrow(RangeError);
	});

	it('shows at 300 structures every family, status, certainty, verdict and kind of resource', () => {
		const { nodes, relations, claims } = fictionalTerritory({ structures: 300, randomSeed: 5 });
		const about = (id: string) => claims.filter((c) => c.aboutId === id);
		const shown = (values: readonly string[]): string[] => [...new Set(values)].sort();
		expect(shown(relations.map((r) => familyOf(r.type)))).toEqual([...DRAWN_FAMILIES].sort());
		expect(shown(relations.map((r) => verdictOf(r, about(r.id))))).toEqual([...VERDICTS].sort());
		expect(shown(relations.map((r) => certaintyOf(about(r.id))))).toEqual([...CERTAINTIES].sort());
		expect(shown(relations.map((r) => statusOf(r, DAY, undefined, about(r.id))))).toEqual([
			'current',
			'ended',
			'planned'
		]);
		expect(shown(nodes.flatMap((n) => (n.label === 'SharedResource' ? [n.kind] : [])))).toEqual(
			[...RESOURCE_KINDS].sort()
		);
		expect(shown(relations.flatMap((r) => r.stage ?? []))).toEqual([...FUNDING_STAGES].sort());
		expect(shown(relations.flatMap((r) => r.intensity ?? []))).toEqual([...INTENSITIES].sort());
	});

	it('names nothing real: ids, notes, no place on the map', () => {
		const { nodes } = fictionalTerritory({ structures: 300, randomSeed: 5 });
		expect(nodes.filter((n) => !n.id.startsWith('fictif-'))).toEqual([]);
		expect(nodes.filter((n) => !n.description?.startsWith('Fiction'))).toEqual([]);
		const located = [
			'region',
			'departement',
			'codeInsee',
			'postalCode',
			'lat',
			'lon',
			'url',
			'website'
		];
		expect(nodes.filter((n) => located.some((field) => field in n))).toEqual([]);
	});

	it('has no commune that exists', () => {
		const file = readFileSync(new URL('./real-communes.txt', import.meta.url), 'utf8');
		const real = new Set(
			file
				.split('\n')
				.filter((l) => l && !l.startsWith('#'))
				.map(foldText)
		);
		expect(real.size).toBeGreaterThan(400);
		expect(FICTIONAL_COMMUNES.filter((name) => real.has(foldText(name)))).toEqual([]);
	});

	it('never gives two structures the same name', () => {
		const { nodes } = fictionalTerritory({ structures: 3000, randomSeed: 5 });
		const names = nodes.filter((n) => n.label === 'Actor').map((n) => n.name);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('the shape of a fictional territory is that of real ones', () => {
	const cases = [60, 300, 3000].flatMap((n) => [1, 2, 3, 4, 5].map((seed) => [n, seed] as const));
	it.each(cases)('%i structures, seed %i', (structures, randomSeed) => {
		const shape = shapeOf(partnersOn(fictionalTerritory({ structures, randomSeed }), DAY));
		const outside = (Object.keys(MEASURED) as (keyof Shape)[]).filter((key) => {
			const [least, most] = MEASURED[key];
			return shape[key] < least || shape[key] > most;
		});
		expect(outside).toEqual([]);
	});
});

describe('a territory of an exact size', () => {
	it.each([
		[50, 150],
		[500, 1500],
		[10_000, 30_000]
	])('draws %i nodes and %i relations', (nodes, relations) => {
		const graph = fictionalOfSize(nodes, relations, 3);
		const drawnNodes = graph.nodes.filter((n) =>
			['Actor', 'Funder', 'SharedResource'].includes(n.label)
		);
		const drawn = new Set(drawnNodes.map((n) => n.id));
		const drawnRelations = graph.relations.filter(
			(r) =>
				!['participation', 'oversight'].includes(familyOf(r.type)) &&
				drawn.has(r.source) &&
				drawn.has(r.target)
		);
		expect(drawnNodes).toHaveLength(nodes);
		expect(drawnRelations).toHaveLength(relations);
	});

	it('says so when so many relations cannot be drawn', () => {
		expect(() => fictionalOfSize(20, 2000, 1)).toThrow(RangeError);
	});
});

describe('its change set', () => {
	it('is a valid creation of everything, told to be fictional', () => {
		const graph = fictionalTerritory({ structures: 60, randomSeed: 1 });
		const at = '2026-06-30T10:00:00.000Z';
		const changeSet = fictionalChangeSet(graph, { name: 'essai', at });
		expect(changeSetProblems(changeSet)).toEqual([]);
		expect(changeSet.changes).toHaveLength(
			graph.nodes.length + graph.relations.length + graph.claims.length
		);
		expect(isFictionalOrigin(changeSet)).toBe(true);
		expect(isFictionalOrigin({ origin: { kind: 'seed' } })).toBe(false);
		expect(isFictionalOrigin(undefined)).toBe(false);
	});
});

import { describe, expect, it } from 'vitest';
import { certaintyOf, verdictOf, CERTAINTIES, VERDICTS } from '#lib/domain/claims.ts';
import { statusOf } from '#lib/domain/status.ts';
import {
	DRAWN_FAMILIES,
	RELATION_TYPES,
	familyOf,
	isSymmetric
} from '#lib/domain/vocabulary/relation-types.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import { DEMONSTRATION_PROJECT_ID, demonstrationTerritory } from './demonstration.ts';
import { danglingOf, problemsOf } from './integrity.ts';
import { shapeOf, tiesOn } from './measure.ts';
import { COMMUNES } from './demonstration/model.ts';
import { FICTIONAL_COMMUNES } from './places.ts';

const DAY = '2026-06-30';
const { nodes, relations, claims } = demonstrationTerritory();
const about = (id: string) => claims.filter((c) => c.aboutId === id);
const shown = (values: readonly string[]): string[] => [...new Set(values)].sort();
const ties = tiesOn({ nodes, relations, claims }, DAY);
const neighbours = (name: string): string[] => [...(ties.get(`fictif-${name}`) ?? ['?'])];

describe('the demonstration', () => {
	it('is always the same', () => {
		expect(demonstrationTerritory()).toEqual({ nodes, relations, claims });
	});

	it('is whole and valid', () => {
		const ids = [...nodes, ...relations, ...claims].map((x) => x.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => !id.startsWith('fictif-'))).toEqual([]);
		expect(problemsOf({ nodes, relations, claims })).toEqual([]);
		expect(danglingOf({ nodes, relations, claims })).toEqual([]);
	});

	it('has about sixty structures in one project, in communes that do not exist', () => {
		const actors = nodes.filter((n) => n.label === 'Actor');
		expect(actors.length).toBeGreaterThanOrEqual(58);
		expect(actors.length).toBeLessThanOrEqual(66);
		expect(nodes.filter((n) => n.label === 'HealthProject').map((n) => n.id)).toEqual([
			DEMONSTRATION_PROJECT_ID
		]);
		expect(Object.values(COMMUNES).filter((c) => !FICTIONAL_COMMUNES.includes(c))).toEqual([]);
		expect(nodes.filter((n) => 'lat' in n || 'region' in n || 'codeInsee' in n)).toEqual([]);
		expect(nodes.filter((n) => !n.description?.includes('n’existe pas'))).toEqual([]);
	});

	it('says each thing once', () => {
		const said = relations.map(({ type, source, target }) =>
			[type, ...(isSymmetric(type) ? [source, target].sort() : [source, target])].join(' ')
		);
		expect(said.filter((line, i) => said.indexOf(line) !== i)).toEqual([]);
	});

	it('shows every type, verdict, certainty, status and kind of resource', () => {
		expect(shown(relations.map((r) => r.type))).toEqual(
			RELATION_TYPES.filter((t) =>
				(DRAWN_FAMILIES as readonly string[]).includes(familyOf(t))
			).toSorted()
		);
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
	});

	it('has someone in every class of isolation', () => {
		const families = (name: string): string[] =>
			shown(
				relations
					.filter((r) => [r.source, r.target].includes(`fictif-${name}`))
					.map((r) => familyOf(r.type))
			);
		for (const alone of ['horloges-lentes', 'libellule'])
			expect(families(alone)).toEqual(['oversight']);
		expect(families('esat-sablier')).toEqual(['governance']);
		expect(families('laboratoire-des-bulles')).toEqual(['funding']);
		for (const untied of [
			'esat-sablier',
			'laboratoire-des-bulles',
			'mairie-du-flocon',
			'usagers-du-songe',
			'departement-des-dunes'
		])
			expect(neighbours(untied)).toEqual([]);
		expect(neighbours('ribambelle')).toEqual(['fictif-jardin-des-simples']);
		expect(neighbours('jardin-des-simples')).toEqual(['fictif-ribambelle']);
		expect(neighbours('coquillage').sort()).toEqual([
			'fictif-logis-des-dunes',
			'fictif-marche-et-maree'
		]);
		for (const bridge of [
			'cabinet-du-flocon',
			'petits-bateaux',
			'atelier-des-communs',
			'union-liberale'
		])
			expect(neighbours(bridge)).toHaveLength(1);
	});

	it('is dense, in one large group', () => {
		const { meanDegree, largestGroup } = shapeOf(ties);
		expect(meanDegree).toBeGreaterThan(4.5);
		expect(largestGroup).toBeGreaterThan(0.75);
	});
});

import { describe, expect, it } from 'vitest';
import { certaintyOf, verdictOf, CERTAINTIES, VERDICTS } from '#lib/domain/claims.ts';
import { checkGraph } from '#lib/domain/check/check-graph.ts';
import { statusOf } from '#lib/domain/status.ts';
import {
	DRAWN_FAMILIES,
	RELATION_TYPES,
	familyOf,
	isSymmetric
} from '#lib/domain/vocabulary/relation-types.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import { buildNetwork } from '#lib/network/build.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { IsolationClass } from '#lib/network/model.ts';
import { DEMONSTRATION_PROJECT_ID, demonstrationTerritory } from './demonstration.ts';
import { recordsOf, sliceOf } from './change-set.ts';
import { partnersOn, shapeOf } from './measure.ts';
import { COMMUNES } from './demonstration/model.ts';
import { FICTIONAL_COMMUNES } from './places.ts';

const DAY = '2026-06-30';
const { nodes, relations, claims } = demonstrationTerritory();
const about = (id: string) => claims.filter((c) => c.aboutId === id);
const shown = (values: readonly string[]): string[] => [...new Set(values)].sort();
const graph = { nodes, relations, claims };
const network = buildNetwork(
	sliceOf(graph),
	{ kind: 'project', id: DEMONSTRATION_PROJECT_ID },
	DAY
);
const apart = isolatedStructures(network);
describe('the demonstration', () => {
	it('is always the same', () => {
		expect(demonstrationTerritory()).toEqual({ nodes, relations, claims });
	});

	it('is whole and valid', () => {
		const ids = [...nodes, ...relations, ...claims].map((x) => x.id);
		expect(ids.filter((id) => !id.startsWith('fictif-'))).toEqual([]);
		expect(checkGraph(recordsOf(graph)).filter(({ level }) => level === 'fault')).toEqual([]);
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

	it('is one network: every structure, funder and resource is a member', () => {
		const members = new Set(network.nodes.filter((n) => n.member).map((n) => n.id));
		const meant = nodes.filter((n) => ['Actor', 'Funder', 'SharedResource'].includes(n.label));
		expect(meant.filter((n) => !members.has(n.id)).map((n) => n.id)).toEqual([]);
		expect(network.documented).toBe(true);
	});

	it('has someone in every class of isolation, and nobody by accident', () => {
		const named = (kind: IsolationClass): string[] =>
			apart.filter((row) => row.class === kind).map((row) => row.actorId.replace('fictif-', ''));
		expect(named('no_tie')).toEqual(['horloges-lentes', 'libellule']);
		expect(named('no_horizontal_tie')).toEqual([
			'departement-des-dunes',
			'esat-sablier',
			'laboratoire-des-bulles',
			'mairie-du-flocon',
			'usagers-du-songe'
		]);
		expect(named('detached_group')).toEqual([
			'coquillage',
			'jardin-des-simples',
			'logis-des-dunes',
			'marche-et-maree',
			'ribambelle'
		]);
		expect(named('single_bridge')).toEqual([
			'atelier-des-communs',
			'cabinet-du-flocon',
			'escargot-aile',
			'petits-bateaux',
			'sages-femmes-de-papier',
			'union-liberale'
		]);
	});

	it('is dense, in one large group', () => {
		const { meanDegree, largestGroup } = shapeOf(partnersOn(graph, DAY));
		expect(meanDegree).toBeGreaterThan(4.5);
		expect(largestGroup).toBeGreaterThan(0.75);
	});
});

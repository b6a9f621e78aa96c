import { describe, expect, it } from 'vitest';
import { checkGraph } from './check-graph.ts';
import { END_LABELS } from './ends.ts';
import type { GraphRecord } from './graph-problem.ts';
import { RELATION_TYPES, type RelationType } from '../vocabulary/relation-types.ts';

const node = (
	id: string,
	label: string,
	properties: Record<string, unknown> = {}
): GraphRecord => ({
	entity: 'node',
	id,
	label,
	properties: { name: id, ...properties }
});
const actor = (id: string) => node(id, 'Actor', { kind: 'association' });
const relation = (
	id: string,
	type: RelationType,
	source: string,
	target: string,
	properties: Record<string, unknown> = {}
): GraphRecord => ({ entity: 'relation', id, type, source, target, properties });
const claim = (id: string, aboutId: string, sourceId?: string): GraphRecord => ({
	entity: 'node',
	id,
	label: 'Claim',
	properties: {
		aboutId,
		by: 'Le Bulletin',
		says: 'exists',
		how: 'stated',
		...(sourceId && { sourceId })
	}
});

const phare = actor('le-phare');
const digue = actor('la-digue');
const tie = relation('rel-1', 'COOPERATES_WITH', 'le-phare', 'la-digue', { since: '2020' });
const said = claim('claim-1', 'rel-1', 'src-1');
const source = node('src-1', 'Source');
const sound = [phare, digue, tie, said, source];

const found = (records: readonly GraphRecord[]): string[] =>
	checkGraph(records).map((p) => `${p.level} ${p.id}.${p.field}: ${p.code}`);

describe('a graph', () => {
	it('is sound when every record and every link is', () => {
		expect(found(sound)).toEqual([]);
	});

	it('tells the faults of its records by themselves', () => {
		const wrong = node('le-quai', 'Actor', {
			kind: 'association',
			lat: 0,
			lon: 0,
			region: 'Bretagne'
		});
		expect(found([...sound, wrong])).toEqual([
			'fault le-quai.region: bad_region',
			'fault le-quai.lat: place_at_zero'
		]);
	});

	it('tells what names something that does not exist', () => {
		const lost = relation('rel-2', 'HOSTS', 'le-phare', 'nowhere', { projectId: 'prj-none' });
		expect(found([...sound, lost, claim('claim-2', 'rel-2', 'src-none')])).toEqual([
			'fault rel-2.projectId: dangling',
			'fault rel-2.target: dangling',
			'fault claim-2.sourceId: dangling'
		]);
	});

	it('tells ends of the wrong nature, with those that would do', () => {
		const odd = relation('rel-2', 'LEADS', 'le-phare', 'la-digue');
		expect(checkGraph([...sound, odd, claim('claim-2', 'rel-2')])).toEqual([
			{
				id: 'rel-2',
				code: 'wrong_end',
				level: 'fault',
				field: 'target',
				value: 'la-digue',
				allowed: ['HealthProject'],
				params: { type: 'LEADS' }
			}
		]);
	});

	it('tells a tie said twice, turned round or not, and only with the same dates', () => {
		const turned = relation('rel-2', 'COOPERATES_WITH', 'la-digue', 'le-phare', { since: '2020' });
		const renewed = relation('rel-3', 'COOPERATES_WITH', 'la-digue', 'le-phare', { since: '2024' });
		const more = [turned, renewed, claim('claim-2', 'rel-2'), claim('claim-3', 'rel-3')];
		expect(found([...sound, ...more])).toEqual(['fault rel-2.id: duplicate']);
	});

	it('takes two grants of one year for two, when their amounts differ', () => {
		const grant = (id: string, amountEur: number) =>
			relation(id, 'FUNDS', 'le-phare', 'la-digue', { since: '2020', amountEur });
		const claims = ['f-1', 'f-2', 'f-3'].map((id) => claim(`claim-${id}`, id));
		const grants = [grant('f-1', 100), grant('f-2', 200), grant('f-3', 200)];
		expect(found([...sound, ...grants, ...claims])).toEqual(['fault f-3.id: duplicate']);
	});

	it('tells an id used twice', () => {
		expect(
			found([...sound, node('rel-1', 'Source'), claim('claim-2', 'le-phare', 'rel-1')])
		).toContain('fault rel-1.id: id_taken');
	});

	it('notes, without calling it a fault, what nothing rests on and what nobody says', () => {
		const alone = node('src-2', 'Source');
		const rumour = relation('rel-2', 'HOSTS', 'le-phare', 'la-digue');
		expect(found([...sound, alone, rumour])).toEqual([
			'note src-2.id: unused_source',
			'note rel-2.id: no_source'
		]);
	});

	it('notes coordinates that are no place, which are kept as they were given', () => {
		const lost = node('at-sea', 'Actor', { kind: 'association', lat: 46, lon: -8 });
		expect(found([...sound, lost])).toEqual(['note at-sea.lat: no_place']);
	});

	it('asks no source of where things are', () => {
		const dep = node('dep-56', 'Territory', { level: 'departement', code: '56' });
		expect(found([...sound, dep, relation('in-1', 'LOCATED_IN', 'le-phare', 'dep-56')])).toEqual(
			[]
		);
	});
});

it('rules the ends of every relation type', () => {
	expect(Object.keys(END_LABELS).sort()).toEqual([...RELATION_TYPES].sort());
});

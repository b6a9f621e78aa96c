import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../changes.ts';
import { changeSetProblems } from './change-set.ts';
import { parseClaim } from './claim.ts';
import { isFiness, isRna, isSiren, isSiret } from './identifiers.ts';
import { parseNode } from './nodes.ts';
import { parseRelation } from './relation.ts';
import type { Parsed } from './problem.ts';

const actor = { label: 'Actor', id: 'le-phare', name: 'Le Phare', kind: 'association' };
const project = {
	label: 'HealthProject',
	id: 'prj-cap',
	name: 'Cap santé',
	kind: 'cpts',
	status: 'current',
	coverage: 'partial'
};
const tie = { id: 'rel-1', type: 'COOPERATES_WITH', source: 'le-phare', target: 'la-digue' };
const claim = { id: 'claim-1', aboutId: 'rel-1', by: 'Le Bulletin', says: 'exists', how: 'stated' };

const refusals = (parsed: Parsed<unknown>): string[] =>
	parsed.ok ? [] : parsed.problems.map((p) => `${p.field}: ${p.code}`);

describe('a node', () => {
	it('is accepted with the least a structure has', () => {
		expect(parseNode(actor)).toEqual({ ok: true, value: actor });
	});

	it.each([
		['an id that is not a slug', { id: 'Le Phare' }, 'id: bad_id'],
		['a name of spaces', { name: '  ' }, 'name: empty_text'],
		['a kind we do not know', { kind: 'clinique' }, 'kind: not_in_list'],
		['a SIREN with a wrong key', { siren: '356000001' }, 'siren: bad_siren'],
		['a departement that does not exist', { departement: '20' }, 'departement: bad_departement'],
		['a region by name', { region: 'Bretagne' }, 'region: bad_region'],
		['Corsica with its old number', { codeInsee: '20004' }, 'codeInsee: bad_commune_code'],
		['a latitude beyond the pole', { lat: 96, lon: 2 }, 'lat: bad_latitude'],
		['a latitude without longitude', { lat: 48 }, 'lat: place_incomplete'],
		['the Gulf of Guinea', { lat: 0, lon: 0 }, 'lat: place_at_zero'],
		['a web address that is a script', { website: 'javascript:alert(1)' }, 'website: bad_url'],
		['a field we do not know', { telephone: '0102030405' }, 'telephone: unknown_field'],
		['the same service twice', { services: ['soins', 'soins'] }, 'services: repeated_item'],
		['a number where text is expected', { name: 12 }, 'name: wrong_type']
	])('refuses %s and names the field', (_, damage, problem) => {
		expect(refusals(parseNode({ ...actor, ...damage }))).toEqual([problem]);
	});

	it('names what is missing, and says every problem at once', () => {
		expect(refusals(parseNode({ label: 'Actor', kind: 'x' })).sort()).toEqual([
			'id: required',
			'kind: not_in_list',
			'name: required'
		]);
	});

	it('lists the values a vocabulary allows', () => {
		const parsed = parseNode({ ...project, status: 'en_cours' });
		expect(parsed.ok || parsed.problems[0]?.allowed).toEqual([
			'current',
			'planned',
			'blocked',
			'ended',
			'to_check'
		]);
	});

	it('refuses a label of ours that is not one', () => {
		expect(refusals(parseNode({ ...actor, label: 'Patient' }))).toEqual(['label: not_in_list']);
		expect(refusals(parseNode(null))).toEqual([': wrong_type']);
	});

	it('refuses a project that ends before it starts and a figure that is not a number', () => {
		expect(
			refusals(
				parseNode({ ...project, startYear: 2024, endYear: 2021, figures: ['patients=many'] })
			)
		).toEqual(['figures: bad_figure', 'endYear: ends_before_start']);
	});

	it('judges the code of a territory by its level', () => {
		const territory = { label: 'Territory', id: 'dep-2a', name: 'Corse-du-Sud', code: '2A' };
		expect(refusals(parseNode({ ...territory, level: 'departement' }))).toEqual([]);
		expect(refusals(parseNode({ ...territory, level: 'commune' }))).toEqual([
			'code: bad_territory_code'
		]);
	});
});

describe('a relation', () => {
	it('is accepted with dates as precise as its source', () => {
		expect(refusals(parseRelation({ ...tie, since: '2021', until: '2021-03' }))).toEqual([]);
	});

	it.each([
		['a tie to itself', { target: 'le-phare' }, 'target: same_ends'],
		['a day that does not exist', { since: '2023-02-29' }, 'since: bad_date'],
		['an end before its start', { since: '2021', until: '2020' }, 'until: ends_before_start'],
		['a type we do not know', { type: 'LIKES' }, 'type: not_in_list'],
		['money on what is not funding', { amountEur: 10 }, 'amountEur: amount_without_funding'],
		['a negative amount', { type: 'FUNDS', amountEur: -1 }, 'amountEur: bad_amount'],
		['a period backwards', { type: 'FUNDS', amountPeriod: '2024-2022' }, 'amountPeriod: bad_period']
	])('refuses %s', (_, damage, problem) => {
		expect(refusals(parseRelation({ ...tie, ...damage }))).toEqual([problem]);
	});
});

describe('a claim', () => {
	it('states a value only about a property, as JSON', () => {
		const value = { says: 'value', property: 'evaluation', value: '"bilan"' };
		expect(refusals(parseClaim({ ...claim, ...value }))).toEqual([]);
		expect(refusals(parseClaim({ ...claim, ...value, value: 'bilan' }))).toEqual([
			'value: claim_value'
		]);
		expect(refusals(parseClaim({ ...claim, value: '1' }))).toEqual(['value: claim_value']);
	});

	it('is not last seen before it was first seen', () => {
		expect(refusals(parseClaim({ ...claim, firstSeen: '2024', lastSeen: '2020' }))).toEqual([
			'lastSeen: ends_before_start'
		]);
	});
});

describe('public identifiers', () => {
	it('knows the key of SIREN and SIRET, and the exception of La Poste', () => {
		expect(isSiren('732829320')).toBe(true);
		expect(isSiren('732829321')).toBe(false);
		expect(isSiret('73282932000074')).toBe(true);
		expect(isSiret('73282932000075')).toBe(false);
		expect(isSiret('35600000049837')).toBe(true);
		expect(isSiret('35600000049838')).toBe(false);
		expect(isSiret('2,601E+13')).toBe(false);
	});

	it('knows FINESS numbers of Corsica and overseas', () => {
		expect(['010000024', '2A0000154', '9A0000153'].map(isFiness)).toEqual([true, true, true]);
		expect(['10000024', '9K0000153', '2C0000154'].map(isFiness)).toEqual([false, false, false]);
	});

	it('knows RNA numbers', () => {
		expect(['W751234567', 'W9A1234567'].map(isRna)).toEqual([true, true]);
		expect(['751234567', 'W75123456'].map(isRna)).toEqual([false, false]);
	});
});

describe('a change set', () => {
	const after = { name: actor.name, kind: actor.kind };
	const good: ChangeSet = {
		who: 'Camille',
		why: 'essai',
		at: '2026-11-23T10:00:00Z',
		origin: { kind: 'page' },
		changes: [{ op: 'create', entity: 'node', label: 'Actor', id: 'le-phare', after }]
	};
	const problemsOf = (changes: ChangeSet['changes']): string[] =>
		changeSetProblems({ ...good, changes }).map((p) => `${p.id}.${p.field}: ${p.code}`);
	const node = { entity: 'node', label: 'Actor', id: 'le-phare' } as const;

	it('is accepted when each change is', () => {
		expect(changeSetProblems(good)).toEqual([]);
	});

	it('says who and when', () => {
		expect(
			changeSetProblems({ ...good, who: '', at: 'hier' }).map((p) => `${p.field}: ${p.code}`)
		).toEqual(['who: empty_text', 'at: bad_instant']);
	});

	it('changes a record once', () => {
		expect(problemsOf([...good.changes, { ...node, op: 'remove', before: after }])).toEqual([
			'le-phare.id: changed_twice'
		]);
	});

	it('updates known properties to good values, with what they were', () => {
		expect(
			problemsOf([{ ...node, op: 'update', before: { region: null }, after: { region: '53' } }])
		).toEqual([]);
		expect(
			problemsOf([
				{
					...node,
					op: 'update',
					before: { region: null, name: 'Le Phare', mood: null },
					after: { region: '99', name: null, mood: 'gai', label: 'Funder' }
				}
			])
		).toEqual([
			'le-phare.label: uneven_update',
			'le-phare.label: fixed_field',
			'le-phare.region: bad_region',
			'le-phare.name: required',
			'le-phare.mood: unknown_field',
			'le-phare.label: not_in_list'
		]);
	});
});

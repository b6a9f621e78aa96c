import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphNode } from '#lib/domain/entities.ts';
import { overviewOf, THEME_NAMES, type Overview, type Theme } from './overview.ts';
import { actor, network, tie } from './small-networks.ts';

const structure = (id: string, more: { ess?: boolean; legalForm?: string } = {}): GraphNode => ({
	id,
	label: 'Actor',
	kind: 'association',
	name: id,
	...more
});
const project = (id: string, services?: ('dentaire' | 'prevention')[]): GraphNode => ({
	id,
	label: 'HealthProject',
	kind: 'cpts',
	name: id,
	status: 'current',
	coverage: 'partial',
	services
});
const of = (overview: Overview, name: Theme) => {
	const found = overview.find(({ theme }) => theme === name);
	if (!found) throw new Error(name);
	const counts = Object.fromEntries(found.items.map(({ key, ids }) => [key, ids]));
	return { ...found, counts };
};

describe('an overview', () => {
	const nodes = ['a', 'b', 'c', 'd'].map((id) => actor(id));
	const projects = ['p', 'q', 'r'].map((id) =>
		actor(id, { label: 'HealthProject', group: 'project', member: false })
	);
	const given = network(
		[...nodes, actor('far', { member: false }), ...projects],
		[
			tie('a', 'b'),
			tie('b', 'c', { type: 'HOSTS', family: 'sharing' }),
			tie('c', 'd', { status: 'ended' }),
			tie('a', 'far')
		]
	);
	const overview = overviewOf(given, [
		structure('a', { ess: true, legalForm: 'association loi 1901' }),
		structure('b', { ess: false, legalForm: 'Association Loi 1901 ' }),
		structure('c', { ess: true, legalForm: 'SCIC' }),
		structure('d', { legalForm: '  ' }),
		structure('far', { ess: true }),
		project('p', ['dentaire', 'prevention', 'dentaire']),
		project('q', ['prevention']),
		project('r')
	]);

	it('counts each thing once for a value, and names those behind it', () => {
		expect(of(overview, 'ess').counts).toEqual({ yes: ['a', 'c'], no: ['b'] });
		expect(of(overview, 'services').counts).toEqual({ prevention: ['p', 'q'], dentaire: ['p'] });
		expect(of(overview, 'services').items.map(({ key }) => key)).toEqual([
			'prevention',
			'dentaire'
		]);
	});

	it('says what was not collected instead of counting it as none', () => {
		expect(of(overview, 'ess').unknown).toEqual(['d']);
		expect(of(overview, 'services').unknown).toEqual(['r']);
		expect(of(overview, 'economy')).toMatchObject({ items: [], unknown: ['p', 'q', 'r'] });
	});

	it('takes one legal form for another that is only spelled otherwise', () => {
		const forms = of(overview, 'legal_forms');
		expect(forms.counts).toEqual({ 'association loi 1901': ['a', 'b'], SCIC: ['c'] });
		expect(forms.unknown).toEqual(['d']);
	});

	it('counts the cooperation alive between members, by kind', () => {
		const { counts, total } = of(overview, 'cooperation');
		expect(counts).toEqual({ COOPERATES_WITH: ['a-b'], HOSTS: ['b-c'] });
		expect(total).toBe(2);
	});

	it('has every theme of an empty network, without anything in it', () => {
		const empty = overviewOf(network([], []), []);
		expect(empty.map(({ theme }) => theme)).toEqual(THEME_NAMES);
		for (const { total, unknown } of empty) expect([total, unknown]).toEqual([0, []]);
	});

	it('puts every thing under a value or among what was not collected', () => {
		const records = fc.array(
			fc.record({ ess: fc.option(fc.boolean()), form: fc.option(fc.constantFrom('x', 'X', 'y')) }),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(records, (all) => {
				const ids = all.map((_, i) => `s${i}`);
				const found = overviewOf(
					network(
						ids.map((id) => actor(id)),
						[]
					),
					all.map(({ ess, form }, i) =>
						structure(ids[i] ?? '', {
							...(ess === null ? {} : { ess }),
							...(form === null ? {} : { legalForm: form })
						})
					)
				);
				for (const { items, unknown, total, theme } of found) {
					const seen = new Set([...items.flatMap((item) => item.ids), ...unknown]);
					expect(seen.size, theme).toBe(total);
				}
			})
		);
	});
});

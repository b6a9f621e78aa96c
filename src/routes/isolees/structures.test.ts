import { expect, it } from 'vitest';
import { whatToDo } from '#lib/i18n/apart-sentences.ts';
import type { IsolatedStructure } from '#lib/server/catalogue.ts';
import { inOrder, joinRows } from './structures.ts';

const row = (actorId: string, more: Partial<IsolatedStructure> = {}): IsolatedStructure => ({
	...{ actorId, name: actorId, kind: 'association', class: 'no_tie', reasons: [], with: [] },
	...{ withNames: [], certainty: 'in_data_only', undocumented: false },
	...more
});
const card = (id: string) =>
	[id, { id, name: id.toUpperCase(), coverage: 'press' as const }] as const;
const cards = new Map([card('p'), card('q'), card('r')]);

it('says a structure once: the same ground names its projects, the most alone comes first', () => {
	const held = { class: 'single_bridge' as const, with: ['z'], withNames: ['Z'] };
	const joined = joinRows(
		[
			row('a', { projectId: 'p', ...held }),
			row('b', { projectId: 'p' }),
			row('a', { projectId: 'q', ...held }),
			row('a', { projectId: 'r' })
		],
		cards
	);
	expect(joined.map(({ actorId }) => actorId)).toEqual(['a', 'b']);
	expect(
		joined[0]?.grounds.map(({ class: of, projects }) => [of, projects.map(({ name }) => name)])
	).toEqual([
		['no_tie', ['R']],
		['single_bridge', ['P', 'Q']]
	]);
});

it('keeps apart grounds that differ by what is known or by who says so', () => {
	const joined = joinRows(
		[
			row('a', { projectId: 'p', class: 'single_bridge', withNames: ['Y'] }),
			row('a', { projectId: 'q', class: 'single_bridge', withNames: ['Z'] }),
			row('a', {
				projectId: 'r',
				class: 'single_bridge',
				withNames: ['Z'],
				certainty: 'documented'
			})
		],
		cards
	);
	expect(joined[0]?.grounds).toHaveLength(3);
});

it('says of who holds by one tie here whom it works with elsewhere, and no longer that all goes through one', () => {
	const held = { class: 'single_bridge' as const, withNames: ['Z'] };
	const [ground] =
		joinRows([row('a', { ...held, elsewhereNames: ['V', 'W'] })], cards)[0]?.grounds ?? [];
	expect(ground?.reasons).toBe('avec Z · coopère aussi hors de ce réseau, avec V et W');
	const said = (elsewhere: readonly string[], likeliest?: string): string =>
		whatToDo('single_bridge', ['Z'], likeliest, elsewhere);
	expect(said([], 'Y')).toMatch(/^Tout passe par Z/);
	for (const sentence of [said(['V', 'W'], 'Y'), said(['V', 'W'])]) {
		expect(sentence).toMatch(/^Ici, tout passe par Z/);
		expect(sentence).toContain('elle coopère aussi ailleurs, avec V et W');
	}
	expect(said(['V'], 'Y')).toContain('avec Y');
});

it('sorts by territory, name, ground or distance, what is nowhere last', () => {
	const joined = joinRows(
		[
			row('c', { region: '11', departement: '93' }),
			row('b', { region: '11', departement: '75', class: 'single_bridge' }),
			row('a')
		],
		cards
	);
	const names = (sort: 'territoire' | 'nom' | 'motif') =>
		inOrder(joined, sort).map(({ name }) => name);
	expect(names('territoire')).toEqual(['b', 'c', 'a']);
	expect(names('nom')).toEqual(['a', 'b', 'c']);
	expect(names('motif')).toEqual(['a', 'c', 'b']);
	const km: Record<string, number> = { b: 3, c: 0 };
	const byDistance = inOrder(joined, 'distance', (id) => km[id]);
	expect(byDistance.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
});

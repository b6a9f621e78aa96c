import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '../claims.ts';
import { RELATION_STATUSES } from '../status.ts';
import { DRAWN_FAMILIES } from '../vocabulary/relation-types.ts';
import { parseViewState, writeViewState } from './codec.ts';
import {
	ACCESS_VALUES,
	CONTRASTS,
	DEFAULT_FAMILIES,
	DEPTHS,
	ESS_VALUES,
	LABEL_DENSITIES,
	PANELS,
	SIZE_MEASURES,
	VIEW_GROUPS,
	VIEWS,
	type TableChoice,
	type ViewState
} from './state.ts';

const subset = <T>(items: readonly T[]) => fc.subarray([...items]).map((list) => new Set(list));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const id = fc.stringMatching(/^[a-zé0-9][a-z0-9._-]{0,30}$/);
const year = fc.integer({ min: 1900, max: 2100 });
const thousandths = (min: number, max: number) =>
	fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000 + 0);
const column = fc.stringMatching(/^[a-z]{1,12}$/);
const tableChoice: fc.Arbitrary<TableChoice> = fc
	.record({
		by: maybe(column),
		down: fc.boolean(),
		query: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 20 })),
		columns: maybe(
			fc.uniqueArray(column, { minLength: 1, maxLength: 5 }).map((list) => new Set(list))
		)
	})
	.map(({ by, down, query, columns }) => ({
		down: by !== undefined && down,
		query: query.trim() === '' ? '' : query,
		...(by === undefined ? {} : { by }),
		...(columns ? { columns } : {})
	}));
const tenThousandths = (min: number, max: number) =>
	fc.integer({ min: min * 10_000, max: max * 10_000 }).map((value) => value / 10_000 + 0);
const state: fc.Arbitrary<ViewState> = fc.record({
	view: fc.constantFrom(...VIEWS),
	panel: fc.constantFrom(...PANELS),
	selection: maybe(fc.record({ kind: fc.constantFrom('node' as const, 'edge' as const), id })),
	others: fc.uniqueArray(id, { maxLength: 5 }).map((list) => new Set(list)),
	families: subset(DRAWN_FAMILIES),
	hiddenGroups: subset(VIEW_GROUPS),
	statuses: subset(RELATION_STATUSES),
	certainties: subset(CERTAINTIES),
	ess: subset(ESS_VALUES),
	access: subset(ACCESS_VALUES),
	expanded: fc.uniqueArray(id, { maxLength: 5 }).map((list) => new Set(list)),
	departements: maybe(subset(['01', '2A', '75', '93', '974'])),
	year: maybe(year),
	comparedYear: maybe(year),
	dim: fc.boolean(),
	from: maybe(id),
	to: maybe(id),
	path: fc.integer({ min: 1, max: 9 }),
	depth: fc.constantFrom(...DEPTHS),
	size: fc.constantFrom(...SIZE_MEASURES),
	labels: fc.constantFrom(...LABEL_DENSITIES),
	contrast: fc.constantFrom(...CONTRASTS),
	camera: maybe(
		fc.record({ x: thousandths(-9, 9), y: thousandths(-9, 9), ratio: thousandths(0.01, 10) })
	),
	pins: fc
		.uniqueArray(
			fc.tuple(
				id,
				fc.integer({ min: -9_999_999, max: 9_999_999 }),
				fc.integer({ min: -9_999_999, max: 9_999_999 })
			),
			{ maxLength: 6, selector: ([node]) => node }
		)
		.map((list) => new Map(list.map(([node, x, y]) => [node, { x: x / 100 + 0, y: y / 100 + 0 }]))),
	tables: fc.record({ ties: tableChoice, nodes: tableChoice }),
	mapCamera: maybe(
		fc.record({
			lon: tenThousandths(-180, 180),
			lat: tenThousandths(-85, 85),
			zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100)
		})
	),
	reading: fc.boolean()
});

/** Without what is absent: an address cannot tell absent from undefined. */
const defined = (view: Partial<ViewState>) =>
	Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));

describe('address of a view', () => {
	it('gives back the state it was written from', () => {
		fc.assert(
			fc.property(state, (view) => {
				const address = writeViewState(view, new URLSearchParams()).toString();
				// Nothing is compared with no year.
				const { comparedYear, ...rest } = view;
				const kept = view.year === undefined ? rest : { ...rest, comparedYear };
				expect(parseViewState(new URLSearchParams(address))).toEqual({
					state: expect.objectContaining(defined(kept)),
					ignored: []
				});
			})
		);
	});

	it('leaves the parameters of others alone, and its own only once', () => {
		fc.assert(
			fc.property(state, state, (first, second) => {
				const once = writeViewState(first, new URLSearchParams('region=11'));
				const twice = writeViewState(second, once);
				expect(twice.get('region')).toBe('11');
				expect(twice.toString()).toBe(
					writeViewState(second, new URLSearchParams('region=11')).toString()
				);
			})
		);
	});

	it('is empty for the default view', () => {
		const { state: usual } = parseViewState(new URLSearchParams());
		expect(writeViewState(usual, new URLSearchParams()).toString()).toBe('');
	});

	it('never throws on damage, names what it left out and keeps the rest', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (junk, other) => {
				const params = new URLSearchParams({ vue: 'tableau' });
				params.set('familles', `?${junk}`);
				params.set('masques', `project,${other}!`);
				const { state: read, ignored } = parseViewState(params);
				expect(read.view).toBe('tableau');
				expect([...read.families]).toEqual([...DEFAULT_FAMILIES]);
				expect(ignored).toEqual(['familles', 'masques']);
			})
		);
	});

	it('refuses an id that is markup and a parameter given twice', () => {
		const { state: read, ignored } = parseViewState(
			new URLSearchParams('selection=<script>&vue=reseau&vue=tableau')
		);
		expect(read.selection).toBeUndefined();
		expect(ignored).toEqual(['vue', 'selection']);
	});

	it.each([
		['annee', '1066'],
		['annee', '20x9'],
		['depuis', '2018'],
		['cadre', '1_2'],
		['cadre', '0_0_0'],
		['cadre', '1e9_0_1'],
		['carte', '2.35_48.85'],
		['carte', '200_48_8'],
		['carte', '2_48_99'],
		['carte', '2_48_8_1'],
		['departements', '75;93'],
		['tri-liens', 'Dates;'],
		['lignes-noms', ' '],
		['lignes-liens', 'x'.repeat(121)],
		['colonnes-noms', 'name,,kind'],
		['epingles', 'a*1'],
		['epingles', 'a*1*2;b*1*2'],
		['epingles', '<b>*1*2'],
		['epingles', 'a*1e9*2'],
		['epingles', Array.from({ length: 61 }, (_, i) => `n${i}*1*2`).join(',')],
		['portee', '4'],
		['chemin', '0'],
		['noms', '-1'],
		['avec', 'a,,b'],
		['acces', 'financiere,rapide'],
		['deplies', 'a,<b>'],
		['deplies', Array.from({ length: 101 }, (_, i) => `n${i}`).join(',')],
		['statuts', 'current,gone'],
		['mode', 'ecriture'],
		['v', '2']
	])('leaves out %s=%s and says so', (name, text) => {
		const { ignored } = parseViewState(new URLSearchParams([[name, text]]));
		expect(ignored).toEqual([name]);
	});
});

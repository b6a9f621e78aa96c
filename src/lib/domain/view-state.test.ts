import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	DEFAULT_FAMILIES,
	PANELS,
	parseViewState,
	VIEW_GROUPS,
	VIEWS,
	writeViewState,
	type ViewState
} from './view-state.ts';
import { DRAWN_FAMILIES } from './vocabulary/relation-types.ts';

const subset = <T>(items: readonly T[]) => fc.subarray([...items]).map((list) => new Set(list));
const id = fc.stringMatching(/^[a-zé0-9][a-z0-9._-]{0,30}$/);
const state: fc.Arbitrary<ViewState> = fc.record({
	view: fc.constantFrom(...VIEWS),
	panel: fc.constantFrom(...PANELS),
	selection: fc.option(fc.record({ kind: fc.constantFrom('node' as const, 'edge' as const), id }), {
		nil: undefined
	}),
	families: subset(DRAWN_FAMILIES),
	hiddenGroups: subset(VIEW_GROUPS)
});

describe('address of a view', () => {
	it('gives back the state it was written from', () => {
		fc.assert(
			fc.property(state, (view) => {
				const address = writeViewState(view, new URLSearchParams()).toString();
				expect(parseViewState(new URLSearchParams(address))).toEqual({
					state: { selection: undefined, ...view },
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
});

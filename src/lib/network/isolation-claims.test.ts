import { expect, it } from 'vitest';
import type { Claim } from '#lib/domain/entities.ts';
import { isolationProperty } from '#lib/domain/isolation-statements.ts';
import { withClaims } from './isolation-claims.ts';
import { isolatedStructures } from './isolation.ts';
import { actor, network } from './small-networks.ts';

const rows = isolatedStructures(network([actor('a'), actor('b')], []));
const claim = (says: Claim['says'], more: Partial<Claim> = {}): Claim => ({
	...{ id: 'c', aboutId: 'a', property: isolationProperty(), by: 'CPTS', how: 'stated' },
	says,
	...more
});
const said = (claims: Claim[], project?: string) => {
	const [a] = withClaims(rows, claims, project);
	return [a?.certainty, a?.disputed];
};

it('is documented once somebody states it, disputed once somebody denies it, both side by side', () => {
	expect(said([])).toEqual(['in_data_only', undefined]);
	expect(said([claim('exists')])).toEqual(['documented', undefined]);
	expect(said([claim('denies')])).toEqual(['in_data_only', true]);
	expect(said([claim('exists'), claim('denies')])).toEqual(['documented', true]);
	expect(withClaims(rows, [claim('exists')])[1]).toEqual(rows[1]);
});

it('counts in its project alone when it is about one, and not at all when it must be checked', () => {
	const about = claim('exists', { property: isolationProperty('prj-x') });
	expect(said([about])).toEqual(['in_data_only', undefined]);
	expect(said([about], 'prj-x')).toEqual(['documented', undefined]);
	expect(said([about], 'prj-y')).toEqual(['in_data_only', undefined]);
	expect(said([claim('exists', { toCheck: true })])).toEqual(['in_data_only', undefined]);
	expect(said([claim('exists', { how: 'inferred' })])).toEqual(['in_data_only', undefined]);
	expect(said([claim('exists', { property: undefined })])).toEqual(['in_data_only', undefined]);
});

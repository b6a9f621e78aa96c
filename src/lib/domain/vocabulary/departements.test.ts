import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { departementName } from './departements.ts';
import { REGIONS } from './regions.ts';

it('names every département of every region, as the seed does', () => {
	const seed = readFileSync('seed/territories.csv', 'utf8');
	const named = new Map(
		[...seed.matchAll(/^dep-[^,]+,departement,([^,]+),([^,]+),/gm)].map(([, code, name]) => [
			code,
			name?.replace("'", '’')
		])
	);
	const codes = REGIONS.flatMap((region) => region.departements);
	expect(codes).toHaveLength(101);
	for (const code of codes) expect(departementName(code)).toBe(named.get(code));
});

it('answers an unknown code as it is', () => {
	expect(departementName('99')).toBe('99');
});

import { describe, expect, it } from 'vitest';
import type { Base } from '#lib/domain/scenario/scenario.ts';
import { baseOf, explorerOf, isBaseName, scenariosOf } from './base.ts';

const BASES: [Base, string, string][] = [
	[{ kind: 'project', id: 'prj-a' }, '/projets/prj-a/scenarios', '/projets/prj-a?scenario=s'],
	[
		{ kind: 'departement', code: '2A' },
		'/departements/2A/scenarios',
		'/ecosysteme?departement=2A&scenario=s'
	],
	[{ kind: 'region', code: '11' }, '/regions/11/scenarios', '/ecosysteme?region=11&scenario=s']
];

describe('where the scenarios of a project or a territory are', () => {
	it.each(BASES)(
		'%o is read back from its own address, and explored at its own',
		(base, home, explorer) => {
			expect(scenariosOf(base)).toBe(home);
			const [, of = '', slug = ''] = home.split('/');
			expect(isBaseName(of)).toBe(true);
			expect(baseOf({ of, slug })).toEqual(base);
			expect(explorerOf(base, 's')).toBe(explorer);
		}
	);
	it('is under nothing else', () => expect(isBaseName('financeurs')).toBe(false));
});

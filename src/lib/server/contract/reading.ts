import { expect, it } from 'vitest';
import { fixtureRepository, ids, type Open } from './context.ts';
import { CLAIMS, NODES, RELATIONS } from './fixture.ts';

export function describeReading(open: Open): void {
	const repository = fixtureRepository(open);

	it('reads nodes as they were written, in the order asked, missing ones left out', async () => {
		expect(await repository().nodes(ids(NODES))).toEqual(NODES);
		const asked = ['res-locaux', 'nowhere', 'a-centre', 'prj-nord', 'r-coop', 'c-form'];
		expect(ids(await repository().nodes(asked))).toEqual(['res-locaux', 'a-centre', 'prj-nord']);
		expect(await repository().nodes([])).toEqual([]);
	});

	it('reads relations as they were written, in the order asked, missing ones left out', async () => {
		expect(await repository().relations(ids(RELATIONS))).toEqual(RELATIONS);
		const asked = ['r-uses', 'a-centre', 'r-ars'];
		expect(ids(await repository().relations(asked))).toEqual(['r-uses', 'r-ars']);
	});

	it('finds the relations of a node: at an end, about it, marked with it', async () => {
		const relationsOf = async (id: string) => ids(await repository().relationsOf(id));
		expect(await relationsOf('a-centre')).toEqual([
			'r-ars',
			'r-coop',
			'r-holds',
			'r-leads',
			'r-located'
		]);
		expect(await relationsOf('prj-nord')).toEqual(['r-coop', 'r-funds', 'r-leads']);
		expect(await relationsOf('res-vehicule')).toEqual(['r-hosts']);
		expect(await relationsOf('a-alone')).toEqual([]);
		expect(await relationsOf('nowhere')).toEqual([]);
	});

	it('finds claims by what they are about and by the source they rest on', async () => {
		expect(await repository().claimsAbout(['r-coop', 'a-centre', 'nowhere'])).toEqual(
			CLAIMS.filter(({ id }) => ['c-coop-1', 'c-coop-2', 'c-form'].includes(id))
		);
		expect(await repository().claimsAbout([])).toEqual([]);
		expect(ids(await repository().claimsFrom('s-site'))).toEqual(['c-form', 'c-funds']);
		expect(await repository().claimsFrom('a-centre')).toEqual([]);
	});
}

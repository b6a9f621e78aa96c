import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { createCatalogue } from '#lib/server/catalogue/create.ts';
import { openMemoryRepository } from '#lib/server/database.ts';
import { inProcess } from '#lib/server/layouts/compute.ts';
import { LayoutKeeper } from '#lib/server/layouts/keeper.ts';
import type { Repository } from '#lib/server/repository.ts';
import { fillStarter } from '#lib/server/starter.ts';
import { columnsOf } from './columns.server.ts';
import { said } from './said.server.ts';
import { askedIn, selectApart } from './selection.server.ts';

let repository: Repository;
let catalogue: Catalogue;
beforeAll(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
	await fillStarter(repository);
	const layouts = new LayoutKeeper(repository, inProcess);
	catalogue = createCatalogue(repository, { layouts, fictional: () => false });
}, 60_000);
afterAll(() => repository.close());

it('looks for partners around so many structures of a list and no more, and says so in the others', async () => {
	const asked: string[] = [];
	const counting: Catalogue = {
		...catalogue,
		suggestions: (id) => {
			asked.push(id);
			return catalogue.suggestions(id);
		}
	};
	const { chosen } = await selectApart(catalogue, askedIn(new URLSearchParams('departement=93')));
	expect(chosen.length).toBeGreaterThan(3);
	const rows = await said(counting, chosen, 2);
	expect(rows).toHaveLength(chosen.length);
	expect(asked).toEqual(chosen.slice(0, 2).map(({ actorId }) => actorId));
	const cell = columnsOf('').find(({ name }) => name === 'suggested');
	const cells = rows.map((row) => cell?.value({ ...row, sources: [] }));
	expect(cells[0]).toContain('(');
	expect(new Set(cells.slice(2))).toEqual(new Set(['voir la fiche de la structure']));
	// What could be done is said all the same.
	expect(rows.filter(({ todo }) => !todo)).toEqual([]);
});

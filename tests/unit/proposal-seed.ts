import { afterAll, beforeAll } from 'vitest';
import type { ProjectFacts } from '#lib/proposal/facts.ts';
import type { Framework } from '#lib/proposal/framework.ts';
import { frameworkById } from '#lib/proposal/frameworks.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { Repository } from '#lib/server/repository.ts';
import { openStarterCatalogue } from './starter-catalogue.ts';

export const RICHERAND = 'prj-scic-richerand';

/** The starter set in memory, for all tests of the file. */
export function seededCatalogue(): () => Catalogue {
	let repository: Repository;
	let catalogue: Catalogue | undefined;
	beforeAll(async () => {
		({ repository, catalogue } = await openStarterCatalogue());
	}, 60_000);
	afterAll(() => repository.close());
	return () => {
		if (!catalogue) throw new Error('the starter set is not there yet');
		return catalogue;
	};
}

/** What is known of a project of the starter set, on the day its page opens at. */
export async function factsIn(catalogue: Catalogue, id: string): Promise<ProjectFacts> {
	const scope = { kind: 'project', id } as const;
	const prepared = await catalogue.network(scope);
	const [sheet, proofs, places] = await Promise.all([
		catalogue.project(id, prepared?.network.day),
		catalogue.proofs(scope),
		catalogue.places(scope)
	]);
	if (!prepared || !sheet || !proofs || !places) throw new Error(`no project ${id}`);
	return { ...prepared, sheet, proofs, places, fictional: false };
}

export const framework = (id: string): Framework => {
	const found = frameworkById(id);
	if (!found) throw new Error(`no framework ${id}`);
	return found;
};

import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { createNode } from '#lib/server/changes/codecs.ts';
import type { Repository } from '#lib/server/repository.ts';

/** Prepares an empty database with the territories that structures are placed in. */
export async function withTerritories(repository: Repository): Promise<void> {
	await repository.migrate();
	const departements = REGIONS.flatMap((region) => region.departements);
	await repository.apply({
		who: 'bench',
		why: 'territories',
		at: '2021-01-01T00:00:00Z',
		origin: { kind: 'page' },
		changes: departements.map((code) =>
			createNode({
				label: 'Territory',
				id: `dep-${code.toLowerCase()}`,
				level: 'departement',
				code,
				name: departementName(code)
			})
		)
	});
}

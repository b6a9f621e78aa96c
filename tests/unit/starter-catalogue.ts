import type { Catalogue } from '#lib/server/catalogue.ts';
import { createCatalogue } from '#lib/server/catalogue/create.ts';
import { openMemoryRepository } from '#lib/server/database.ts';
import { inProcess } from '#lib/server/layouts/compute.ts';
import { LayoutKeeper } from '#lib/server/layouts/keeper.ts';
import type { Repository } from '#lib/server/repository.ts';
import { fillStarter } from '#lib/server/starter.ts';

/** The starter set in memory, read on `day` (ISO), or today; the repository is closed by who asked. */
export async function openStarterCatalogue(
	day?: string
): Promise<{ repository: Repository; catalogue: Catalogue }> {
	const repository = await openMemoryRepository();
	await repository.migrate();
	await fillStarter(repository);
	const layouts = new LayoutKeeper(repository, inProcess);
	const today = day === undefined ? {} : { today: () => day };
	const catalogue = createCatalogue(repository, { layouts, fictional: () => false, ...today });
	return { repository, catalogue };
}

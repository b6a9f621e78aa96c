// What one answer of the network endpoint costs beside the queries it needs, 10,000 nodes and 30,000 edges.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalogue } from '#lib/server/catalogue/create.ts';
import { layoutComputer } from '#lib/server/layouts/compute.ts';
import { LayoutKeeper } from '#lib/server/layouts/keeper.ts';
import { PROJECT_SCOPE } from './scope.ts';
import { fill } from './territory.ts';
import { inTurn, median, report } from './timing.ts';

const ROUNDS = 7;
const data = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
try {
	const repository = await fill(data, 10_000, 30_000);
	const catalogue = () =>
		createCatalogue(repository, {
			layouts: new LayoutKeeper(repository, layoutComputer()),
			fictional: () => true
		});
	const answer = async (from: ReturnType<typeof catalogue>): Promise<void> => {
		const encoded = await from.encodedNetwork(PROJECT_SCOPE, {
			acceptEncoding: 'gzip, deflate, br'
		});
		if (!encoded) throw new Error('the project has no network');
	};
	const warm = catalogue();
	await answer(warm);
	const [stored] = await repository.layouts();
	if (!stored) throw new Error('the layout is not stored');
	const times = await inTurn(ROUNDS, {
		queries: async () => {
			await repository.dataRevision();
			await repository.slice(PROJECT_SCOPE);
			await repository.layout(stored.key);
		},
		first: () => answer(catalogue()),
		repeated: () => answer(warm)
	});
	const queries = median(times.queries);
	const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
	report([
		{
			what: 'network endpoint, first answer / its queries',
			measured: median(times.first) / queries,
			unit: '×',
			atMost: 2.2,
			note: `${ms(median(times.first))} / ${ms(queries)}`
		},
		{
			what: 'network endpoint, repeated answer / its queries',
			measured: median(times.repeated) / queries,
			unit: '×',
			atMost: 0.1,
			note: ms(median(times.repeated))
		}
	]);
	await repository.close();
} finally {
	rmSync(data, { recursive: true, force: true });
}

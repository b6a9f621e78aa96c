import { expect, it } from 'vitest';
import type { Scope } from '#lib/domain/scope.ts';
import { buildNetwork } from '#lib/network/build.ts';
import { openMemoryRepository } from '../database.ts';
import { readSeed } from '../seed/read-seed.ts';
import { seedDirectory } from '../seed/location.ts';
import { seedRepository } from '../seed/seed-repository.ts';

it('a network built from its slice is the one built from everything', async () => {
	const repository = await openMemoryRepository();
	await repository.migrate();
	const seed = await readSeed(seedDirectory());
	if (!seed.ok) throw new Error('the seed has problems');
	await seedRepository(repository, seed.value);
	const everything = await repository.slice({ kind: 'all' });
	const scopes: Scope[] = everything.nodes.flatMap((node): Scope[] => {
		if (node.label === 'HealthProject') return [{ kind: 'project', id: node.id }];
		return node.label === 'Funder' ? [{ kind: 'funder', id: node.id }] : [];
	});
	scopes.push({ kind: 'region', code: '11' }, { kind: 'region', code: '04' });
	scopes.push({ kind: 'departement', code: '93' });
	expect(scopes.length).toBeGreaterThan(63);
	for (const scope of scopes) {
		// A day when some projects have ended: their relations are to be checked wherever they show.
		const cut = buildNetwork(await repository.slice(scope), scope, '2026-11-23');
		expect(cut, JSON.stringify(scope)).toEqual(buildNetwork(everything, scope, '2026-11-23'));
	}
	await repository.close();
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGISTERS } from '#lib/domain/registers.ts';
import { createNode, createRelation } from '../changes/codecs.ts';
import { actor, changeSet } from '../contract/fixture.ts';
import { openMemoryRepository } from '../database.ts';
import { writeImport } from '../import/import-file.ts';
import { inProcess } from '../layouts/compute.ts';
import { LayoutKeeper } from '../layouts/keeper.ts';
import { createCatalogue } from './create.ts';
import { stateIsolation } from './statements.ts';

const FILE = new URL(
	'../../../../../shared/data/finess/etalab-cs1100502-extrait-20260512.csv',
	import.meta.url
);
const there = existsSync(FILE);
// Without the real file nothing is proved: said here, and a failure where everything must run.
if (!there && !process.env['CI'])
	process.stderr.write('../shared/data is not there: absent structures of FINESS were not read\n');

const written = { who: 'local', why: 'essai', page: '/structures/x', at: '2026-11-23T10:00:00Z' };

describe.skipIf(!there && !process.env['CI'])('structures of a real FINESS extract', () => {
	it('are absent from the networks of where they are, and in nothing else, whatever is said of them', async () => {
		const repository = await openMemoryRepository();
		await repository.migrate();
		const file = { name: 'finess.csv', bytes: new Uint8Array(readFileSync(FILE)) };
		await writeImport(repository, file, { choices: {}, who: 'Camille', skipRefused: true });
		const { items } = await repository.list({ labels: ['Actor'] }, { limit: 100 });
		const ids = items.map(({ id }) => id).sort();
		expect(ids.length).toBeGreaterThan(10);
		const claims = await repository.claimsAbout(ids);
		expect(claims.every(({ by }) => REGISTERS.has(by))).toBe(true);

		// A project where one of them stands, known by the name of its commune alone.
		const listed = items.find((node) => node.label === 'Actor' && node.departement === '01');
		if (listed?.label !== 'Actor') throw new Error('nobody in the Ain');
		const { commune, departement, region } = listed;
		const member = actor('msp', 'MSP', { commune, departement, region });
		await repository.apply(
			changeSet([
				createNode({
					...{ label: 'HealthProject', id: 'prj-x', name: 'X', kind: 'cls', status: 'current' },
					coverage: 'partial'
				}),
				createNode(member),
				createRelation({ id: 'part', type: 'TAKES_PART_IN', source: 'msp', target: 'prj-x' })
			])
		);
		const catalogue = createCatalogue(repository, {
			layouts: new LayoutKeeper(repository, inProcess),
			fictional: () => false
		});
		const absent = async (project?: string) =>
			(await catalogue.absent(project)).map(({ actorId }) => actorId);
		expect(await absent()).toEqual(ids);
		const here = items.flatMap((node) =>
			node.label === 'Actor' && node.departement === '01' && node.commune === commune ? node.id : []
		);
		expect(await absent('prj-x')).toEqual(here.sort());
		expect((await catalogue.isolated()).map(({ actorId }) => actorId)).toEqual(['msp']);
		const everything = await catalogue.network({ kind: 'all' });
		expect(everything?.network.nodes.map(({ id }) => id)).toEqual(['msp', 'prj-x']);

		// Somebody's word on where one stands makes nobody known.
		const word = { says: 'denies' as const, by: 'CPTS', reason: 'Fermée.', projectId: undefined };
		expect(await stateIsolation(repository, { actorId: listed.id, ...word }, written)).toBe(true);
		expect(await absent()).toEqual(ids);
		await repository.close();
	});
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportFiles, type ExportWords } from '#lib/export/files.ts';
import type { ExportFormat, NetworkExport } from '#lib/export/model.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { openMemoryRepository } from '../database.ts';
import { takeNetwork } from '../export/network-export.ts';
import type { Repository } from '../repository.ts';
import { fillStarter } from '../starter.ts';
import { writeImport, type FileGiven } from './import-file.ts';

const WORDS: ExportWords = {
	stem: 'reseau',
	nodes: 'structures',
	edges: 'liens',
	separator: ';',
	about: 'À propos',
	sources: 'Sources',
	columns: {}
};
const DAY = '2026-06-01';
const FORMATS: readonly ExportFormat[] = ['json', 'gexf', 'graphml', 'csv', 'xlsx'];

let whole: Repository;
beforeAll(async () => {
	whole = await openMemoryRepository();
	await whole.migrate();
	await fillStarter(whole);
}, 120_000);
afterAll(() => whole.close());

async function taken(repository: Repository, scope: Scope): Promise<NetworkExport> {
	const found = await takeNetwork(repository, scope, { day: DAY });
	if (!found) throw new Error('nothing has this scope');
	// Where things are drawn is computed, and no statement of the file.
	return { ...found, positions: undefined, title: 'Réseau', licence: 'Licence Ouverte 2.0' };
}

async function fileOf(given: NetworkExport, format: ExportFormat): Promise<FileGiven> {
	const [first, second] = await Promise.all(
		(await exportFiles(format, given, WORDS)).map(async ({ content }) =>
			typeof content === 'string'
				? new TextEncoder().encode(content)
				: new Uint8Array(await content.arrayBuffer())
		)
	);
	if (!first) throw new Error('nothing was exported');
	return { name: `reseau.${format}`, bytes: first, beside: second };
}

/** What is exported, the same for any format: what the two tables say. */
const said = async (given: NetworkExport) =>
	(await exportFiles('csv', { ...given, sources: undefined }, WORDS)).map(({ content }) =>
		String(content).split('\r\n')
	);

const given = { choices: {}, who: 'Camille', skipRefused: false };

async function there(given_: NetworkExport, scope: Scope, format: ExportFormat) {
	const empty = await openMemoryRepository();
	await empty.migrate();
	try {
		const file = await fileOf(given_, format);
		const { preview, revision } = await writeImport(empty, file, given);
		const problems = preview.outcomes.flatMap(({ name, problems: of, notes }) =>
			[...of, ...notes].map(({ code, value }) => [name, code, value])
		);
		expect(problems).toEqual([]);
		expect(revision).toBeTruthy();
		const back = await taken(empty, scope);
		return { back, again: await writeImport(empty, await fileOf(back, format), given) };
	} finally {
		await empty.close();
	}
}

it.each(FORMATS)(
	'%s: a network brought into an empty database leaves it as it came',
	async (format) => {
		const scope: Scope = { kind: 'project', id: 'prj-scic-richerand' };
		const before = await taken(whole, scope);
		const { back, again } = await there(before, scope, format);
		expect(await said(back)).toEqual(await said(before));
		// And what it says again is known.
		expect(again.revision).toBeNull();
	},
	60_000
);

it('every project comes back as it left', async () => {
	const { nodes } = await whole.slice({ kind: 'all' });
	const projects = nodes.filter(({ label }) => label === 'HealthProject');
	expect(projects).toHaveLength(60);
	for (const { id } of projects) {
		const scope: Scope = { kind: 'project', id };
		const before = await taken(whole, scope);
		const { back } = await there(before, scope, 'json');
		const [now, then] = [(await said(back)).flat(), new Set((await said(before)).flat())];
		const lost = [...then].filter((line) => !now.includes(line));
		expect([id, ...now.filter((line) => !then.has(line)), ...lost]).toEqual([id]);
		expect(now).toHaveLength(then.size + 1);
	}
}, 240_000);

it.each(FORMATS)(
	'%s: the whole comes back as it left, resources included',
	async (format) => {
		const before = await taken(whole, { kind: 'all' });
		const { back } = await there(before, { kind: 'all' }, format);
		expect(await said(back)).toEqual(await said(before));
	},
	120_000
);

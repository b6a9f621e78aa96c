import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainCsv, plainWorkbook } from '#lib/export/plain-table.ts';
import { openMemoryRepository } from '#lib/server/database.ts';
import { writeImport } from '#lib/server/import/import-file.ts';
import type { Repository } from '#lib/server/repository.ts';
import { refusedSheets } from './refused.ts';

let repository: Repository;
beforeEach(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
});
afterEach(() => repository.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const choices = { types: { 'coopère avec': 'COOPERATES_WITH' } } as const;
const write = (name: string, content: Uint8Array) =>
	writeImport(repository, { name, bytes: content }, { choices, who: 'Camille', skipRefused: true });

const TYPES: Readonly<Record<string, string>> = { n1: 'association', n2: 'ruche', n3: 'MSP' };
const NAMES: Readonly<Record<string, string>> = {
	n1: 'Alpha d’essai',
	n2: 'Ruche d’essai',
	n3: 'Gamma d’essai'
};
const TIES = [
	['n1', 'n2', 'coopère avec'],
	['n1', 'n3', 'coopère avec'],
	['n3', 'n1', 'fusionne'],
	['n1', 'n9', 'coopère avec']
] as const;
const ids = Object.keys(TYPES);

const GEXF = `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>
<attributes class="node"><attribute id="0" title="type" type="string"/></attributes>
<nodes>${ids.map((id) => `<node id="${id}" label="${NAMES[id]}"><attvalues><attvalue for="0" value="${TYPES[id]}"/></attvalues></node>`).join('\n')}</nodes>
<edges>${TIES.map(([a, b, type], i) => `<edge id="e${i}" source="${a}" target="${b}" label="${type}"/>`).join('\n')}</edges>
</graph></gexf>`;
const GRAPHML = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="label" attr.type="string"/><key id="t" for="node" attr.name="type" attr.type="string"/>
<key id="y" for="edge" attr.name="type" attr.type="string"/><graph edgedefault="undirected">
${ids.map((id) => `<node id="${id}"><data key="l">${NAMES[id]}</data><data key="t">${TYPES[id]}</data></node>`).join('\n')}
${TIES.map(([a, b, type]) => `<edge source="${a}" target="${b}"><data key="y">${type}</data></edge>`).join('\n')}
</graph></graphml>`;

const tiesAmong = async (): Promise<string[]> => {
	const found: string[] = [];
	for await (const record of repository.records())
		if (record.entity === 'relation' && record.type !== 'LOCATED_IN')
			found.push(`${record.source} ${record.type} ${record.target}`);
	return found.sort();
};

it.each([
	['reseau.gexf', GEXF],
	['reseau.graphml', GRAPHML]
])('what is refused of %s comes back once corrected, tied to what was good', async (name, text) => {
	const { preview, revision } = await write(name, bytes(text));
	expect(preview.counts).toMatchObject({ create: 3, refuse: 4 });
	expect(revision).toBeTruthy();
	expect(await tiesAmong()).toEqual(['alpha-d-essai COOPERATES_WITH gamma-d-essai']);
	const sheets = refusedSheets(preview);
	expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
		['Structures', 2],
		['Liens', 4]
	]);
	for (const { rows } of sheets)
		for (const row of rows.slice(1)) expect(row.at(-1)).toMatch(/\. |\.$/);

	const corrected = sheets.map(({ sheet, rows }) => ({
		sheet,
		rows: rows
			// The end nobody described is not to be had: its row is taken out.
			.filter((row) => !row.includes('n9'))
			.map((row) =>
				row.map((cell) =>
					cell === 'ruche' ? 'association' : cell === 'fusionne' ? 'soutient' : cell
				)
			)
	}));
	const again = await write('lignes-refusees.xlsx', await plainWorkbook(corrected));
	expect(again.preview.counts).toMatchObject({ create: 3, refuse: 0, ask: 0 });
	expect(await tiesAmong()).toEqual([
		'alpha-d-essai COOPERATES_WITH gamma-d-essai',
		'alpha-d-essai COOPERATES_WITH ruche-d-essai',
		'gamma-d-essai SUPPORTS alpha-d-essai'
	]);
});

it('refused resources come back with whatever of them was refused', async () => {
	const header = 'Ressource;Type de ressource;Détenteur;Utilisateurs';
	await write('structures.csv', bytes('Nom;Type\nAlpha d’essai;association\nBêta d’essai;MSP'));
	const table = bytes(
		`${header}\nBus d’essai;véhicule;Alpha d’essai;Bêta d’essai | Inconnue\nSalle d’essai;grotte;Alpha d’essai;`
	);
	const { preview } = await write('ressources.csv', table);
	expect(preview.understood.table).toBe('resources');
	const [refused] = refusedSheets(preview);
	expect(refused?.rows.slice(1).map((row) => row[0])).toEqual(['Bus d’essai', 'Salle d’essai']);
	const rows = (refused?.rows ?? []).map((row) =>
		row.map((cell) => cell.replace(' | Inconnue', '').replace('grotte', 'locaux'))
	);
	const again = await write('lignes-refusees.csv', bytes(plainCsv(rows, ';')));
	expect(again.preview.counts).toMatchObject({ refuse: 0, ask: 0 });
	expect(await tiesAmong()).toEqual([
		'alpha-d-essai HOLDS bus-d-essai',
		'alpha-d-essai HOLDS salle-d-essai',
		'beta-d-essai USES bus-d-essai'
	]);
});

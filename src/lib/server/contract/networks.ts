import { expect, it } from 'vitest';
import { previewImport, writeImport } from '../import/import-file.ts';
import { undoRevision } from '../import/undo.ts';
import { allRecords, applied, freshRepository, type Open } from './context.ts';
import { CREATIONS } from './fixture.ts';

const given = { choices: {}, who: 'Camille', skipRefused: false };
const bytes = (text: string) => new TextEncoder().encode(text);

const GEXF = {
	name: 'reseau.gexf',
	bytes: bytes(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="type" type="string"/><attribute id="1" title="commune" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="type de lien" type="string"/></attributes>
<nodes>
<node id="n1" label="CPTS du Grand Hopital"><attvalues><attvalue for="0" value="CPTS"/><attvalue for="1" value="Saint-Denis"/></attvalues></node>
<node id="a-cpts" label="Maison de santé des Tilleuls"><attvalues><attvalue for="0" value="MSP"/><attvalue for="1" value="Lens"/></attvalues></node>
<node id="n3" label="Atelier santé"><attvalues><attvalue for="0" value="on ne sait"/></attvalues></node>
</nodes>
<edges>
<edge id="0" source="n1" target="a-cpts"><attvalues><attvalue for="0" value="partenariat"/></attvalues></edge>
<edge id="1" source="a-cpts" target="n3"><attvalues><attvalue for="0" value="partenariat"/></attvalues></edge>
<edge id="2" source="a-cpts" target="n9"><attvalues><attvalue for="0" value="partenariat"/></attvalues></edge>
</edges></graph></gexf>`)
};

/** Networks in files of other programs, the same on both databases. */
export function describeNetworks(open: Open): void {
	const repository = freshRepository(open);

	it('comes in as structures and the ties between them, ids of the file being its own', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const { outcomes } = await previewImport(repository(), GEXF, given);
		expect(
			outcomes.map(({ line, id, action, problems }) => [line, id, action, problems[0]?.code])
		).toEqual([
			[6, 'a-cpts', 'confirm', undefined],
			// « a-cpts » in the file is not ours.
			[7, 'maison-de-sante-des-tilleuls', 'create', undefined],
			[8, undefined, 'refuse', 'unknown_kind'],
			[11, expect.any(String), 'create', undefined],
			[12, undefined, 'refuse', 'refused_end'],
			[13, undefined, 'refuse', 'dangling_end']
		]);
		expect(await allRecords(repository())).toEqual(before);
		const choices = { kinds: { 'on ne sait': 'association' as const } };
		const { revision } = await writeImport(repository(), GEXF, {
			...given,
			choices,
			skipRefused: true
		});
		expect(revision).toMatchObject({ created: expect.any(Number), origin: { kind: 'import' } });
		const relations = (await allRecords(repository())).filter(
			(record) => record.entity === 'relation' && record.type === 'COOPERATES_WITH'
		);
		expect(relations).toContainEqual(
			expect.objectContaining({ source: 'a-cpts', target: 'maison-de-sante-des-tilleuls' })
		);
		expect(relations).toContainEqual(
			expect.objectContaining({ source: 'maison-de-sante-des-tilleuls', target: 'atelier-sante' })
		);
		await undoRevision(repository(), revision?.number ?? 0, { who: 'Camille' });
		expect(await allRecords(repository())).toEqual(before);
	});

	it('comes in from two lists as one import, asked once about a doubtful structure', async () => {
		await applied(repository(), CREATIONS);
		const lists = {
			name: 'noeuds.csv + liens.csv',
			bytes: bytes(
				'id;nom;type;commune\r\n1;CPTS du Grand Hopitall;CPTS;Saint-Denis\r\n2;Atelier santé;association;Lens\r\n'
			),
			beside: bytes('source;cible;lien\r\n1;2;oriente vers\r\n')
		};
		const { preview, revision } = await writeImport(repository(), lists, given);
		expect(revision).toBeUndefined();
		expect(preview.counts).toMatchObject({ ask: 2, create: 1 });
		const keys = preview.outcomes.flatMap(({ questions }) => questions.map(({ key }) => key));
		expect(new Set(keys).size).toBe(1);
		const answers = { [keys[0] ?? '']: 'a-cpts' };
		const answered = await writeImport(repository(), lists, { ...given, choices: { answers } });
		expect(answered.preview.counts).toMatchObject({ ask: 0, create: 2 });
		expect(await allRecords(repository())).toContainEqual(
			expect.objectContaining({ type: 'REFERS_TO', source: 'a-cpts', target: 'atelier-sante' })
		);
	});
}

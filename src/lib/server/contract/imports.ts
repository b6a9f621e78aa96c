import { expect, it } from 'vitest';
import { isRegisterOnly } from '#lib/domain/registers.ts';
import { previewImport, writeImport } from '../import/import-file.ts';
import { undoRevision } from '../import/undo.ts';
import { allRecords, applied, freshRepository, refusal, type Open } from './context.ts';
import { CREATIONS } from './fixture.ts';

const file = (name: string, ...lines: string[]) => ({
	name,
	bytes: new TextEncoder().encode(lines.join('\r\n'))
});
const given = { choices: {}, who: 'Camille', skipRefused: false };

const STRUCTURES = file(
	'partenaires.csv',
	'Nom;Type;Commune;SIRET;Statut;Création',
	'CPTS du Grand Hopital;CPTS;ST DENIS;;association;2019',
	'Maison de santé des Tilleuls;MSP;Saint-Denis;73282932000074;;2021',
	'Les Œuvres de la Plaine;association;Paris;;;1999'
);
const TIES = file(
	'liens.csv',
	'Structure A;Type de lien;Structure B;Depuis;Montant',
	'Maison de santé des Tilleuls;coopère avec;CPTS du Grand Hôpital;03/2021;',
	'Maison de santé des Tilleuls;finance;Les Œuvres de la Plaine;2022;1 500,50'
);

/** Importing and taking back, the same on both databases. */
export function describeImports(open: Open): void {
	const repository = freshRepository(open);

	it('creates, completes and confirms, each said by the file', async () => {
		await applied(repository(), CREATIONS);
		const { preview, revision } = await writeImport(repository(), STRUCTURES, given);
		expect(preview.outcomes.map(({ id, action }) => [id, action])).toEqual([
			['a-cpts', 'update'],
			['maison-de-sante-des-tilleuls', 'create'],
			['a-asso', 'update']
		]);
		expect(revision).toMatchObject({
			who: 'Camille',
			origin: { kind: 'import', name: 'partenaires.csv', checksum: preview.checksum }
		});
		const kept = await repository().revision(revision?.number ?? 0);
		expect(JSON.parse(kept?.origin.details ?? '')).toMatchObject({
			choices: { separator: ';', columns: { Nom: 'name', Création: 'foundedYear' } },
			rows: { create: 1, update: 2 }
		});
		const [cpts] = await repository().nodes(['a-cpts']);
		expect(cpts).toMatchObject({ name: 'CPTS du Grand Hôpital', foundedYear: 2019 });
		const claims = await repository().claimsAbout(['maison-de-sante-des-tilleuls']);
		expect(claims).toMatchObject([{ by: 'Camille', says: 'exists', section: 'l. 3' }]);
		const again = await writeImport(repository(), STRUCTURES, given);
		expect(again.revision).toBeNull();
		expect(again.preview.counts).toMatchObject({ same: 3 });
	});

	it('is taken back whole, and can come again', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const first = await writeImport(repository(), STRUCTURES, given);
		const full = (await allRecords(repository())).length;
		await undoRevision(repository(), first.revision?.number ?? 0, { who: 'Camille' });
		expect(await allRecords(repository())).toEqual(before);
		const second = await writeImport(repository(), STRUCTURES, given);
		expect(second.preview.counts).toEqual(first.preview.counts);
		expect(await allRecords(repository())).toHaveLength(full);
		await undoRevision(repository(), second.revision?.number ?? 0, { who: 'Camille' });
		expect(await allRecords(repository())).toEqual(before);
	});

	it('says which later revision prevents taking it back', async () => {
		await applied(repository(), CREATIONS);
		const structures = await writeImport(repository(), STRUCTURES, given);
		const ties = await writeImport(repository(), TIES, given);
		expect(ties.preview.counts).toMatchObject({ create: 2 });
		const number = structures.revision?.number ?? 0;
		const full = await allRecords(repository());
		expect(await refusal(undoRevision(repository(), number, { who: 'x' }))).toMatchObject({
			reason: 'later',
			later: [{ number: ties.revision?.number, origin: { name: 'liens.csv' } }]
		});
		expect(await allRecords(repository())).toEqual(full);
		await undoRevision(repository(), ties.revision?.number ?? 0, { who: 'x' });
		await undoRevision(repository(), number, { who: 'x' });
		expect(await refusal(undoRevision(repository(), number, { who: 'x' }))).toMatchObject({
			reason: 'later'
		});
	});

	it('keeps what is stored where the file says otherwise, unless told to replace it', async () => {
		await applied(repository(), CREATIONS);
		const other = file(
			'autre.csv',
			'Nom;Type;Commune;Statut',
			'Centre de santé de l’Hôpital-Neuf;centre de santé;Saint-Denis;association'
		);
		const kept = await previewImport(repository(), other, given);
		expect(kept.outcomes).toMatchObject([
			{ action: 'confirm', fields: [{ field: 'legalForm', before: 'SCIC', kept: true }] }
		]);
		await writeImport(repository(), other, given);
		const about = (await repository().claimsAbout(['a-centre'])).filter(
			({ property }) => property === 'legalForm'
		);
		expect(about).toMatchObject([{ value: '"SCIC"' }, { value: '"association"' }]);
		expect((await repository().nodes(['a-centre']))[0]).toMatchObject({ legalForm: 'SCIC' });
		const replacing = { ...given, choices: { onDifference: 'replace' as const } };
		await writeImport(
			repository(),
			{ ...other, name: 'suite.csv', bytes: Buffer.concat([other.bytes, Buffer.from('\r\n')]) },
			replacing
		);
		expect((await repository().nodes(['a-centre']))[0]).toMatchObject({ legalForm: 'association' });
	});

	it('takes an extract of FINESS in the name of the register, with who manages whom', async () => {
		await applied(repository(), CREATIONS);
		const extract = file(
			'etalab-cs1100502.csv',
			'finess;etalab;111;2026-05-12',
			`structureet;010000024;010780054;CH DE FLEYRIAT;;;;900;RTE;DE PARIS;;;451;01;AIN;01440 VIRIAT;;;355;Centre Hospitalier (C.H.);1102;;26010004500012;;;;;;1979-02-13;;;`,
			`structureet;010000032;999999999;CH HAUT BUGEY;;;;;;;;;034;01;AIN;01300 BELLEY;;;355;;;;;;;;;;1901-01-01;;;`,
			`structureej;010780054;CH DE BOURG;CENTRE HOSPITALIER DE BOURG;;900;RTE;DE PARIS;;;;451;01012 BOURG CEDEX;01;AIN;;13;Etablissement Public Communal;;;;;1979-02-13`,
			`structureej;010780062;UNE PERSONNE;;;;;;;;;;;;;;70;Personne Physique;;;;;`,
			'geolocalisation;010000024;871000;6573000;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-02-04'
		);
		const { preview, revision } = await writeImport(repository(), extract, given);
		expect(preview.outcomes.map(({ line, action }) => [line, action])).toEqual([
			[4, 'create'],
			[5, 'skip'],
			[2, 'create'],
			[3, 'create']
		]);
		expect(preview.outcomes[3]?.notes).toMatchObject([{ code: 'unknown_manager' }]);
		expect(revision).toMatchObject({ updated: 0, removed: 0 });
		const [site, manager] = ['ch-de-fleyriat', 'centre-hospitalier-de-bourg'];
		expect(await repository().nodes([site])).toMatchObject([
			{ finess: '010000024', codeInsee: '01451', region: '84', placePrecision: 'address' }
		]);
		const ties = (await repository().relationsOf(site)).filter(({ type }) => type === 'MANAGES');
		expect(ties).toMatchObject([{ source: manager, target: site }]);
		const claims = await repository().claimsAbout([site, ...ties.map(({ id }) => id)]);
		expect(claims).toHaveLength(2);
		expect(claims).toMatchObject([
			{ by: 'FINESS', firstSeen: '2026-05-12', lastSeen: '2026-05-12' },
			{ by: 'FINESS', firstSeen: '2026-05-12', lastSeen: '2026-05-12' }
		]);
		expect(isRegisterOnly(claims)).toBe(true);
		const again = await writeImport(repository(), extract, given);
		expect(again.revision).toBeNull();
	});

	it('says since when a newer file no longer mentions what an older one said', async () => {
		await applied(repository(), CREATIONS);
		const issue = (day: string, ...names: string[]) =>
			file(
				`etalab-extrait-${day}.csv`,
				`finess;etalab;111;${day}`,
				...names.map(
					(name) =>
						`structureet;${name === 'CH UN' ? '010000024' : '010000032'};;${name};;;;;;;;;451;01;AIN;01440 VIRIAT;;;355;;;;;;;;;;1979-02-13;;;`
				)
			);
		const claims = async () =>
			(await repository().claimsAbout(['ch-un', 'ch-deux'])).map((claim) => [
				claim.aboutId,
				claim.firstSeen,
				claim.lastSeen,
				claim.sourceId?.replace(/-[0-9a-f]{8}$/, '')
			]);
		const sources = async () =>
			(await repository().list({ labels: ['Source'] }, { limit: 100 })).items.flatMap((node) =>
				node.label === 'Source' && node.id.startsWith('src-import-')
					? [[node.date, node.replacedBy?.replace(/-[0-9a-f]{8}$/, '')]]
					: []
			);
		const [march, may, june] = [
			issue('2026-03-01', 'CH UN'),
			issue('2026-05-12', 'CH UN', 'CH DEUX'),
			issue('2026-06-10', 'CH DEUX')
		] as const;
		await writeImport(repository(), may, given);
		const before = await allRecords(repository());
		const { revision } = await writeImport(repository(), june, given);
		expect(revision).toMatchObject({ created: 1, removed: 0 });
		const newest = 'src-import-etalab-extrait-2026-06-10';
		expect(await claims()).toEqual([
			['ch-deux', '2026-05-12', '2026-06-10', newest],
			['ch-un', '2026-05-12', '2026-05-12', 'src-import-etalab-extrait-2026-05-12']
		]);
		expect(await sources()).toEqual([
			['2026-05-12', newest],
			['2026-06-10', undefined]
		]);
		const again = await allRecords(repository());
		for (const same of [june, may])
			expect((await writeImport(repository(), same, given)).revision).toBeNull();
		expect(await allRecords(repository())).toEqual(again);
		const older = await writeImport(repository(), march, given);
		expect(older.preview.counts).toMatchObject({ confirm: 1 });
		expect((await claims())[1]?.slice(1, 3)).toEqual(['2026-03-01', '2026-05-12']);
		for (const number of [older.revision?.number, revision?.number])
			await undoRevision(repository(), number ?? 0, { who: 'Camille' });
		expect(await allRecords(repository())).toEqual(before);
	});

	it('writes nothing while a row is refused or in doubt', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const doubtful = file(
			'doutes.csv',
			'Nom;Type;Commune;SIRET',
			'CPTS du Grand Hopitall;CPTS;Saint-Denis;',
			'Neuve;association;Lens;123'
		);
		const { preview, revision } = await writeImport(repository(), doubtful, given);
		expect(revision).toBeUndefined();
		expect(preview.counts).toMatchObject({ ask: 1, refuse: 1 });
		expect(preview.outcomes[1]?.problems).toMatchObject([
			{ code: 'bad_siret', column: 'SIRET', value: '123' }
		]);
		expect(await allRecords(repository())).toEqual(before);
		const answers = { '2': 'a-cpts' };
		const answered = await writeImport(repository(), doubtful, {
			...given,
			choices: { answers },
			skipRefused: true
		});
		expect(answered.preview.outcomes[0]).toMatchObject({ id: 'a-cpts', action: 'confirm' });
		expect(answered.revision).toMatchObject({ updated: 0 });
	});

	it('asks once whom a row is about, says who answered, and forgets it with the import', async () => {
		await applied(repository(), CREATIONS);
		const header = 'Nom;Type;Commune;Création';
		const month = (name: string, year: number) =>
			file(
				name,
				header,
				`CPTS du Grand Hopitall;CPTS;Saint-Denis;${year}`,
				`CPTS Grand Hôpitale;CPTS;Saint-Denis;${year}`
			);
		const first = month('mars.csv', 2019);
		const answers = { '2': 'a-cpts', '3': 'new' };
		const { revision } = await writeImport(repository(), first, { ...given, choices: { answers } });
		expect(revision).toMatchObject({ created: expect.any(Number) });
		const again = await previewImport(repository(), month('avril.csv', 2020), given);
		expect(again.counts).toMatchObject({ ask: 0 });
		expect(again.outcomes[0]).toMatchObject({
			id: 'a-cpts',
			answered: [{ answer: 'a-cpts', said: { who: 'Camille' } }]
		});
		expect(again.outcomes[1]?.id).toBe('cpts-grand-hopitale');
		const changed = await previewImport(repository(), month('avril.csv', 2020), {
			...given,
			choices: { answers: { '2': 'skip' } }
		});
		expect(changed.outcomes[0]).toMatchObject({ action: 'skip', answered: [{ answer: 'skip' }] });
		await undoRevision(repository(), revision?.number ?? 0, { who: 'Camille' });
		const asked = await previewImport(repository(), month('mai.csv', 2020), given);
		expect(asked.counts).toMatchObject({ ask: 2 });
	});
}

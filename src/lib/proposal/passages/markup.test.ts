import { describe, expect, it } from 'vitest';
import type { SourceRef } from '#lib/domain/views.ts';
import { Citations } from '../citations.ts';
import type { Block } from '../document.ts';
import { readMarkup, writeMarkup } from './markup.ts';
import { typographic } from './typography.ts';

const sources: SourceRef[] = [
	{ id: 'src-a', name: 'Rapport A' },
	{ id: 'src-b', name: 'Site B' }
];
const citations = (): Citations => new Citations(sources);
const cited = (): Citations => {
	const cite = citations();
	for (const { id } of sources) cite.numberOf(id);
	return cite;
};
const table: Block = {
	kind: 'table',
	caption: 'Qui paie quoi',
	head: ['Qui'],
	rows: [[{ text: 'La banque' }]]
};
const DATA: Block[] = [
	{ kind: 'paragraph', runs: [{ text: 'Deux liens sont connus.' }] },
	{ kind: 'list', items: [[{ text: 'A aide B', sources: [1, 2] }], [{ text: 'C aide D' }]] },
	table,
	{ kind: 'heading', level: 3, text: 'Prévu' },
	{
		kind: 'facts',
		rows: [{ term: 'Objectifs', runs: [{ text: 'Soigner : mieux', sources: [2] }] }]
	},
	{ kind: 'gap', text: 'Non collecté : publics.' },
	{ ...table, caption: 'Autre' }
];
const MARKUP = [
	'Deux liens sont connus.',
	'- A aide B [src-a] [src-b]\n- C aide D',
	'[[tableau]]',
	'### Prévu',
	'Objectifs :: Soigner : mieux [src-b]',
	'Non collecté : publics.',
	'[[tableau 2]]'
].join('\n\n');

describe('words of a passage', () => {
	it('are written from what the data say, and read back as they were', () => {
		expect(writeMarkup(DATA, cited())).toBe(MARKUP);
		const back = readMarkup(MARKUP, DATA, cited());
		expect(writeMarkup(back, cited())).toBe(MARKUP);
		expect(back).toEqual(DATA);
	});

	it('are the team’s where neither the data nor a source say them', () => {
		const [ours, theirs, known] = readMarkup(
			'Nous le savons.\n\nUn rapport le dit [src-b].\n\nDeux liens sont connus.',
			DATA,
			cited()
		);
		expect(ours).toMatchObject({ runs: [{ text: 'Nous le savons.', team: true }] });
		expect(theirs).toMatchObject({
			runs: [{ text: 'Un rapport le dit', sources: [2] }, { text: '.' }]
		});
		expect(known).toEqual(DATA[0]);
	});

	it('keep brackets that name no source, drop marks of what is gone, and run on over lines', () => {
		expect(
			readMarkup('Voir [src-z] et [note].\nSuite\n\n[[tableau 9]]', DATA, citations())
		).toEqual([
			{ kind: 'paragraph', runs: [{ text: 'Voir [src-z] et [note].\nSuite', team: true }] }
		]);
	});

	it('follow the tables of today', () => {
		const now: Block[] = [{ ...table, rows: [[{ text: 'La fondation' }]] }];
		expect(readMarkup('Avant.\n\n[[tableau]]', now, citations())).toContainEqual(now[0]);
	});

	it('are read in no time when there are 50,000 items', () => {
		const [list] = readMarkup('- a\n'.repeat(50_000), [], citations());
		expect(list?.kind === 'list' && list.items).toHaveLength(50_000);
	}, 60_000);
});

it('sets French as it is printed, and leaves addresses', () => {
	expect(typographic('Il dit "oui" : l\'équipe a 12 500 € et 50 % ; vraiment ?')).toBe(
		'Il dit «\u202foui\u202f»\u202f: l’équipe a 12\u202f500\u202f€ et 50\u202f%\u202f; vraiment\u202f?'
	);
	const address = "Voir https://example.org/a?b=1;c='d' à 18:30 en 2019 123 fois";
	expect(typographic(address)).toBe(address);
	const once = typographic('« Tout » : « bien »…');
	expect(typographic(once)).toBe(once);
});

import { expect, it } from 'vitest';
import { rankHits } from './ranking.ts';
import type { SearchHit } from './repository.ts';

const hit = (id: string, name: string, label: SearchHit['label'] = 'Actor'): SearchHit => ({
	id,
	name,
	label
});

it('puts the whole name first, then its beginning, whole words, beginnings of words, communes', () => {
	const hits = [
		hit('commune', 'Association du Port'),
		hit('part', 'Réseau santéo'),
		hit('word', 'Maison de santé'),
		hit('start', 'Santé Nord'),
		hit('source', 'Santé', 'Source'),
		hit('whole', 'Santé')
	];
	expect(rankHits('SANTÉ', hits).map(({ id }) => id)).toEqual([
		'whole',
		'source',
		'start',
		'word',
		'part',
		'commune'
	]);
});

it('ranks alike whatever order the hits come in', () => {
	const hits = [hit('b', 'Même nom'), hit('a', 'Même nom'), hit('c', 'Même nom', 'HealthProject')];
	const ranked = rankHits('nom', hits).map(({ id }) => id);
	expect(ranked).toEqual(['c', 'a', 'b']);
	expect(rankHits('nom', [...hits].reverse()).map(({ id }) => id)).toEqual(ranked);
});

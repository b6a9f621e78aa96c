import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { SearchHit } from './repository.ts';

/** Lower is better: the whole name, its beginning, whole words of it, beginnings of words, the commune. */
function score(query: string, tokens: readonly string[], name: string): number {
	if (name === query) return 0;
	if (name.startsWith(`${query} `)) return 1;
	if (name.startsWith(query)) return 2;
	const words = name.split(' ');
	if (tokens.every((token) => words.includes(token))) return 3;
	if (tokens.every((token) => words.some((word) => word.startsWith(token)))) return 4;
	return 5;
}

/** Organisations and projects are what people look for first; a source's title comes last. */
const LABEL_ORDER = ['HealthProject', 'Actor', 'Funder', 'ArsRegion', 'SharedResource', 'Source'];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of search results, the same whatever the database found them with: how the name answers
 * the query, then what it is, then the shorter name, then name and id.
 */
export function rankHits(query: string, hits: readonly SearchHit[]): SearchHit[] {
	const tokens = searchTokens(query);
	const folded = tokens.join(' ');
	return hits
		.map((hit) => {
			const name = foldText(hit.name);
			const label = LABEL_ORDER.indexOf(hit.label);
			return { hit, name, label, score: score(folded, tokens, name) };
		})
		.sort(
			(a, b) =>
				a.score - b.score ||
				a.label - b.label ||
				a.name.length - b.name.length ||
				compare(a.name, b.name) ||
				compare(a.hit.id, b.hit.id)
		)
		.map(({ hit }) => hit);
}

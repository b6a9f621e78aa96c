import { foldText } from '#lib/domain/text.ts';

/** What people shorten, in full, so that both ways of writing meet. */
const IN_FULL: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		ch: 'centre hospitalier',
		chu: 'centre hospitalier universitaire',
		chr: 'centre hospitalier regional',
		chs: 'centre hospitalier specialise',
		hop: 'hopital',
		cds: 'centre sante',
		csc: 'centre sante communautaire',
		msp: 'maison sante pluriprofessionnelle',
		cpts: 'communaute professionnelle territoriale sante',
		ars: 'agence regionale sante',
		cpam: 'caisse primaire assurance maladie',
		ccas: 'centre communal action sociale',
		cc: 'communaute communes',
		asso: 'association',
		assoc: 'association',
		ass: 'association',
		st: 'saint',
		ste: 'sainte',
		sts: 'saints',
		dr: 'docteur',
		pr: 'professeur',
		gal: 'general',
		univ: 'universite',
		dept: 'departement',
		pluridisciplinaire: 'pluriprofessionnelle'
	}).map(([short, full]) => [short, full.split(' ')])
);

/** Words that tell no structure from another: articles, and what the law calls it. */
const EMPTY = new Set(
	'a au aux d de des du en et l la le les pour the of and sous sur loi 1901 association sarl sas sasu scop scic selarl sisa gie gip societe'.split(
		' '
	)
);

/** More than the names of a commune: a bound on what is kept. */
const MOST_NAMES = 4_000;
const names = new Map<string, readonly string[]>();

/** The words that name a structure, folded, in full, in their order. */
export function nameWords(name: string): readonly string[] {
	// A row is looked for, compared with those before it, then added: the same names again and again.
	const known = names.get(name);
	if (known) return known;
	if (names.size >= MOST_NAMES) names.clear();
	const words = wordsOf(name);
	names.set(name, words);
	return words;
}

function wordsOf(name: string): string[] {
	// `M.S.P.` is a word, as `MSP` is.
	const plain = name.includes('.')
		? name.replace(/(?<=(?:^|[\s.(])\p{L})\.(?=\p{L}(?:[\s.)]|$))/gu, '')
		: name;
	const words: string[] = [];
	for (const word of foldText(plain).split(' ')) {
		const full = IN_FULL.get(word);
		if (full) words.push(...full);
		else if (word !== '') words.push(word);
	}
	const telling = words.filter((word) => !EMPTY.has(word));
	return telling.length > 0 ? telling : words;
}

/** Words that say what a structure is, and not which one. */
const NATURES = new Set(
	'centre sante maison pluriprofessionnelle pole hospitalier hospitaliere hopital universitaire regional specialise csapa caarud ssiad service soins infirmiers infirmier urbaine social communaute professionnelle territoriale cooperative equipe mobile groupe etablissement quartier intercom interprofessionnel'.split(
		' '
	)
);

const SAYS_WHAT: ReadonlySet<string> = new Set([...NATURES, ...EMPTY]);

/** What tells a name from its neighbours': without what it is, where it is and what it adds in brackets. */
export function tellingWords(
	name: string,
	commune: string | undefined,
	all = nameWords(name)
): string[] {
	const place = wordsOfCommune(commune ?? '');
	const words = name.includes('(') ? nameWords(name.replace(/\(.*?\)/g, ' ')) : all;
	return words.filter((word) => !SAYS_WHAT.has(word) && !place.includes(word));
}

export const nameKey = (name: string): string => nameWords(name).join(' ');

/** A commune as two files may both write it: no arrondissement, no `CEDEX`, `St` in full. */
export const communeKey = (commune: string): string => communeOf(commune).key;

/** The words of the same. */
const wordsOfCommune = (commune: string): readonly string[] => communeOf(commune).words;

function communeOf(commune: string): Commune {
	const known = communes.get(commune);
	if (known) return known;
	if (communes.size >= MOST_COMMUNES) communes.clear();
	const key = keyOfCommune(commune);
	const found = { key, words: key.split(' ') };
	communes.set(commune, found);
	return found;
}

interface Commune {
	key: string;
	words: readonly string[];
}

/** More than the communes of France: a bound on what is kept. */
const MOST_COMMUNES = 50_000;
const communes = new Map<string, Commune>();

const keyOfCommune = (commune: string): string =>
	foldText(commune)
		.replace(/\bcedex\b.*$/, '')
		.replace(/\b\d+(er|e|eme)?\b/g, ' ')
		.replace(/\barrondissement\b/g, ' ')
		.split(' ')
		.filter(Boolean)
		.flatMap((word) => IN_FULL.get(word) ?? word)
		.join(' ');

/** The pairs of letters of a text that follow one another, its ends included, in order of their codes. */
export function pairsOf(text: string): readonly number[] {
	const padded = ` ${text} `;
	const pairs: number[] = [];
	for (let i = 0; i < padded.length - 1; i++)
		pairs.push(padded.charCodeAt(i) * 0x10000 + padded.charCodeAt(i + 1));
	return pairs.sort((a, b) => a - b);
}

/**
 * False when names of such lengths cannot be this much alike: the shorter one's pairs of letters are all
 * they can have in common.
 */
export function couldBeLike(a: string, b: string, atLeast: number): boolean {
	const [left, right] = [a.length + 1, b.length + 1];
	return 2 * Math.min(left, right) >= atLeast * (left + right);
}

/** How alike two names are, 0 to 1: the share of pairs of letters in common (Dice, 1945). */
export function likeness(left: readonly number[], right: readonly number[]): number {
	let common = 0;
	let [i, j] = [0, 0];
	while (i < left.length && j < right.length) {
		const difference = (left[i] ?? 0) - (right[j] ?? 0);
		if (difference === 0) common++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
	}
	return (2 * common) / (left.length + right.length);
}

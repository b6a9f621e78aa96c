import { couldBeLike, likeness, nameKey, nameWords, pairsOf, tellingWords } from './names.ts';

/** A text, and its pairs of letters once it was compared: the same name meets many others. */
interface Written {
	readonly text: string;
	pairs?: readonly number[];
}

/** A name as it is compared with those of one commune. */
export interface Compared {
	name: string;
	telling: readonly string[];
	joined: Written;
	/** What only names without a word of their own are compared by, once it was asked. */
	whole?: { key: Written; words: ReadonlySet<string> };
}

export function comparedAs(name: string, commune: string | undefined): Compared {
	const telling = tellingWords(name, commune);
	return { name, telling: [...new Set(telling)], joined: { text: telling.join('') } };
}

const wholeOf = (compared: Compared): { key: Written; words: ReadonlySet<string> } =>
	(compared.whole ??= {
		key: { text: nameKey(compared.name) },
		words: new Set(nameWords(compared.name).map((word) => (word === 'soins' ? 'sante' : word)))
	});

/** Texts this much alike are one with a slip. */
const ALIKE = 0.8;
/** Of names without a word of their own (« CH de Lens »): the share of their words in common. */
const SAME_NATURE = 0.6;
/** A name cut short is still telling from this many letters on. */
const TELLING_LETTERS = 6;

/** How alike two texts are, 0 when not enough to ask. */
function alikeness(a: Written, b: Written): number {
	if (!couldBeLike(a.text, b.text, ALIKE)) return 0;
	const found = likeness((a.pairs ??= pairsOf(a.text)), (b.pairs ??= pairsOf(b.text)));
	return found >= ALIKE ? found : 0;
}

const common = (a: Iterable<string>, b: ReadonlySet<string>): string[] =>
	[...a].filter((word) => b.has(word));

/**
 * How close two names of one commune are, 0 when they are not worth a question: their telling words
 * alike, one name cut short, or all of the shorter one's words in the other.
 * @param isRare whether few structures of the commune have this word in their name
 */
export function closeness(a: Compared, b: Compared, isRare: (word: string) => boolean): number {
	const [own, other] = [a.telling.length, b.telling.length];
	if (own === 0 && other === 0) {
		const [words, others] = [wholeOf(a).words, wholeOf(b).words];
		const shared = (2 * common(words, others).length) / (words.size + others.size);
		return shared >= SAME_NATURE ? shared : 0;
	}
	if (own === 0 || other === 0) return alikeness(wholeOf(a).key, wholeOf(b).key);
	const alike = alikeness(a.joined, b.joined);
	if (alike > 0) return alike;
	const [x, y] = [a.joined.text, b.joined.text];
	const [short, long] = x.length < y.length ? [x, y] : [y, x];
	if (short.length >= TELLING_LETTERS && long.startsWith(short)) return ALIKE;
	const shared = a.telling.filter((word) => b.telling.includes(word));
	if (shared.length < Math.min(own, other)) return 0;
	return shared.length > 1 || shared.some(isRare) ? ALIKE : 0;
}

import { closeness, comparedAs, type Compared } from './closeness.ts';
import { IDENTIFIERS, type IdentifierField } from './identifiers.ts';
import { communeKey, nameWords } from './names.ts';

/** What matching looks at, of a structure of the graph as of a row. */
export interface Known {
	name: string;
	commune?: string | undefined;
	codeInsee?: string | undefined;
	departement?: string | undefined;
	siren?: string | undefined;
	siret?: string | undefined;
	finess?: string | undefined;
	rna?: string | undefined;
}

/** Why a structure of the graph may be the one of a row. */
export type MatchReason =
	IdentifierField | 'id' | 'name_and_commune' | 'name' | 'close_name' | 'other_identifier';

export interface Candidate {
	id: string;
	why: MatchReason;
}

export type Match =
	| { kind: 'sure'; id: string; why: MatchReason }
	| { kind: 'doubt'; candidates: Candidate[] }
	| { kind: 'none' };

/** A word few structures of a commune have: it may be all that names one. */
const RARE = 5;
/** Letters by which names run together or cut short still meet. */
const HEAD = 5;
/** Candidates looked at for one row: those that share its rarest words. */
const MOST_COMPARED = 200;
const MOST_ASKED = 5;
const STRONG: readonly IdentifierField[] = ['finess', 'siret', 'rna'];

const samePlace = (a: Known, b: Known): boolean | undefined => {
	if (a.codeInsee !== undefined && b.codeInsee !== undefined && a.codeInsee === b.codeInsee)
		return true;
	if (a.commune !== undefined && b.commune !== undefined)
		return communeKey(a.commune) === communeKey(b.commune);
	if (a.departement !== undefined && b.departement !== undefined && a.departement !== b.departement)
		return false;
	return undefined;
};

const differ = (field: IdentifierField, a: Known, b: Known): boolean =>
	a[field] !== undefined && b[field] !== undefined && a[field] !== b[field];

const contradicts = (a: Known, b: Known): boolean => STRONG.some((field) => differ(field, a, b));

/** One establishment has one FINESS number and one association one RNA; a SIRET may serve several. */
const areTwo = (a: Known, b: Known): boolean => differ('finess', a, b) || differ('rna', a, b);

/**
 * Finds the structures a row may be about without comparing it with all: by identifier, then by whole
 * name, then among those of the commune that share a rare word. What cannot be told is asked.
 */
export class Matcher {
	/** How many names were compared so far. */
	compared = 0;
	readonly #known = new Map<string, Known & { close?: Compared }>();
	readonly #byIdentifier: Record<IdentifierField, Map<string, string[]>> = {
		finess: new Map(),
		siret: new Map(),
		siren: new Map(),
		rna: new Map()
	};
	readonly #byName = new Map<string, string[]>();
	/** Place → word → those of the place that have it in their name. */
	readonly #byPlaceAndWord = new Map<string, Map<string, string[]>>();

	#last: { commune: string | undefined; compared: Compared } | undefined;

	add(id: string, known: Known): void {
		const words = nameWords(known.name);
		const key = words.join(' ');
		const { name, commune, codeInsee, departement, siren, siret, finess, rna } = known;
		this.#known.set(id, { name, commune, codeInsee, departement, siren, siret, finess, rna });
		const push = (map: Map<string, string[]>, key: string): void => {
			const ids = map.get(key);
			if (ids) ids.push(id);
			else map.set(key, [id]);
		};
		for (const field of IDENTIFIERS) {
			const value = known[field];
			if (value !== undefined) push(this.#byIdentifier[field], value);
		}
		if (siret !== undefined && siren === undefined)
			push(this.#byIdentifier.siren, siret.slice(0, 9));
		push(this.#byName, key);
		const places = placesOf(known);
		if (places.length === 0) return;
		const head = headOf(this.#compared(known).joined.text);
		for (const place of places) {
			let byWord = this.#byPlaceAndWord.get(place);
			if (!byWord) this.#byPlaceAndWord.set(place, (byWord = new Map()));
			words.forEach((word, i) => {
				if (words.indexOf(word) === i) push(byWord, word);
			});
			push(byWord, head);
		}
	}

	/** As it is compared: a row is looked for, then added. */
	#compared({ name, commune }: Known): Compared {
		const last = this.#last;
		if (last?.compared.name === name && last.commune === commune) return last.compared;
		const compared = comparedAs(name, commune);
		this.#last = { commune, compared };
		return compared;
	}

	/** The one structure that has this identifier. */
	identified(field: IdentifierField, value: string): string | undefined {
		const found = this.#byIdentifier[field].get(value) ?? [];
		return found.length === 1 ? found[0] : undefined;
	}

	/** Candidates by whole name and, in the same commune, by likeness; none contradicted by an identifier. */
	byName(row: Known): { id: string; same: boolean; place: boolean | undefined }[] {
		const words = nameWords(row.name);
		const key = words.join(' ');
		const found: { id: string; same: boolean; place: boolean | undefined }[] = [];
		const same = this.#byName.get(key) ?? [];
		for (const id of same) {
			const known = this.#known.get(id);
			if (known && !areTwo(row, known))
				found.push({ id, same: true, place: samePlace(row, known) });
		}
		for (const id of this.#closest(row, same)) found.push({ id, same: false, place: true });
		return found;
	}

	/** Those of the commune whose names are worth a question, the closest first. */
	#closest(row: Known, same: readonly string[]): string[] {
		const places = placesOf(row);
		if (places.length === 0) return [];
		const here = places.flatMap((place) => this.#byPlaceAndWord.get(place) ?? []);
		if (here.length === 0) return [];
		const name = this.#compared(row);
		const isRare = (word: string): boolean =>
			here.every((byWord) => (byWord.get(word)?.length ?? 0) <= RARE);
		// Of a common name there may be thousands.
		const others = new Set(same);
		const close: { id: string; score: number }[] = [];
		for (const id of nearest(here, [...nameWords(row.name), headOf(name.joined.text)])) {
			const known = this.#known.get(id);
			if (!known || areTwo(row, known) || others.has(id)) continue;
			this.compared++;
			known.close ??= comparedAs(known.name, known.commune);
			const score = closeness(name, known.close, isRare);
			if (score > 0) close.push({ id, score });
		}
		return close.sort((a, b) => b.score - a.score).map(({ id }) => id);
	}

	/** @param options.alone a name that only one structure has is enough where no commune is given */
	match(row: Known, options: { alone?: boolean } = {}): Match {
		const byIdentifier = this.#byIdentifiers(row);
		if (byIdentifier) return byIdentifier;
		const names = this.byName(row).filter(({ place }) => place !== false);
		const free = names.filter(({ id }) => !contradicts(row, this.#known.get(id) ?? row));
		const sure = free.filter(({ same, place }) => same && place === true);
		const only = sure[0];
		if (sure.length === 1 && only) return { kind: 'sure', id: only.id, why: 'name_and_commune' };
		const alone = free[0];
		if (options.alone && free.length === 1 && alone?.same && row.commune === undefined)
			return { kind: 'sure', id: alone.id, why: 'name' };
		const candidates = names
			// Alike but with another number of its own: another structure, unless the name is the very same.
			.filter(({ id, same }) => same || free.some((each) => each.id === id))
			.map(({ id, same }): Candidate => ({
				id,
				why: !free.some((each) => each.id === id)
					? 'other_identifier'
					: same
						? 'name'
						: 'close_name'
			}));
		if (candidates.length === 0) return { kind: 'none' };
		return { kind: 'doubt', candidates: candidates.slice(0, MOST_ASKED) };
	}

	#byIdentifiers(row: Known): Match | undefined {
		const found = new Map<string, IdentifierField>();
		for (const field of STRONG) {
			const value = row[field];
			if (value === undefined) continue;
			for (const id of this.#byIdentifier[field].get(value) ?? []) {
				const known = this.#known.get(id);
				if (known && !found.has(id) && !areTwo(row, known)) found.set(id, field);
			}
		}
		const [first, ...others] = [...found].map(([id, why]) => ({ id, why }));
		if (first && others.length === 0) return { kind: 'sure', ...first };
		if (first) return { kind: 'doubt', candidates: [first, ...others].slice(0, MOST_ASKED) };
		return this.#bySiren(row);
	}

	/** A SIREN is a legal body's: of its establishments, only the one of this commune is surely meant. */
	#bySiren(row: Known): Match | undefined {
		const siren = row.siren ?? row.siret?.slice(0, 9);
		if (siren === undefined) return undefined;
		const ids = (this.#byIdentifier.siren.get(siren) ?? []).filter((id) => {
			const known = this.#known.get(id);
			return known !== undefined && !contradicts(row, known) && samePlace(row, known) !== false;
		});
		const here = ids.filter((id) => samePlace(row, this.#known.get(id) ?? row) === true);
		const only = here[0];
		if (here.length === 1 && only) return { kind: 'sure', id: only, why: 'siren' };
		if (ids.length === 0) return undefined;
		return {
			kind: 'doubt',
			candidates: ids.slice(0, MOST_ASKED).map((id) => ({ id, why: 'siren' }))
		};
	}
}

/** Those of the places that share a word, by the rarest words first. */
function nearest(
	here: readonly ReadonlyMap<string, readonly string[]>[],
	words: readonly string[]
): Set<string> {
	const near = new Set<string>();
	const blocks: (readonly string[])[] = [];
	for (const byWord of here)
		for (const word of words) {
			const ids = byWord.get(word);
			if (ids) blocks.push(ids);
		}
	if (blocks.length === 0) return near;
	for (const ids of blocks.sort((a, b) => a.length - b.length)) {
		if (near.size > 0 && near.size + ids.length > MOST_COMPARED) break;
		for (const id of ids.slice(0, MOST_COMPARED)) near.add(id);
	}
	return near;
}

const headOf = (joined: string): string => `~${joined.slice(0, HEAD)}`;

const placesOf = ({ codeInsee, commune }: Known): string[] => [
	...(codeInsee === undefined ? [] : [codeInsee]),
	...(commune === undefined ? [] : [communeKey(commune)])
];

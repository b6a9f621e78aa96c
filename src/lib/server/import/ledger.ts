import type { Change } from '#lib/domain/changes.ts';
import type { Claim, GraphNode, Relation, Source } from '#lib/domain/entities.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import type { Choices } from '#lib/import/choices.ts';
import { slugOf } from '#lib/import/slug.ts';
import { createClaim, createNode, createRelation, removeRelation } from '../changes/codecs.ts';
import { sidesOf, valueOf } from './differences.ts';
import type { FieldChange } from './outcome.ts';
import { issuesOf, OF_IMPORTS } from './series.ts';
import type { Graph } from './snapshot.ts';

export interface ImportedFile {
	name: string;
	/** SHA-256, in hexadecimal. */
	checksum: string;
}

const MOST_NAME = 40;
const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Gathers the changes an import makes, each with the claim of the file that says it. */
export class Ledger {
	readonly #changes = new Map<string, Change>();
	/** Claims of earlier issues that this one says again. */
	readonly #again = new Set<string>();
	#begun = false;
	#isOpen: boolean;
	readonly #sourceId: string;
	readonly #short: string;
	/** Other issues of the same file, older and newer. */
	readonly #issues: ReadonlyMap<string, Source & { date: string }>;

	constructor(
		private readonly graph: Graph,
		private readonly file: ImportedFile,
		private readonly given: {
			choices: Choices;
			who: string;
			today: string;
			/** False where only what would become of the rows is asked: no change is made then. */
			writes: boolean;
		}
	) {
		const base = `${OF_IMPORTS}${slugOf(file.name.replace(/\.\w+$/, ''), MOST_NAME)}-${file.checksum.slice(0, 8)}`;
		this.#isOpen = given.writes;
		this.#sourceId = this.#sourceOf(base) ?? this.mint(base);
		this.#short = this.#sourceId.replace(/^src-/, '');
		const { publisher, date } = given.choices;
		const issues =
			date === undefined ? [] : issuesOf({ name: file.name, publisher }, graph.sources());
		this.#issues = new Map(
			issues.filter(({ id }) => id !== this.#sourceId).map((source) => [source.id, source])
		);
	}

	/** The source an earlier import of the very same file made. */
	#sourceOf(base: string): string | undefined {
		for (const id of [base, ...Array.from({ length: 20 }, (_, i) => `${base}-${i + 2}`)])
			if (this.graph.nodes.get(id)?.label === 'Source') return id;
		return undefined;
	}

	/** An id nobody has or had: `base`, else with the first number that is free. */
	mint(base: string): string {
		let id = base;
		for (let n = 2; this.graph.ids.has(id) || this.graph.gone.has(id); n++) id = `${base}-${n}`;
		return id;
	}

	#keep(id: string, change: () => Change): void {
		if (!this.#begun) {
			this.#begun = true;
			this.#begin();
		}
		if (this.#isOpen) this.#changes.set(id, change());
	}

	/** Changes made since they were last taken. */
	get size(): number {
		return this.#changes.size;
	}

	take(): Change[] {
		const changes = [...this.#changes.values()];
		this.#changes.clear();
		return changes;
	}

	/** From now on nothing is written: only what would become of the rows is asked. */
	close(): void {
		this.#isOpen = false;
		this.#changes.clear();
	}

	/** A structure the file is the first to speak of, where it is, and the claim that it is. */
	createPlaced(node: GraphNode, line: number): void {
		this.createNode(node);
		// Where nothing is written, nobody asks for what only comes with it.
		if (!this.#isOpen) return;
		this.locate(node);
		this.claimExistence(node.id, line);
	}

	createNode(node: GraphNode): void {
		this.#keep(node.id, () => createNode(node));
		this.graph.addNode(node);
	}

	createRelation(relation: Relation): void {
		this.#keep(relation.id, () => createRelation(relation));
		this.graph.addRelation(relation);
	}

	relationId(line: number): string {
		return this.mint(`rel-${this.#short}-${line}`);
	}

	/** Writes the fields that are not kept as they are. */
	updateNode(node: GraphNode, fields: readonly FieldChange[]): void {
		const sides = sidesOf(fields);
		if (sides)
			this.#keep(node.id, () => ({
				entity: 'node',
				id: node.id,
				label: node.label,
				op: 'update',
				...sides
			}));
	}

	updateRelation({ id, type, source, target }: Relation, fields: readonly FieldChange[]): void {
		const sides = sidesOf(fields);
		if (sides)
			this.#keep(id, () => ({
				entity: 'relation',
				id,
				type,
				source,
				target,
				op: 'update',
				...sides
			}));
	}

	/** Where a node is, from its codes: the most precise territory we know; nothing when none. */
	locate(node: GraphNode): void {
		if (!('departement' in node) && !('region' in node) && !('codeInsee' in node)) return;
		const codes = {
			commune: 'codeInsee' in node ? node.codeInsee : undefined,
			departement: 'departement' in node ? node.departement : undefined,
			region: node.region
		};
		const target =
			this.graph.territory('commune', codes.commune) ??
			this.graph.territory('departement', codes.departement) ??
			this.graph.territory('region', codes.region);
		const places = this.graph.placesOf(node.id);
		if (target === undefined || places.some((place) => place.target === target)) return;
		for (const place of places) this.#keep(place.id, () => removeRelation(place));
		const id = this.mint(`in-${node.id}-${target}`.slice(0, 190).replace(/-+$/, ''));
		this.createRelation({ id, type: 'LOCATED_IN', source: node.id, target });
	}

	/** The file says that a thing is; true when it had not said so before. */
	claimExistence(aboutId: string, line: number): boolean {
		return this.#claim({ id: `claim-${aboutId}-${this.#short}`, aboutId, says: 'exists' }, line);
	}

	/** The file says what a property is. */
	claimValue(aboutId: string, { field, after }: FieldChange, line: number): boolean {
		const id = `claim-${aboutId}-${kebab(field)}-${this.#short}`;
		const value = JSON.stringify(after);
		return this.#claim({ id, aboutId, property: field, says: 'value', value }, line);
	}

	#claim(
		said: Pick<Claim, 'id' | 'aboutId' | 'property' | 'says' | 'value'>,
		line: number
	): boolean {
		if (this.graph.ids.has(said.id)) return false;
		const { choices, who } = this.given;
		const by = choices.publisher ?? who;
		const alike = this.graph.saidAlike(said).filter((claim) => claim.by === by);
		if (alike.some(({ sourceId }) => sourceId === this.#sourceId)) return false;
		const before = alike.find(({ sourceId = '' }) => this.#issues.has(sourceId));
		if (before) return this.#seenAgain(before, line);
		const id = this.mint(said.id);
		this.graph.ids.add(id);
		this.#keep(id, () =>
			createClaim({
				...said,
				id,
				by,
				how: 'stated',
				section: `l. ${line}`,
				sourceId: this.#sourceId,
				...(choices.date && { firstSeen: choices.date, lastSeen: choices.date })
			})
		);
		return true;
	}

	/** An issue of the same file said it already: it was seen for longer, and is read in the newest. */
	#seenAgain(claim: Claim, line: number): boolean {
		const { date } = this.given.choices;
		const { firstSeen, lastSeen } = claim;
		if (date === undefined || lastSeen === undefined || this.#again.has(claim.id)) return false;
		const later = date > lastSeen;
		if (!later && (firstSeen === undefined || date >= firstSeen)) return false;
		const after = later
			? { lastSeen: date, sourceId: this.#sourceId, section: `l. ${line}` }
			: { firstSeen: date };
		const stored: Readonly<Record<string, unknown>> = { ...claim };
		const before = Object.fromEntries(
			Object.keys(after).map((field) => [field, valueOf(stored[field])])
		);
		this.#again.add(claim.id);
		this.#keep(claim.id, () => ({
			entity: 'node',
			id: claim.id,
			label: 'Claim',
			op: 'update',
			before,
			after
		}));
		return true;
	}

	/** Each issue of a file is followed by the next one. */
	#follow(date: string): { replacedBy?: string } {
		const issues = [...this.#issues.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
		for (const issue of issues)
			if (issue.date < date && issue.replacedBy === undefined)
				this.updateNode(issue, [
					{ field: 'replacedBy', before: null, after: this.#sourceId, kept: false }
				]);
		const next = issues.find((issue) => issue.date > date);
		return next ? { replacedBy: next.id } : {};
	}

	/** A claim made elsewhere, as it is; true when it was not there. */
	state(claim: Claim): boolean {
		if (this.graph.ids.has(claim.id)) return false;
		const id = this.mint(claim.id);
		this.graph.ids.add(id);
		this.#keep(id, () => createClaim({ ...claim, id }));
		return true;
	}

	/** The source of this id, made with its title when there is none; `undefined` when the id is taken. */
	source(id: string, title: string): string | undefined {
		const known = this.graph.nodes.get(id);
		if (known) return known.label === 'Source' ? id : undefined;
		if (!isSlug(id) || this.mint(id) !== id) return undefined;
		this.createNode({ id, label: 'Source', name: title });
		return id;
	}

	/** The source everything rests on comes before what names it. */
	#begin(): void {
		if (this.graph.nodes.has(this.#sourceId)) return;
		const { choices, today } = this.given;
		const { publisher, date } = choices;
		const source: Source = {
			id: this.#sourceId,
			label: 'Source',
			name: this.file.name,
			accessed: today,
			...(publisher && { publisher }),
			...(date && { year: Number(date.slice(0, 4)), date, ...this.#follow(date) })
		};
		this.#keep(source.id, () => createNode(source));
	}
}

import type { PropertyValue } from '#lib/domain/changes.ts';
import { isOrganisation, type GraphNode, type Organisation } from '#lib/domain/entities.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import { parseNode } from '#lib/domain/schema/nodes.ts';
import type { Problem } from '#lib/domain/schema/problem.ts';
import { foldText } from '#lib/domain/text.ts';
import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { ANSWER_NEW, ANSWER_SKIP, type Choices } from '#lib/import/choices.ts';
import { couldBe, IDENTIFIERS } from '#lib/import/identifiers.ts';
import type { Candidate, Known, Match } from '#lib/import/matching.ts';
import { communeKey, nameKey } from '#lib/import/names.ts';
import { readIdentifier } from '#lib/import/identifiers.ts';
import { LEFT_OUT, type RowRemark } from '#lib/import/problem.ts';
import type { StructureRow } from '#lib/import/structure-rows.ts';
import { slugOf } from '#lib/import/slug.ts';
import { compare, type Ledger } from './ledger.ts';
import { replayed, subjectOf, withAnswer, type Remembered } from './judgements.ts';
import { type FieldChange, type Question, type RowOutcome, unjudged } from './outcome.ts';
import type { Graph } from './snapshot.ts';

/** Everything rows are planned with. */
export interface Planning {
	graph: Graph;
	ledger: Ledger;
	choices: Choices;
	/** What was answered in earlier imports, by whom it was about. */
	remembered: ReadonlyMap<string, Remembered>;
	/** Header by field, for what the domain refuses. */
	columns: ReadonlyMap<string, string>;
	/** True when the ids of the file are ours. */
	ours: boolean;
	/** True when ends of ties name these rows by their ids. */
	isNetwork?: boolean | undefined;
	/** What became of the rows of the same file, by the id it gives them. */
	local?: ReadonlyMap<string, RowOutcome> | undefined;
}

/** What stands there to pay is a funder; the ARS are known by their region. */
const labelOf = (kind: ActorKind): Organisation['label'] =>
	kind === 'ars' ? 'ArsRegion' : kind === 'financeur' || kind === 'fondation' ? 'Funder' : 'Actor';

const text = (value: PropertyValue | undefined): string | undefined =>
	typeof value === 'string' ? value : undefined;

export const knownOf = (properties: Readonly<Record<string, PropertyValue>>): Known => ({
	name: text(properties['name']) ?? '',
	commune: text(properties['commune']),
	codeInsee: text(properties['codeInsee']),
	departement: text(properties['departement']),
	siren: text(properties['siren']),
	siret: text(properties['siret']),
	finess: text(properties['finess']),
	rna: text(properties['rna'])
});

/** Two ways of writing the same: accents, capitals, abbreviations, a slash at the end. */
export function alike(field: string, a: PropertyValue, b: PropertyValue): boolean {
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((item) => b.includes(item));
	if (typeof a !== 'string' || typeof b !== 'string') return false;
	if (field === 'name') return nameKey(a) === nameKey(b);
	if (field === 'commune') return communeKey(a) === communeKey(b);
	const bare = (value: string) => foldText(value.replace(/^https?:\/\/(www\.)?/, ''));
	return bare(a) === bare(b);
}

/** Problems of the domain, told at their column. */
export const remarksOf = (
	problems: readonly Problem[],
	columns: ReadonlyMap<string, string>
): RowRemark[] =>
	problems.map(({ code, field, value, allowed, params }) => ({
		code,
		field,
		column: columns.get(field),
		...(value !== undefined && { value }),
		allowed,
		params
	}));

export const identifiersOf = (known: Known | GraphNode): string[] =>
	IDENTIFIERS.flatMap((field) => {
		const value = field in known ? (known as Known)[field] : undefined;
		return value === undefined ? [] : [`${field.toUpperCase()} ${value}`];
	});

export function questionOf(
	key: string,
	known: Known,
	candidates: readonly Candidate[],
	graph: Graph
): Question {
	return {
		key,
		name: known.name,
		commune: known.commune,
		identifiers: identifiersOf(known),
		candidates: candidates.flatMap(({ id, why }) => {
			const node = graph.nodes.get(id);
			if (!node || !isOrganisation(node)) return [];
			const { name, kind, commune } = node;
			return [{ id, name, kind, commune, why, identifiers: identifiersOf(node) }];
		})
	};
}

/** Who a row is about: as a person said, now or in an earlier import, or as it was found. */
export function settled(
	key: string,
	known: Known,
	{ planning, outcome }: { planning: Planning; outcome: RowOutcome },
	find: () => Match
): Match | { kind: 'skip' } {
	const { choices, graph, remembered } = planning;
	const answer = choices.answers?.[key];
	const found = find();
	const asked = (): Question =>
		questionOf(key, known, found.kind === 'doubt' ? found.candidates : [], graph);
	if (answer === undefined) {
		if (found.kind !== 'doubt') return found;
		const before = remembered.get(subjectOf(asked()));
		if (!before) return found;
		const again = replayed(before, found, (id) => graph.nodes.has(id));
		if (again.answer !== undefined)
			outcome.answered.push(withAnswer(asked(), again.answer, before));
		return again.match;
	}
	if (answer !== ANSWER_SKIP && answer !== ANSWER_NEW && !graph.nodes.has(answer)) return found;
	if (found.kind === 'doubt') outcome.answered.push(withAnswer(asked(), answer));
	if (answer === ANSWER_SKIP) return { kind: 'skip' };
	return answer === ANSWER_NEW ? { kind: 'none' } : { kind: 'sure', id: answer, why: 'id' };
}

/** A name and a commune together say who it is; either alone does not give a number back. */
const isConfirmedBy = ({ name, properties }: StructureRow, found: Organisation): boolean =>
	nameKey(name) === nameKey(found.name) &&
	found.commune !== undefined &&
	communeKey(String(properties['commune'] ?? '')) === communeKey(found.commune);

/** Plans the rows of a table of structures, one after the other. */
export class StructurePlanner {
	/** Id → the row that first spoke of it. */
	readonly #spoken = new Map<string, Pick<StructureRow, 'line' | 'cells'>>();

	constructor(private readonly planning: Planning) {}

	plan(row: StructureRow): RowOutcome {
		const outcome = unjudged(row);
		const { graph } = this.planning;
		if (row.notes.some(({ code }) => LEFT_OUT.has(code)))
			return { ...outcome, problems: [], action: 'skip' };
		const byId = this.#byId(row);
		if (row.natureKind !== undefined && outcome.problems.length === 0)
			return this.#other(row, byId, outcome);
		if (byId && !isOrganisation(byId)) {
			outcome.notes.push({ code: 'not_a_structure', field: 'id', value: byId.id });
			return { ...outcome, problems: [], action: 'skip', id: byId.id };
		}
		if (outcome.problems.length > 0) return outcome;
		const known = knownOf(row.properties);
		const { key } = row;
		const match = settled(key, known, { planning: this.planning, outcome }, () =>
			byId ? { kind: 'sure', id: byId.id, why: 'id' } : this.#match(known)
		);
		if (match.kind === 'skip') return { ...outcome, action: 'skip' };
		if (match.kind === 'doubt')
			return {
				...outcome,
				action: 'ask',
				questions: [questionOf(key, known, match.candidates, graph)]
			};
		const found = match.kind === 'sure' ? graph.nodes.get(match.id) : undefined;
		if (!found || !isOrganisation(found)) {
			this.#tellEaten(row, undefined, outcome);
			return this.#create(row, outcome);
		}
		return this.#meet(row, found, outcome);
	}

	/** Two rows of our own export are two structures, however alike: only others are looked at. */
	#match(known: Known): Match {
		const { graph, ours } = this.planning;
		const match = graph.organisations.match(known);
		if (!ours || match.kind === 'none') return match;
		if (match.kind === 'sure') return this.#spoken.has(match.id) ? { kind: 'none' } : match;
		const candidates = match.candidates.filter(({ id }) => !this.#spoken.has(id));
		return candidates.length === 0 ? { kind: 'none' } : { kind: 'doubt', candidates };
	}

	/** Ids of a network someone else wrote are names of its own; of a table, `id` may be ours. */
	#byId({ id }: StructureRow): GraphNode | undefined {
		const { graph, ours, isNetwork } = this.planning;
		return id === undefined || (isNetwork && !ours) ? undefined : graph.nodes.get(id);
	}

	/** A resource or a project: of our own export, known by its id, else by its name. */
	#other(row: StructureRow, byId: GraphNode | undefined, outcome: RowOutcome): RowOutcome {
		const { graph, ledger, ours } = this.planning;
		if (ours)
			return byId?.label === row.nature
				? { ...outcome, id: byId?.id, action: 'same' }
				: this.#createOther(row, outcome);
		const named = graph.named(row.name);
		if (named && named.label === row.nature) {
			const action = ledger.claimExistence(named.id, row.line) ? 'confirm' : 'same';
			return { ...outcome, id: named.id, action };
		}
		const said = row.properties['projectId'] ?? this.planning.choices.projectId;
		if (said === undefined) return this.#createOther(row, outcome);
		const project = graph.nodes.get(String(said)) ?? graph.named(String(said));
		if (project?.label === 'HealthProject') {
			const properties = { ...row.properties, projectId: project.id };
			return this.#createOther({ ...row, properties }, outcome);
		}
		const column = this.planning.columns.get('projectId');
		const problem = { code: 'unknown_project', field: 'projectId', column, value: said };
		return { ...outcome, problems: [...outcome.problems, problem] };
	}

	/** A resource or a project that nobody knows. */
	#createOther(
		{ id, nature, natureKind, properties }: StructureRow,
		outcome: RowOutcome
	): RowOutcome {
		const { ledger, columns, ours } = this.planning;
		const parsed = parseNode({
			// Where the project of a filtered export is not described: said to be looked at again.
			...(nature === 'HealthProject' && { status: 'to_check', coverage: 'single_page' }),
			...properties,
			id: ledger.mint(ours && id !== undefined && isSlug(id) ? id : slugOf(outcome.name)),
			label: nature,
			kind: natureKind
		});
		if (!parsed.ok)
			return {
				...outcome,
				problems: [...outcome.problems, ...remarksOf(parsed.problems, columns)]
			};
		ledger.createNode(parsed.value);
		ledger.locate(parsed.value);
		ledger.claimExistence(parsed.value.id, outcome.line);
		return { ...outcome, action: 'create', id: parsed.value.id };
	}

	#tellEaten(row: StructureRow, found: Organisation | undefined, outcome: RowOutcome): void {
		for (const eaten of row.eaten) {
			const { field, column, value } = eaten;
			const stored = found?.[field];
			const confirmed = found !== undefined && isConfirmedBy(row, found);
			const now = confirmed && stored !== undefined && couldBe(stored, eaten) ? stored : undefined;
			outcome.notes.push(
				now === undefined
					? { code: 'eaten_number', field, column, value }
					: { code: 'repaired_siret', field, column, value, params: { now } }
			);
		}
	}

	#create(row: StructureRow, outcome: RowOutcome): RowOutcome {
		const { ledger, columns } = this.planning;
		const { kind, properties, line, cells } = row;
		if (kind === undefined) {
			outcome.problems.push({ code: 'no_kind', field: 'kind', column: columns.get('kind') });
			return outcome;
		}
		const label = row.nature === 'Funder' || row.nature === 'Actor' ? row.nature : labelOf(kind);
		const commune = text(properties['commune']);
		const own = this.planning.ours && row.id !== undefined && isSlug(row.id) ? row.id : undefined;
		const base = own ?? slugOf(row.name);
		const free = ledger.mint(base);
		const id =
			free === base || commune === undefined ? free : ledger.mint(`${base}-${slugOf(commune, 30)}`);
		const region = properties['region'];
		const parsed = parseNode({
			id,
			label,
			kind,
			...properties,
			...(label === 'ArsRegion' && region !== undefined && { code: region })
		});
		if (!parsed.ok) {
			outcome.problems.push(...remarksOf(parsed.problems, columns));
			return outcome;
		}
		ledger.createNode(parsed.value);
		ledger.locate(parsed.value);
		ledger.claimExistence(id, line);
		this.#spoken.set(id, { line, cells });
		this.#takePart(id, line);
		this.#managed(id, row, outcome);
		return { ...outcome, action: 'create', id };
	}

	/** The row speaks of a structure that is known, or that a row above already spoke of. */
	#meet(row: StructureRow, found: Organisation, outcome: RowOutcome): RowOutcome {
		const { id } = found;
		const before = this.#spoken.get(id);
		if (before) {
			const told = { code: 'repeated_row', field: '', params: { line: before.line } };
			if (before.cells.join('\u0000') === row.cells.join('\u0000'))
				return { ...outcome, id, action: 'same', notes: [...outcome.notes, told] };
			return { ...outcome, id, problems: [told] };
		}
		this.#tellEaten(row, found, outcome);
		const fields = this.#differences(row, found);
		const merged = { ...found, ...Object.fromEntries(written(fields)) };
		const parsed = parseNode(merged);
		if (!parsed.ok) {
			const problems = remarksOf(parsed.problems, this.planning.columns);
			return { ...outcome, id, fields, problems };
		}
		const { ledger } = this.planning;
		this.#spoken.set(id, { line: row.line, cells: row.cells });
		ledger.updateNode(found, fields);
		if (fields.some(({ field, kept }) => !kept && PLACE.has(field))) ledger.locate(parsed.value);
		// Our own export only carries what its sources say.
		const carried = this.planning.ours && row.id === id;
		const said = [
			!carried && ledger.claimExistence(id, row.line),
			...fields.map((field) => ledger.claimValue(id, field, row.line)),
			this.#takePart(id, row.line),
			this.#managed(id, row, outcome)
		];
		const changes = fields.some(({ kept }) => !kept);
		const action = changes ? 'update' : said.includes(true) ? 'confirm' : 'same';
		return { ...outcome, id, fields, action };
	}

	#differences(row: StructureRow, found: Organisation): FieldChange[] {
		// A place is one thing: its two coordinates and their precision come together or not at all.
		const left = new Set([...row.deduced, ...(found.lat === undefined ? [] : POINT)]);
		const said: Record<string, PropertyValue> = Object.fromEntries(
			Object.entries(row.properties).filter(([field]) => !left.has(field))
		);
		if (row.kind !== undefined) said['kind'] = row.kind;
		const natureStays = row.kind !== undefined && labelOf(row.kind) !== found.label;
		return compare({ ...found }, said, {
			replace: this.planning.choices.onDifference === 'replace',
			alike,
			fixed: new Set(natureStays ? ['kind'] : [])
		});
	}

	/** Who manages it, where the file says so and the other is known; nobody is made of a number alone. */
	#managed(id: string, { manager, line }: StructureRow, outcome: RowOutcome): boolean {
		if (manager === undefined) return false;
		const { graph, ledger } = this.planning;
		const read = readIdentifier('finess', manager.value);
		const source =
			read.kind === 'sound' ? graph.organisations.identified('finess', read.value) : undefined;
		if (source === undefined) {
			outcome.notes.push({ code: 'unknown_manager', field: 'manager', column: manager.column });
			return false;
		}
		if (source === id) return false;
		const ends = { type: 'MANAGES', source, target: id } as const;
		const known = graph.between(ends)[0];
		if (known) return ledger.claimExistence(known.id, line);
		const relation = { id: ledger.relationId(line), ...ends };
		ledger.createRelation(relation);
		return ledger.claimExistence(relation.id, line);
	}

	/** Marked with a project, a list of structures says they take part in it. */
	#takePart(id: string, line: number): boolean {
		const { choices, graph, ledger } = this.planning;
		const target = choices.projectId;
		if (target === undefined || graph.nodes.get(target)?.label !== 'HealthProject') return false;
		const known = (['LEADS', 'TAKES_PART_IN', 'SUPPORTS'] as const).flatMap((type) =>
			graph.between({ type, source: id, target })
		)[0];
		if (known) return ledger.claimExistence(known.id, line);
		const relation = {
			id: ledger.relationId(line),
			type: 'TAKES_PART_IN' as const,
			source: id,
			target
		};
		ledger.createRelation(relation);
		return ledger.claimExistence(relation.id, line);
	}
}

const POINT = ['lat', 'lon', 'placePrecision'];
const PLACE: ReadonlySet<string> = new Set(['codeInsee', 'departement', 'region']);

export const written = (fields: readonly FieldChange[]): [string, PropertyValue][] =>
	fields.flatMap(({ field, after, kept }) => (kept ? [] : [[field, after]]));

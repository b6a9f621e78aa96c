import type { PropertyValue } from '#lib/domain/changes.ts';
import { isOrganisation, type GraphNode, type Organisation } from '#lib/domain/entities.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import { parseNode } from '#lib/domain/schema/nodes.ts';
import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { couldBe, readIdentifier } from '#lib/import/identifiers.ts';
import type { Known, Match } from '#lib/import/matching.ts';
import { LEFT_OUT } from '#lib/import/problem.ts';
import type { StructureRow } from '#lib/import/structure-rows.ts';
import { slugOf } from '#lib/import/slug.ts';
import { compare, written } from './differences.ts';
import { alike, isConfirmedBy, knownOf, questionOf, settled, text } from './identity.ts';
import { type FieldChange, type RowOutcome, unjudged } from './outcome.ts';
import { planOther } from './plan-others.ts';
import { remarksOf, type Planning } from './planning.ts';

/** What stands there to pay is a funder; the ARS are known by their region. */
const labelOf = (kind: ActorKind): Organisation['label'] =>
	kind === 'ars' ? 'ArsRegion' : kind === 'financeur' || kind === 'fondation' ? 'Funder' : 'Actor';

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
			return planOther(row, byId, { planning: this.planning, outcome });
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
		ledger.createPlaced(parsed.value, line);
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

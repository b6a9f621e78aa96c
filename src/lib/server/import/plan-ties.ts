import { END_LABELS } from '#lib/domain/check/ends.ts';
import type { PropertyValue } from '#lib/domain/changes.ts';
import type { Relation } from '#lib/domain/entities.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import { parseRelation } from '#lib/domain/schema/relation.ts';
import { foldText } from '#lib/domain/text.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { TieRow } from '#lib/import/tie-rows.ts';
import { slugOf } from '#lib/import/slug.ts';
import { cite } from './citations.ts';
import { compare, written } from './differences.ts';
import { Ends, remarkAt, type End, type Resolved } from './ends.ts';
import { alike } from './identity.ts';
import { type RowOutcome, unjudged } from './outcome.ts';
import { remarksOf, type Planning } from './planning.ts';

/** Of two payments, what shows that they are not the same one. */
const OF_A_GRANT = [
	'amountEur',
	'amountPeriod',
	'stage',
	'since',
	'until',
	'projectId',
	'resourceId'
] as const;

/** Plans the rows of a table of ties, one after the other. */
export class TiePlanner {
	/** Relation id → the line that first spoke of it. */
	readonly #spoken = new Map<string, number>();
	readonly #ends: Ends;

	constructor(private readonly planning: Planning) {
		this.#ends = new Ends(planning);
	}

	plan(row: TieRow): RowOutcome {
		const outcome = unjudged(row);
		const { type } = row;
		if (type === undefined && !row.problems.some(({ field }) => field === 'type'))
			outcome.problems.push(remarkAt(this.planning, 'no_type', 'type'));
		const projectId = this.#project(row, outcome);
		if (type === undefined || outcome.problems.length > 0) return outcome;
		const ends = {
			source: this.#ends.resolve('source', row, { type, outcome }),
			target: this.#ends.resolve('target', row, { type, outcome })
		};
		for (const end of ['source', 'target'] as const) {
			const found = ends[end];
			if ('skip' in found) return { ...outcome, action: 'skip' };
			if ('question' in found) outcome.questions.push(found.question);
			if ('unknown' in found)
				outcome.problems.push({
					...remarkAt(this.planning, found.code, end),
					value: found.unknown
				});
		}
		if (outcome.problems.length > 0) return { ...outcome, questions: [] };
		if (outcome.questions.length > 0) return { ...outcome, action: 'ask' };
		return this.#tie(row, { type, ends, projectId }, outcome);
	}

	#project(row: TieRow, outcome: RowOutcome): string | undefined {
		const { choices, graph } = this.planning;
		const said = row.properties['projectId'];
		if (said === undefined) return choices.projectId;
		const found = graph.nodes.get(String(said)) ?? graph.named(String(said));
		if (found?.label === 'HealthProject') return found.id;
		if (row.cited) {
			const left = { ...remarkAt(this.planning, 'project_left', 'projectId'), value: said };
			outcome.notes.push(left);
			return choices.projectId;
		}
		outcome.problems.push({
			...remarkAt(this.planning, 'unknown_project', 'projectId'),
			value: said
		});
		return undefined;
	}

	#tie(
		row: TieRow,
		said: { type: RelationType; ends: Record<End, Resolved>; projectId: string | undefined },
		outcome: RowOutcome
	): RowOutcome {
		const { ledger, columns } = this.planning;
		const { type, ends } = said;
		const properties: Record<string, PropertyValue> = { ...row.properties };
		delete properties['projectId'];
		if (!this.#knowsResource(properties['resourceId'])) delete properties['resourceId'];
		if (said.projectId !== undefined) properties['projectId'] = said.projectId;
		// Judged before any end is made, so that a row refused leaves nothing behind.
		const ready = this.#judge(row, { type, ends, properties }, outcome);
		if (!ready) return outcome;
		const source = this.#ends.node('source', ends.source, row, outcome);
		const target = this.#ends.node('target', ends.target, row, outcome);
		if (!source || !target) return outcome;
		const [from, to] = [source.id, target.id];
		const existing = this.#existing({ type, source: from, target: to }, properties, row);
		if (existing) return this.#meet(row, existing, { properties, outcome });
		const own = row.cited && row.id !== undefined && isSlug(row.id) ? row.id : undefined;
		const id = own === undefined ? ledger.relationId(row.line) : ledger.mint(own);
		const parsed = parseRelation({ id, type, source: from, target: to, ...properties });
		if (!parsed.ok) {
			outcome.problems.push(...remarksOf(parsed.problems, columns));
			return outcome;
		}
		ledger.createRelation(parsed.value);
		if (row.cited) cite(ledger, parsed.value, row.cited);
		else ledger.claimExistence(id, row.line);
		this.#spoken.set(id, row.line);
		return { ...outcome, action: 'create', id };
	}

	#knowsResource(id: PropertyValue | undefined): boolean {
		const node = typeof id === 'string' ? this.planning.graph.nodes.get(id) : undefined;
		return node?.label === 'SharedResource';
	}

	#judge(
		row: TieRow,
		tie: {
			type: RelationType;
			ends: Record<End, Resolved>;
			properties: Record<string, PropertyValue>;
		},
		outcome: RowOutcome
	): boolean {
		const idOf = (found: Resolved): string =>
			'node' in found ? found.node.id : 'create' in found ? `new-${slugOf(found.create.name)}` : '';
		for (const end of ['source', 'target'] as const) {
			const found = tie.ends[end];
			const allowed = END_LABELS[tie.type][end];
			if ('node' in found && !allowed.includes(found.node.label))
				outcome.problems.push({
					...remarkAt(this.planning, 'wrong_end_nature', end),
					value: found.node.name,
					params: { type: tie.type, label: found.node.label }
				});
		}
		const parsed = parseRelation({
			id: 'rel',
			type: tie.type,
			source: idOf(tie.ends.source),
			target: idOf(tie.ends.target),
			...tie.properties
		});
		if (!parsed.ok) outcome.problems.push(...remarksOf(parsed.problems, this.planning.columns));
		return outcome.problems.length === 0;
	}

	/** The relation the row speaks of, when there is one: another payment is another relation. */
	#existing(
		ends: Pick<Relation, 'type' | 'source' | 'target'>,
		properties: Readonly<Record<string, PropertyValue>>,
		{ id, cited }: TieRow
	): Relation | undefined {
		const between = this.planning.graph.between(ends);
		const own = cited && between.find((relation) => relation.id === id);
		if (own) return own;
		const same = between.filter((relation) => {
			// Two rows of ours are two relations.
			if (cited && this.#spoken.has(relation.id)) return false;
			if (ends.type !== 'FUNDS') return true;
			return OF_A_GRANT.every((field) => {
				const [a, b] = [relation[field], properties[field]];
				return a === undefined || b === undefined || a === b;
			});
		});
		return same.find(({ projectId }) => projectId === properties['projectId']) ?? same[0];
	}

	#meet(
		row: TieRow,
		existing: Relation,
		given: { properties: Record<string, PropertyValue>; outcome: RowOutcome }
	): RowOutcome {
		const { ledger, choices, columns } = this.planning;
		const { id } = existing;
		const { outcome } = given;
		const before = this.#spoken.get(id);
		if (before !== undefined)
			return {
				...outcome,
				id,
				action: 'same',
				notes: [...outcome.notes, { code: 'repeated_row', field: '', params: { line: before } }]
			};
		const properties = { ...given.properties };
		if (existing.projectId !== undefined) delete properties['projectId'];
		const fields = compare({ ...existing }, properties, {
			replace: choices.onDifference === 'replace',
			alike: (field, a, b) =>
				field === 'detail' ? foldText(String(a)) === foldText(String(b)) : alike(field, a, b)
		});
		const parsed = parseRelation({ ...existing, ...Object.fromEntries(written(fields)) });
		if (!parsed.ok)
			return { ...outcome, id, fields, problems: remarksOf(parsed.problems, columns) };
		this.#spoken.set(id, row.line);
		ledger.updateRelation(existing, fields);
		const said = [
			row.cited ? cite(ledger, existing, row.cited) : ledger.claimExistence(id, row.line),
			...fields.map((field) => ledger.claimValue(id, field, row.line))
		];
		const changes = fields.some(({ kept }) => !kept);
		const action = changes ? 'update' : said.includes(true) ? 'confirm' : 'same';
		return { ...outcome, id, fields, action };
	}
}

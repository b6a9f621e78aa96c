import { parseNode } from '#lib/domain/schema/nodes.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import type { GraphNode } from '#lib/domain/entities.ts';
import { slugOf } from '#lib/import/slug.ts';
import type { StructureRow } from '#lib/import/structure-rows.ts';
import type { RowOutcome } from './outcome.ts';
import { remarksOf, type Planning } from './planning.ts';

/** Plans a resource or a project among structures: of our own export, known by its id, else by its name. */
export function planOther(
	row: StructureRow,
	byId: GraphNode | undefined,
	{ planning, outcome }: { planning: Planning; outcome: RowOutcome }
): RowOutcome {
	const { graph, ledger, ours } = planning;
	if (ours)
		return byId?.label === row.nature
			? { ...outcome, id: byId?.id, action: 'same' }
			: create(row, planning, outcome);
	const named = graph.named(row.name);
	if (named && named.label === row.nature) {
		const action = ledger.claimExistence(named.id, row.line) ? 'confirm' : 'same';
		return { ...outcome, id: named.id, action };
	}
	const said = row.properties['projectId'] ?? planning.choices.projectId;
	if (said === undefined) return create(row, planning, outcome);
	const project = graph.nodes.get(String(said)) ?? graph.named(String(said));
	if (project?.label === 'HealthProject') {
		const properties = { ...row.properties, projectId: project.id };
		return create({ ...row, properties }, planning, outcome);
	}
	const column = planning.columns.get('projectId');
	const problem = { code: 'unknown_project', field: 'projectId', column, value: said };
	return { ...outcome, problems: [...outcome.problems, problem] };
}

/** A resource or a project that nobody knows. */
function create(
	{ id, nature, natureKind, properties }: StructureRow,
	{ ledger, columns, ours }: Planning,
	outcome: RowOutcome
): RowOutcome {
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

import { JUDGED_IN } from '../catalogue/isolated.ts';
import type { IsolatedStructure } from '../catalogue.ts';
import type { Answer, Call } from './endpoint.ts';
import { pageOf } from './parameters.ts';
import { notFound } from './problem.ts';

/** Rows of one project: judged there, or its members judged over a wider network. */
async function rowsOf({ catalogue, query }: Call): Promise<IsolatedStructure[]> {
	const { project, date, scope } = query;
	if (query.class === 'absent') return catalogue.absent(project);
	const over = JUDGED_IN.find((each) => each === scope) ?? 'project';
	const rows = await catalogue.isolated({ day: date, over });
	if (project === undefined) return rows;
	if (over === 'project') return rows.filter(({ projectId }) => projectId === project);
	const prepared = await catalogue.network({ kind: 'project', id: project }, { day: date });
	const members = new Set(
		prepared?.network.nodes.flatMap(({ id, member }) => (member ? [id] : []))
	);
	return rows.filter(({ actorId }) => members.has(actorId));
}

/**
 * Structures that stand apart, one row for each network they were judged in; those of a register that
 * are in no relation only when their class is asked for.
 */
export async function isolated(call: Call): Promise<Answer> {
	const { catalogue, query } = call;
	const { project, region, department, class: wanted } = query;
	const rows = (await rowsOf(call)).filter(
		(row) =>
			(region === undefined || row.region === region) &&
			(department === undefined || row.departement === department) &&
			(wanted === undefined || row.class === wanted)
	);
	if (project !== undefined && rows.length === 0 && !(await catalogue.project(project)))
		throw notFound(project);
	return { body: pageOf(rows, query, (row) => `${row.projectId ?? ''} ${row.actorId}`) };
}

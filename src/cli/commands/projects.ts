import type { HealthProject } from '#lib/domain/entities.ts';
import { regionByCode } from '#lib/domain/vocabulary/regions.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Repository } from '#lib/server/repository.ts';
import { withRepository, type Context } from '../context.ts';

const AT_ONCE = 500;

/** Every project of a database, by name. */
async function allProjects(repository: Repository): Promise<HealthProject[]> {
	const projects: HealthProject[] = [];
	let cursor: string | undefined;
	do {
		const page = await repository.list({ labels: ['HealthProject'] }, { limit: AT_ONCE, cursor });
		projects.push(...page.items.filter((node) => node.label === 'HealthProject'));
		cursor = page.nextCursor;
	} while (cursor !== undefined);
	return projects;
}

/** Columns lined up for a reader, separated by tabs for a pipe. */
function lines(rows: readonly (readonly string[])[], lined: boolean): string[] {
	if (!lined) return rows.map((row) => row.join('\t'));
	const widths = (rows[0] ?? []).map((_, i) =>
		Math.max(...rows.map((row) => (row[i] ?? '').length))
	);
	return rows.map((row) =>
		row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join('  ')
	);
}

const regionName = ({ region }: HealthProject): string =>
	region ? (regionByCode(region)?.name ?? region) : m.cli_projects_national();

/** `maillage projects`: one project a line. */
export const projects = (context: Context): Promise<void> =>
	withRepository(context, async (repository) => {
		const { terminal } = context;
		const found = await allProjects(repository);
		const rows = found.map((p) => [p.id, regionName(p), p.name]);
		terminal.result(rows.length > 0 ? lines(rows, terminal.interactive) : [m.cli_projects_none()], {
			items: found.map(({ id, name, kind, status, region, coverage, startYear, endYear }) => ({
				id,
				name,
				kind,
				status,
				region,
				coverage,
				startYear,
				endYear
			}))
		});
	});

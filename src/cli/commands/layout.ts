import { scopeKey, type Scope } from '#lib/domain/scope.ts';
import { regionByCode } from '#lib/domain/vocabulary/regions.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { ensureLayouts, scopesToLayOut } from '#lib/server/layouts.ts';
import type { Repository } from '#lib/server/repository.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';

async function scopesOf(repository: Repository, project: string | undefined): Promise<Scope[]> {
	if (project === undefined) return scopesToLayOut(repository);
	const [node] = await repository.nodes([project]);
	if (node?.label !== 'HealthProject')
		throw new Refusal(EXIT.wrongCall, [m.cli_layout_unknown({ id: project })]);
	return [{ kind: 'project', id: project }];
}

const nameOf = (scope: Scope): string =>
	scope.kind === 'region'
		? (regionByCode(scope.code)?.name ?? scope.code)
		: scope.kind === 'project'
			? scope.id
			: scopeKey(scope);

/** `maillage layout`: the positions that are missing or no longer hold, of one project or of all. */
export const layout = (context: Context, project: string | undefined): Promise<void> =>
	withRepository(context, async (repository) => {
		const { terminal } = context;
		const scopes = await scopesOf(repository, project);
		const computed = await ensureLayouts(repository, {
			scopes,
			onProgress: ({ scope, done, total }) =>
				terminal.progress(done, total, m.cli_layout_step({ done, total, name: nameOf(scope) }))
		});
		const total = scopes.length;
		terminal.result([m.cli_layout_done({ computed, total })], { computed, total });
	});

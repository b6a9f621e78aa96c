import { error, fail, redirect } from '@sveltejs/kit';
import type { Change } from '#lib/domain/changes.ts';
import { pageOf } from '#lib/explorer/sheets/nodes.ts';
import { changedRecord } from '#lib/i18n/history-sentences.ts';
import { number as written } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { allRevisions, namesIn } from '#lib/server/catalogue/history.ts';
import { isLasting } from '#lib/server/import/undo.ts';
import type { Repository } from '#lib/server/repository.ts';
import { aside } from '../../importer/aside/aside.server.ts';
import { foundOr404 } from '../../refuse.ts';
import { revisionRow } from '../rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Above it a revision is not read for a page: a national file holds hundreds of thousands of records. */
const MOST_READ = 20_000;
const SHOWN = 200;
const OPERATIONS = ['create', 'update', 'remove'] as const;
const HEADINGS = {
	create: m.history_created_heading,
	update: m.history_updated_heading,
	remove: m.history_removed_heading
} as const;

const isClaim = (change: Change) => change.entity === 'node' && change.label === 'Claim';

/** What a revision did, one list for each operation, the first of each in words. */
async function listed(repository: Repository, number: number) {
	const changes = (await repository.changesOf(number)) ?? [];
	const lists = OPERATIONS.map((op) => ({
		op,
		changes: changes.filter((change) => change.op === op && !isClaim(change))
	}));
	const shown = lists.flatMap((list) => list.changes.slice(0, SHOWN));
	const names = await namesIn(repository, shown);
	return {
		claims: changes.filter(isClaim).length,
		groups: lists
			.filter((list) => list.changes.length > 0)
			.map((list) => ({
				op: list.op,
				heading: HEADINGS[list.op](),
				total: list.changes.length,
				more: Math.max(0, list.changes.length - SHOWN),
				records: list.changes
					.slice(0, SHOWN)
					.map((change) => changedRecord(change, (id) => names.get(id)))
					.filter((record) => record !== undefined)
					.map(({ label, op, ...record }) => ({
						...record,
						href:
							(label && op !== 'remove' ? pageOf({ id: record.id, label }) : undefined) ??
							`/historique?de=${encodeURIComponent(record.id)}`
					}))
			}))
	};
}

const isNumber = /^[1-9]\d{0,8}$/;

export const load: PageServerLoad = async ({ params, locals }) => {
	const { repository } = locals.app.catalogue;
	const asked = isNumber.test(params.number) ? Number(params.number) : 0;
	const revision = foundOr404(
		(await allRevisions(repository)).find(({ number }) => number === asked),
		params.number,
		m.history_unknown
	);
	const { created, updated, removed } = revision;
	const size = created + updated + removed;
	return {
		revision: revisionRow(revision),
		tooMany: size > MOST_READ ? m.history_too_many({ n: written(size) }) : undefined,
		...(size > MOST_READ ? { claims: 0, groups: [] } : await listed(repository, asked)),
		mayUndo: locals.app.mode === 'local' && !isLasting(revision) && revision.undoneBy === undefined
	};
};

export const actions: Actions = {
	annuler: async ({ params, locals }) => {
		if (locals.app.mode !== 'local')
			error(403, { message: m.import_only_local(), remedy: m.import_only_local_remedy() });
		const number = isNumber.test(params.number) ? Number(params.number) : 0;
		const undone = await aside(locals.app, 'undo', {
			revision: number,
			who: locals.app.operator.name ?? m.import_someone()
		});
		if ('refused' in undone) return fail(409, { sentence: undone.refused });
		redirect(303, `/historique?annulee=${number}`);
	}
};

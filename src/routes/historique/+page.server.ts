import { pageOf } from '#lib/explorer/sheets/nodes.ts';
import { changedRecord, type ChangedField } from '#lib/i18n/history-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { allRevisions, namesIn } from '#lib/server/catalogue/history.ts';
import type { Repository } from '#lib/server/repository.ts';
import { pageNumber } from '../page-number.ts';
import { foundOr404 } from '../refuse.ts';
import { revisionRow, type RevisionRow } from './rows.ts';
import type { PageServerLoad } from './$types';

const ROWS = 50;

interface View {
	/** The record whose history it is; absent for that of everything. */
	of: { name: string; href: string | undefined } | undefined;
	rows: (RevisionRow & { fields: ChangedField[] })[];
	page: { current: number; pages: number };
}

/** How one record came to be what it is, newest first; also for what was removed. @throws 404 */
async function ofRecord(repository: Repository, id: string): Promise<View> {
	const entries = await repository.historyOf(id);
	const changes = entries.map(({ change }) => change);
	const names = await namesIn(repository, changes);
	const newest = foundOr404(changes[0], id, m.history_unknown_record);
	const label = names.get(id)?.label;
	const said = (change: (typeof changes)[number]) =>
		changedRecord(change, (each) => names.get(each));
	return {
		of: {
			name: said(newest)?.said ?? id,
			href: label && newest.op !== 'remove' ? pageOf({ id, label }) : undefined
		},
		rows: entries.map(({ revision, change }) => ({
			...revisionRow(revision),
			fields: said(change)?.fields ?? []
		})),
		page: { current: 1, pages: 1 }
	};
}

async function ofAll(repository: Repository, asked: string | null): Promise<View> {
	const all = await allRevisions(repository);
	const pages = Math.ceil(all.length / ROWS);
	const current = pageNumber(asked, pages);
	return {
		of: undefined,
		rows: all
			.slice((current - 1) * ROWS, current * ROWS)
			.map((revision) => ({ ...revisionRow(revision), fields: [] })),
		page: { current, pages }
	};
}

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	const { repository } = locals.app.catalogue;
	const id = searchParams.get('de');
	return {
		...(await (id ? ofRecord(repository, id) : ofAll(repository, searchParams.get('page')))),
		takenBack: Number(searchParams.get('annulee')) || undefined
	};
};

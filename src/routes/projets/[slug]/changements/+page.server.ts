import { error } from '@sveltejs/kit';
import { dateLabel } from '#lib/i18n/labels.ts';
import {
	changeHeading,
	changedTie,
	countsPhrase,
	pictureWords
} from '#lib/i18n/change-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { countChanges, TIE_CHANGES } from '#lib/network/tie-changes.ts';
import { firstYear } from '#lib/network/years.ts';
import { pictureOf } from '#lib/server/catalogue/picture.ts';
import type { PageServerLoad } from './$types';

/** More states of the data than this are not offered; any can be written in the address. */
const MOST_REVISIONS = 50;

/** A year, a day or a revision (« r12 »), as it is written. @throws 400 for anything else */
function asked(params: URLSearchParams, name: 'de' | 'a'): string | undefined {
	const value = params.get(name);
	if (value === null || value === '') return undefined;
	if (pictureOf(value)) return value;
	return error(400, {
		message: m.bad_parameter({ name, value: value.slice(0, 80) }),
		remedy: m.changes_remedy()
	});
}

const isRevision = (value: string | undefined): boolean => value?.startsWith('r') ?? false;

export const load: PageServerLoad = async ({ params, locals, url: { searchParams } }) => {
	const { catalogue } = locals.app;
	const prepared = await catalogue.network({ kind: 'project', id: params.slug });
	const project = prepared?.network.project;
	if (!prepared || !project)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	const { day, edges } = prepared.network;
	const last = Number(day.slice(0, 4));
	const first = Math.max(1900, Math.min(firstYear(edges) ?? last, last));
	const years = Array.from({ length: last - first + 1 }, (_, i) => String(last - i));
	const revisions = await catalogue.repository.revisions({ limit: MOST_REVISIONS });
	// The newest state against the one before; without any before, this year against five years ago.
	const before =
		asked(searchParams, 'de') ??
		(revisions.length > 1 ? `r${revisions[1]?.number}` : String(Math.max(first, last - 5)));
	const after = asked(searchParams, 'a');
	const found = await catalogue.changes(
		params.slug,
		pictureOf(before) ?? {},
		(after === undefined ? undefined : pictureOf(after)) ?? {}
	);
	if (!found) error(404, { message: m.changes_unknown(), remedy: m.changes_remedy() });
	const counts = countsPhrase(countChanges(found.changes));
	const span = {
		before: pictureWords(found.before, isRevision(before)),
		after:
			after === undefined && isRevision(before)
				? m.changes_now()
				: pictureWords(found.after, isRevision(after))
	};
	return {
		project: { id: project.id, name: project.name },
		before,
		after: after ?? '',
		years,
		revisions: revisions.map(({ number, at, why }) => ({
			value: `r${number}`,
			label: m.changes_revision({ number: String(number), date: dateLabel(at.slice(0, 10)), why })
		})),
		sentence: counts ? m.changes_said({ ...span, counts }) : m.changes_none(span),
		groups: TIE_CHANGES.map((kind) => ({
			kind,
			heading: changeHeading(kind),
			ties: found.changes
				.filter((change) => change.kind === kind)
				.map((change) => ({
					id: change.edge.id,
					sentence: changedTie(change),
					/** What left the data has no sheet any more. */
					href:
						kind === 'withdrawn'
							? undefined
							: `/projets/${encodeURIComponent(project.id)}?lien=${encodeURIComponent(change.edge.id)}`
				}))
		})).filter(({ ties }) => ties.length > 0)
	};
};

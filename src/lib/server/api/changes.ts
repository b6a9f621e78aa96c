import { countChanges } from '#lib/network/tie-changes.ts';
import { pictureOf } from '../catalogue/picture.ts';
import type { PictureAsked } from '../catalogue/tie-changes.ts';
import type { Answer, Call } from './endpoint.ts';
import { refOf } from './node-ref.ts';
import { notFound } from './problem.ts';

/** What changed in a project between two years, dates or revisions of the data, tie by tie, in sentences. */
export async function changes(call: Call): Promise<Answer> {
	const { catalogue, id, query, sayChange } = call;
	const picture = (text = ''): PictureAsked => pictureOf(text) ?? {};
	const found = await catalogue.changes(id, picture(query.before), picture(query.after));
	if (!found) throw notFound(id);
	return {
		body: {
			before: found.before,
			after: found.after,
			counts: countChanges(found.changes),
			items: found.changes.map((change) => ({
				kind: change.kind,
				relation: change.edge.id,
				type: change.edge.type,
				family: change.edge.family,
				source: refOf(change.source),
				target: refOf(change.target),
				sentence: sayChange(change)
			}))
		}
	};
}

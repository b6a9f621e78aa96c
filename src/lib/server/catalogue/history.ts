import type { Change, Revision } from '#lib/domain/changes.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import { takenBack } from '../import/undo.ts';
import type { Repository } from '../repository.ts';

export interface NamedNode {
	name: string;
	label: NodeLabel;
}

/** A kept revision, and the one that took it back, when one did and was not itself taken back. */
export interface PastRevision extends Revision {
	undoneBy?: number;
}

const MANY = 1000;

/**
 * Every revision, newest first, each with what became of it. A revision is a short line without its
 * changes; there are as many as times something was written.
 */
export async function allRevisions(repository: Repository): Promise<PastRevision[]> {
	const all: Revision[] = [];
	for (let before: number | undefined; ; before = all.at(-1)?.number) {
		const some = await repository.revisions({ limit: MANY, before });
		all.push(...some);
		if (some.length < MANY) break;
	}
	const undoneBy = takenBack(all);
	return all.map((revision) => {
		const by = undoneBy.get(revision.number);
		return by === undefined ? revision : { ...revision, undoneBy: by };
	});
}

/** What a change holds of the record: after it, or before it was removed. */
const heldBy = (change: Change) => (change.op === 'remove' ? change.before : change.after);

const isNode = (change: Change): change is Change & { entity: 'node'; label: NodeLabel } =>
	change.entity === 'node' && change.label !== 'Claim';

/** Ids a reader needs a name for: the records themselves, the ends of ties, and what properties point at. */
function mentioned(change: Change): string[] {
	if (change.entity === 'relation') {
		const { projectId, resourceId } = heldBy(change);
		return [change.source, change.target, projectId, resourceId].filter(
			(id) => typeof id === 'string'
		);
	}
	return isNode(change) ? [change.id] : [];
}

/** Names of all that these changes are about: as stored now, else as the changes themselves say. */
export async function namesIn(
	repository: Repository,
	changes: readonly Change[]
): Promise<ReadonlyMap<string, NamedNode>> {
	const names = new Map<string, NamedNode>();
	for (const change of changes) {
		const { name } = heldBy(change);
		if (isNode(change) && typeof name === 'string')
			names.set(change.id, { name, label: change.label });
	}
	const ids = [...new Set(changes.flatMap(mentioned))];
	for (const { id, name, label } of await repository.nodes(ids)) names.set(id, { name, label });
	return names;
}

import type { Claim, Relation } from '#lib/domain/entities.ts';
import type { Cited } from '#lib/import/tie-rows.ts';
import type { Ledger } from './ledger.ts';

type Voice = Pick<Claim, 'by' | 'says' | 'how' | 'toCheck'>;

/** Who must have spoken, and how, for a relation to read as our export says it did. */
function voicesOf({ source, target }: Relation, cited: Cited, title: string): Voice[] {
	const says = cited.status === 'ended' ? 'ended' : 'exists';
	if (cited.certainty === 'unsourced') return [{ by: title, says, how: 'stated', toCheck: true }];
	if (cited.certainty === 'inferred') return [{ by: title, says, how: 'inferred' }];
	const stated = (by: string): Voice => ({ by, says, how: 'stated' });
	switch (cited.verdict) {
		case 'said_by_both':
			return [stated(source), stated(target)];
		case 'said_by_source':
			return [stated(source)];
		case 'said_by_target':
			return [stated(target)];
		case 'contradicted':
			return [stated(title), { by: title, says: 'denies', how: 'stated' }];
		default:
			return [stated(title)];
	}
}

/**
 * Of a relation of our own export: a claim for each source it cites, which alone speak for it; the
 * file only carried what they said. True when one of them is new.
 */
export function cite(ledger: Ledger, relation: Relation, cited: Cited): boolean {
	let isNew = false;
	for (const { id, title } of cited.sources) {
		const sourceId = ledger.source(id, title);
		if (sourceId === undefined) continue;
		const short = sourceId.replace(/^src-/, '');
		// An end date says that it ended: a claim would say it twice.
		const voices = voicesOf(
			relation,
			relation.until === undefined ? cited : { ...cited, status: undefined },
			title
		);
		voices.forEach((voice, i) => {
			const claimId = `claim-${relation.id}-${short}${i === 0 ? '' : `-${i + 1}`}`;
			if (ledger.state({ id: claimId, aboutId: relation.id, sourceId, ...voice })) isNew = true;
		});
	}
	return isNew;
}

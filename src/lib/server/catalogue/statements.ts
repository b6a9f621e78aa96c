import { randomUUID } from 'node:crypto';
import {
	isolationClaim,
	statementsIn,
	type IsolationStatement
} from '#lib/domain/isolation-statements.ts';
import { createClaim, removeClaim } from '../changes/codecs.ts';
import type { Repository } from '../repository.ts';
import { writtenOn, type Written } from './written.ts';

type Said = Pick<IsolationStatement, 'says' | 'by' | 'reason' | 'projectId'> & { actorId: string };

/**
 * Keeps somebody's word that a structure stands apart, or that this is wrong: everywhere, or in one
 * project. Words stand side by side; the same word of the same person is kept once. False when there is
 * no such structure or project.
 */
export async function stateIsolation(
	repository: Repository,
	{ actorId, says, by, reason, projectId }: Said,
	written: Written
): Promise<boolean> {
	const nodes = await repository.nodes([actorId, ...(projectId === undefined ? [] : [projectId])]);
	const [actor, project] = nodes;
	if (actor?.id !== actorId || actor.label !== 'Actor') return false;
	if (projectId !== undefined && project?.label !== 'HealthProject') return false;
	const known = statementsIn(await repository.claimsAbout([actorId]));
	const isKnown = known.some(
		(each) =>
			each.says === says && each.by === by && each.reason === reason && each.projectId === projectId
	);
	if (isKnown) return true;
	const on = written.at.slice(0, 10);
	const claim = isolationClaim(actorId, {
		...{ says, by, reason, projectId, on, token: randomUUID() }
	});
	await repository.apply(writtenOn(written, [createClaim(claim)]));
	return true;
}

/** Takes such a word back. False when this structure has no such word about it. */
export async function withdrawStatement(
	repository: Repository,
	{ actorId, claimId }: { actorId: string; claimId: string },
	written: Written
): Promise<boolean> {
	const claims = await repository.claimsAbout([actorId]);
	if (!statementsIn(claims).some((each) => each.claimId === claimId)) return false;
	const changes = claims.filter(({ id }) => id === claimId).map(removeClaim);
	await repository.apply(writtenOn(written, changes));
	return true;
}

import { randomUUID } from 'node:crypto';
import { refusalClaims, refusalsIn, sidesOf } from '#lib/domain/partner-refusals.ts';
import { createClaim, removeClaim } from '../changes/codecs.ts';
import type { Repository } from '../repository.ts';
import { writtenOn, type Written } from './written.ts';

/**
 * Sets a suggested partner aside, with the reason. Nothing is written twice: a partner already set aside
 * stays so with the first reason. False when one of the two is not an organisation.
 */
export async function refusePartner(
	repository: Repository,
	{ actorId, partnerId, reason }: { actorId: string; partnerId: string; reason: string },
	written: Written
): Promise<boolean> {
	const nodes = await repository.nodes([actorId, partnerId]);
	const known = nodes.filter(({ label }) => label === 'Actor' || label === 'Funder');
	if (actorId === partnerId || known.length !== 2) return false;
	const said = refusalsIn(await repository.claimsAbout([actorId]));
	if (said.some((refusal) => refusal.partnerId === partnerId)) return true;
	const claims = refusalClaims(actorId, partnerId, {
		...{ by: written.who, reason, on: written.at.slice(0, 10), token: randomUUID() }
	});
	await repository.apply(writtenOn(written, claims.map(createClaim)));
	return true;
}

/** Takes a refusal back, from both sides. False when there is no such refusal of this structure. */
export async function restorePartner(
	repository: Repository,
	{ actorId, claimId }: { actorId: string; claimId: string },
	written: Written
): Promise<boolean> {
	const own = await repository.claimsAbout([actorId]);
	const refusal = refusalsIn(own).find((each) => each.claimId === claimId);
	if (!refusal) return false;
	const sides = new Set(sidesOf(claimId));
	const both = [...own, ...(await repository.claimsAbout([refusal.partnerId]))];
	const changes = both.filter(({ id }) => sides.has(id)).map(removeClaim);
	await repository.apply(writtenOn(written, changes));
	return true;
}

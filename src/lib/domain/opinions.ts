import type { Claim } from './entities.ts';
import { isAboutIsolation } from './isolation-statements.ts';
import { isRefusal } from './partner-refusals.ts';

/**
 * Claims that judge where a structure stands or whom it might meet: they say nothing of what it is, prove
 * nothing on its sheet, and make nobody known who is in a register alone.
 */
export const isOpinion = (claim: Pick<Claim, 'property'>): boolean =>
	isAboutIsolation(claim) || isRefusal(claim);

import type { Claim } from './entities.ts';

/**
 * Registers that list structures without saying whom they work with, as the `by` of their claims. Who is
 * known from a register alone is in no list, network or count unless asked for.
 */
export const REGISTERS: ReadonlySet<string> = new Set(['FINESS']);

/** True when the claims are all a register's, and there is one. */
export const isRegisterOnly = (claims: readonly Pick<Claim, 'by'>[]): boolean =>
	claims.length > 0 && claims.every(({ by }) => REGISTERS.has(by));

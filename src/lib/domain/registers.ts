import type { Claim } from './entities.ts';
import { foldText } from './text.ts';

/**
 * Registers that list structures without saying whom they work with, as the `by` of their claims. Who is
 * known from a register alone is in no list, network or count unless asked for.
 */
export const REGISTERS: ReadonlySet<string> = new Set(['FINESS']);

/** A register by its own name, however it is written; any other publisher as it is. */
export const publisherNamed = (name: string): string =>
	[...REGISTERS].find((register) => foldText(register) === foldText(name)) ?? name;

/** True when the claims are all a register's, and there is one. */
export const isRegisterOnly = (claims: readonly Pick<Claim, 'by'>[]): boolean =>
	claims.length > 0 && claims.every(({ by }) => REGISTERS.has(by));

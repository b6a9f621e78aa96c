import pino from 'pino';
import type { LogLevel } from './config.ts';
import { DatabaseUnavailableError } from './errors.ts';

export type Log = pino.Logger;

/** JSON lines on the error output: what people read on the terminal stays on the other. */
export const createLog = (level: LogLevel): Log =>
	pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** Notes a failure once, in the length it deserves: a database that is away needs no stack. */
export function logFailure(log: Log, error: unknown, about: Record<string, unknown> = {}): void {
	if (error instanceof DatabaseUnavailableError) {
		const { reason, where } = error;
		log.warn({ ...about, reason, where }, 'database unavailable');
	} else log.error({ ...about, err: error });
}

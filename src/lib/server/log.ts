import pino from 'pino';
import type { LogLevel } from './config.ts';

export type Log = pino.Logger;

/** JSON lines on the error output: what people read on the terminal stays on the other. */
export const createLog = (level: LogLevel): Log =>
	pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

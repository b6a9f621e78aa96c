import { DatabaseUnavailableError, DatabaseUnusableError } from '../errors.ts';
import type { Failure } from './questions.ts';

/** What is left of an error once it has crossed between threads. */
export function failureOf(error: unknown): Failure {
	if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
	const { name, message, stack } = error;
	const isOurs =
		error instanceof DatabaseUnavailableError || error instanceof DatabaseUnusableError;
	return { name, message, stack, ...(isOurs ? { reason: error.reason, where: error.where } : {}) };
}

const UNAVAILABLE = [
	'unreachable',
	'locked',
	'credentials',
	'folder',
	'full',
	'preparing'
] as const satisfies readonly DatabaseUnavailableError['reason'][];
const UNUSABLE = [
	'damaged',
	'newer',
	'not_ours'
] as const satisfies readonly DatabaseUnusableError['reason'][];

/** The error again, of the class the port promises when it was one of its own. */
export function errorOf({ name, message, stack, reason, where = '' }: Failure): Error {
	const unavailable = UNAVAILABLE.find((each) => each === reason);
	const unusable = UNUSABLE.find((each) => each === reason);
	const error =
		name === 'DatabaseUnavailableError' && unavailable
			? new DatabaseUnavailableError(unavailable, where)
			: name === 'DatabaseUnusableError' && unusable
				? new DatabaseUnusableError(unusable, where)
				: new Error(message);
	if (stack !== undefined) error.stack = stack;
	return error;
}

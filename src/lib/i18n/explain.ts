import { m } from './paraglide/messages.js';

export interface Explanation {
	status: number;
	message: string;
	/** Heading of the page, where the status alone does not give it. */
	title?: string;
	remedy: string;
	/** Seconds after which it is worth trying again. */
	retryAfter?: number;
}

/** True while an empty database gets its first data: not a failure, and soon over. */
export const isPreparing = (error: unknown): boolean =>
	error instanceof Error &&
	error.name === 'DatabaseUnavailableError' &&
	'reason' in error &&
	error.reason === 'preparing';

/** What a reader is told of an error: its nature and the remedy, never its insides. */
export function explain(error: unknown, status = 500): Explanation {
	const name = error instanceof Error ? error.name : '';
	if (isPreparing(error))
		return {
			status: 503,
			title: m.errors_preparing_title(),
			message: m.errors_preparing(),
			remedy: m.errors_preparing_remedy(),
			retryAfter: 5
		};
	if (name === 'DatabaseUnavailableError' || name === 'DatabaseUnusableError')
		return {
			status: 503,
			message: m.errors_unavailable(),
			remedy: m.errors_unavailable_remedy(),
			retryAfter: 5
		};
	if (name === 'ConflictError')
		return { status: 409, message: m.errors_conflict(), remedy: m.errors_conflict_remedy() };
	if (name === 'InvalidChangeError')
		return { status: 422, message: m.errors_invalid_change(), remedy: m.errors_conflict_remedy() };
	if (status === 404)
		return {
			status,
			message: m.errors_not_found_page(),
			remedy: m.errors_not_found_page_remedy()
		};
	return { status, message: m.errors_unexpected(), remedy: m.errors_unexpected_remedy() };
}

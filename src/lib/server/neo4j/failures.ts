import neo4j from 'neo4j-driver';
import { DatabaseUnavailableError } from '../errors.ts';

const { SERVICE_UNAVAILABLE, SESSION_EXPIRED } = neo4j.error;

function reasonOf(code: string): DatabaseUnavailableError['reason'] | undefined {
	if (code === SERVICE_UNAVAILABLE || code === SESSION_EXPIRED) return 'unreachable';
	if (code.startsWith('Neo.ClientError.Security.')) return 'credentials';
	if (/Lock|Deadlock|TransactionTimedOut/.test(code)) return 'locked';
	// What the server itself calls passing: starting up, out of memory, no leader, no such database yet.
	if (
		code.startsWith('Neo.TransientError.') ||
		code === 'Neo.ClientError.Database.DatabaseNotFound'
	)
		return 'unreachable';
	return undefined;
}

/** An error of the driver in the port's words; any other error as it is. */
export function translate(error: unknown, where: string): unknown {
	if (!(error instanceof neo4j.Neo4jError)) return error;
	const reason =
		reasonOf(error.code) ??
		// An acquisition that timed out, and a driver closed under a request, carry no code.
		(error.code === 'N/A' && /timed out|closed|acquisition/i.test(error.message)
			? 'unreachable'
			: undefined);
	return reason === undefined
		? error
		: new DatabaseUnavailableError(reason, where, { cause: error });
}

import neo4j from 'neo4j-driver';
import type { TestTarget } from './global-setup.ts';

/** What a repository needs to open the target; servers under load may answer late. */
export const connectionTo = ({ uri, user, password }: TestTarget) => ({
	uri,
	user,
	password,
	timeoutMs: 30_000
});

type Rows = Record<string, unknown>[];

/** Runs a statement on a server by another way than ours. */
export async function execute(target: TestTarget, statement: string): Promise<Rows> {
	const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
	const session = driver.session();
	try {
		const { records } = await session.run(statement);
		return records.map((record) => record.toObject());
	} finally {
		await session.close();
		await driver.close();
	}
}

const remove = (what: string): string =>
	`MATCH (n) WHERE ${what} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS FINISH`;

/** Removes all data, a batch at a time; constraints and indexes stay. */
export const emptied = (target: TestTarget): Promise<Rows> => execute(target, remove('true'));

/** As `emptied`, but a database that was migrated stays so: doing it again costs a second each time. */
export async function reset(target: TestTarget): Promise<void> {
	await execute(target, remove('NOT n:Maillage'));
	await execute(target, 'MATCH (m:Maillage) SET m.revision = 0');
}

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

/** Asks a server by another way than ours. */
export interface Direct {
	execute(statement: string): Promise<Rows>;
	close(): Promise<void>;
}

export function openDirect(target: TestTarget): Direct {
	const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
	return {
		async execute(statement) {
			const session = driver.session();
			try {
				const { records } = await session.run(statement);
				return records.map((record) => record.toObject());
			} finally {
				await session.close();
			}
		},
		close: () => driver.close()
	};
}

/** One statement, by a connection of its own. */
export async function execute(target: TestTarget, statement: string): Promise<Rows> {
	const direct = openDirect(target);
	try {
		return await direct.execute(statement);
	} finally {
		await direct.close();
	}
}

const remove = (what: string): string =>
	`MATCH (n) WHERE ${what} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS FINISH`;

/** Removes all data, a batch at a time; constraints and indexes stay. */
export const emptied = (target: TestTarget): Promise<Rows> => execute(target, remove('true'));

/** As `emptied`, but a database that was migrated stays so: doing it again costs a second each time. */
export async function reset({ execute }: Direct): Promise<void> {
	await execute(remove('NOT n:Maillage'));
	await execute('MATCH (m:Maillage) SET m.revision = 0');
}

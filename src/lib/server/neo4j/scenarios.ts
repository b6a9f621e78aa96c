import neo4j from 'neo4j-driver';
import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import { scopeKey } from '#lib/domain/scope.ts';
import { compareIds } from '../changes/values.ts';
import type { StoredScenario } from '../repository.ts';
import { checkVersion, ofRow, toRow } from '../changes/scenario-rows.ts';
import type { Connection, Query, Row } from './connection.ts';
import { numberOf, textOf } from './rows.ts';
import { lockForWriting } from './schema.ts';

const COLUMNS = 's.id AS id, s.version AS version, s.body AS body';

const toScenario = (row: Row): StoredScenario =>
	ofRow({ id: textOf(row, 'id'), version: numberOf(row, 'version'), body: textOf(row, 'body') });

export async function readScenarios(query: Query, base?: Base): Promise<StoredScenario[]> {
	const rows = base
		? await query(`MATCH (s:Scenario {base: $base}) RETURN ${COLUMNS}`, { base: scopeKey(base) })
		: await query(`MATCH (s:Scenario) RETURN ${COLUMNS}`);
	return rows.map(toScenario).sort((a, b) => compareIds(a.scenario.id, b.scenario.id));
}

export async function readScenario(query: Query, id: string): Promise<StoredScenario | undefined> {
	const [row] = await query(`MATCH (s:Scenario {id: $id}) RETURN ${COLUMNS}`, { id });
	return row && toScenario(row);
}

export function writeScenario(
	connection: Connection,
	scenario: Scenario,
	expected: number
): Promise<number> {
	const { id, version, ...row } = toRow(scenario, expected + 1);
	return connection.write(async ({ query, lock }) => {
		await lockForWriting(lock, connection.where);
		const [found] = await query('MATCH (s:Scenario {id: $id}) RETURN s.version AS version', { id });
		checkVersion(id, expected, found ? numberOf(found, 'version') : 0);
		await query('MERGE (s:Scenario {id: $id}) SET s = $row', {
			id,
			row: { ...row, id, version: neo4j.int(version) }
		});
		return version;
	});
}

import type { Base, Scenario } from '#lib/domain/scenario/scenario.ts';
import { scopeKey } from '#lib/domain/scope.ts';
import type { StoredScenario } from '../repository.ts';
import { checkVersion, ofRow, toRow } from '../changes/scenario-rows.ts';
import type { Connection, Row } from './connection.ts';

const toScenario = ([id, version, body]: Row): StoredScenario =>
	ofRow({ id: String(id), version: Number(version), body: String(body) });

const OF_BASE = 'SELECT id, version, body FROM scenario WHERE base = ? ORDER BY id';
const ALL = 'SELECT id, version, body FROM scenario ORDER BY id';

export const listScenarios = (connection: Connection, base?: Base): StoredScenario[] =>
	(base ? connection.rows(OF_BASE, scopeKey(base)) : connection.rows(ALL)).map(toScenario);

export function readScenario(connection: Connection, id: string): StoredScenario | undefined {
	const [row] = connection.rows('SELECT id, version, body FROM scenario WHERE id = ?', id);
	return row && toScenario(row);
}

export const SAVE_SCENARIO =
	'INSERT OR REPLACE INTO scenario (id, base, version, body) VALUES (?, ?, ?, ?)';

export async function writeScenario(
	connection: Connection,
	scenario: Scenario,
	expected: number
): Promise<number> {
	const { id, base, version, body } = toRow(scenario, expected + 1);
	await connection.write(() => {
		const [row] = connection.rows('SELECT version FROM scenario WHERE id = ?', id);
		checkVersion(id, expected, Number(row?.[0] ?? 0));
		connection.run(SAVE_SCENARIO, id, base, version, body);
	});
	return version;
}

import { scopeKey } from '#lib/domain/scope.ts';
import type { Scenario } from '#lib/domain/scenario/scenario.ts';
import { parseScenario } from '#lib/domain/scenario/schema.ts';
import { ConflictError, DatabaseUnusableError, InvalidChangeError } from '../errors.ts';
import type { StoredScenario } from '../repository.ts';

/** A scenario as both databases keep it: what is looked for, and the whole as JSON. */
export interface ScenarioRow {
	id: string;
	/** Key of its base, see `scopeKey`. */
	base: string;
	version: number;
	body: string;
}

/** @throws InvalidChangeError when it is not a scenario as the domain describes it */
export function toRow(scenario: Scenario, version: number): ScenarioRow {
	const parsed = parseScenario(scenario);
	if (!parsed.ok)
		throw new InvalidChangeError(parsed.problems.map((each) => ({ ...each, id: scenario.id })));
	const { id, base } = parsed.value;
	return { id, base: scopeKey(base), version, body: JSON.stringify(parsed.value) };
}

/** @throws DatabaseUnusableError when what is kept is no scenario */
export function ofRow({ id, version, body }: Omit<ScenarioRow, 'base'>): StoredScenario {
	const parsed = parseScenario(JSON.parse(body));
	if (!parsed.ok) throw new DatabaseUnusableError('damaged', id);
	return { scenario: parsed.value, version };
}

/** @throws ConflictError when another window wrote since `expected` was read */
export function checkVersion(id: string, expected: number, found: number): void {
	if (expected !== found) throw new ConflictError([{ id, field: 'version', expected, found }]);
}

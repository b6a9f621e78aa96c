import { inject, test } from 'vitest';
import { connectionTo, reset } from '../../../../tests/neo4j/database.ts';
import { describeRepository } from '../contract/suite.ts';
import { openNeo4jRepository } from './index.ts';

const targets = inject('neo4j');
if (targets.length === 0) test.skip('Neo4j: no server could be started');

for (const target of targets) {
	describeRepository(`Neo4j ${target.name}`, async () => {
		await reset(target);
		return openNeo4jRepository(connectionTo(target));
	});
}

import { inject, test } from 'vitest';
import { describeTarget } from '../contract/neo4j-target.ts';

const [target] = inject('neo4j');
if (target) describeTarget(target);
else test.skip('Neo4j: no server could be started');

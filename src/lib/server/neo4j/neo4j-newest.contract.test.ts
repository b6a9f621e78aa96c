import { expect, inject, test } from 'vitest';
import { describeTarget } from '../contract/neo4j-target.ts';

// In a file of its own, so that it runs beside the other one.
const [, target] = inject('neo4j');
if (target) describeTarget(target);
else
	test('no second server: what could not be started is named by the setup', () => {
		expect(inject('neo4j').length).toBeLessThan(2);
	});

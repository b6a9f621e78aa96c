import { expect, it } from 'vitest';
import { reset, type Direct } from '../../../../tests/neo4j/database.ts';
import { toCypher } from '#lib/export/cypher.ts';
import { SAMPLE } from '#lib/export/sample.ts';

/** Holds the Cypher we write to a server that is not ours: run there, it makes the network anew. */
export function describeCypherFile(direct: Direct): void {
	it('the Cypher file makes the network anew, and nothing more when run twice', async () => {
		await reset(direct);
		const statements = toCypher(SAMPLE)
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('//'));
		for (const statement of [...statements, ...statements]) await direct.execute(statement);
		const nodes = await direct.execute(
			'MATCH (n) WHERE NOT n:Maillage RETURN n.id AS id, labels(n) AS labels, n.name AS name ORDER BY id'
		);
		expect(nodes).toEqual(
			SAMPLE.nodes.map(({ id, label, name }) => ({ id, labels: [label], name }))
		);
		const edges = await direct.execute(
			`MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target,
			r.amountEur AS amountEur, r.detail AS detail ORDER BY id`
		);
		expect(edges).toEqual(
			SAMPLE.edges.map(({ id, type, source, target: to, amountEur = null, detail = null }) => ({
				id,
				type,
				source,
				target: to,
				amountEur,
				detail
			}))
		);
		await reset(direct);
	});
}

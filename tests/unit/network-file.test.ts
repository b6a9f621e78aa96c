import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '../bench/link-prediction.ts';
import { readNetwork } from '../bench/network-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'maillage-networks-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, text: string | Uint8Array) {
	const file = join(folder, name);
	writeFileSync(file, text);
	return readNetwork(file);
}
const pairsIn = ({ edges }: Awaited<ReturnType<typeof readNetwork>>) =>
	edges.map(({ source, target }) => [source, target]);

describe('any file of a network', () => {
	it('is a list of ties, each once, none of a node with itself', async () => {
		const asked = [
			['a', 'b'],
			['b', 'c']
		];
		expect(pairsIn(await read('blanks.txt', '# a network\na b\nb a\nc b 3\na a\n'))).toEqual(asked);
		expect(pairsIn(await read('commas.csv', 'weight,source,target\n1,a,b\n2,c,b\n'))).toEqual(
			asked
		);
		expect(pairsIn(await read('bare.csv', 'a;b\nc;b\n'))).toEqual(asked);
		expect(pairsIn(await read('packed.csv.gz', gzipSync('from,to\na,b\nb,c\n')))).toEqual(asked);
		const json =
			'{"nodes":[{"id":"a"},{"id":"b"},{"id":"c"}],"links":[{"source":"a","target":"b"},{"source":"b","target":"c"}]}';
		expect(pairsIn(await read('links.json', json))).toEqual(asked);
	});

	it('has its kinds and places where there are any', async () => {
		const gml = await read(
			'net.gml',
			'Creator "x"\ngraph\n[\n directed 0\n node\n [\n id 0\n agency 2\n ]\n node\n [\n id 1\n agency 2\n ]\n node\n [\n id 2\n agency 5\n ]\n node\n [\n id 3\n agency 5\n ]\n edge\n [\n source 0\n target 1\n ]\n]\n'
		);
		expect(gml.nodes.map(({ id, kind }) => [id, kind])).toEqual([
			['0', '2'],
			['1', '2'],
			['2', '5'],
			['3', '5']
		]);
		writeFileSync(
			join(folder, 'x_nodes.csv'),
			'id,type,commune,lat,lon\na,msp,Lens,50.4,2.8\nb,cpts,Lens,,\nc,msp,Arras,50.3,2.8\nd,cpts,,,\n'
		);
		const { nodes } = await read('x_edges.csv', 'source,target\na,b\n');
		expect(nodes[0]).toMatchObject({ id: 'a', kind: 'msp', commune: 'Lens', lat: 50.4 });
		expect(nodes.map(({ kind }) => kind)).toEqual(['msp', 'cpts', 'msp', 'cpts']);
	});

	it('is evaluated without kinds, places or projects, in finite figures', async () => {
		const ring = Array.from({ length: 30 }, (_, i) => [
			`${i} ${(i + 1) % 30}`,
			`${i} ${(i + 2) % 30}`
		]).flat();
		const { methods } = evaluate(await read('ring.txt', ring.join('\n')), 2);
		for (const { hits, mrr, auc } of Object.values(methods))
			for (const { value, margin } of [hits, mrr, auc]) {
				expect(value).toBeGreaterThanOrEqual(0);
				expect(margin).toBeGreaterThanOrEqual(0);
			}
		expect(methods['ours']?.hits.value).toBeGreaterThan(Number(methods['random']?.hits.value));
		const { compared } = evaluate(await read('pair.txt', 'a b\n'), 2);
		expect(compared?.hits.ours.value ?? 0).toBeGreaterThanOrEqual(0);
	});
});

import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SAMPLE } from '#lib/export/sample.ts';
import { toGexf } from '#lib/export/gexf.ts';
import { toGraphml } from '#lib/export/graphml.ts';
import { toJson } from '#lib/export/json.ts';
import { FileRefusedError } from '../problem.ts';
import { readTies } from '../tie-rows.ts';
import { understand } from '../understand.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function refusal(text: string | Uint8Array) {
	try {
		await understand(typeof text === 'string' ? bytes(text) : text);
	} catch (error) {
		if (error instanceof FileRefusedError) return { code: error.code, ...error.params };
		throw error;
	}
	return undefined;
}

const gexf = (inside: string) => `<?xml version="1.0"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>
${inside}
</graph></gexf>`;
const graphml = (inside: string) => `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${inside}
</graphml>`;

describe('GEXF', () => {
	it('gives values by the title of their attribute, defaults where there is none, and lines', async () => {
		const table = await understand(
			bytes(
				gexf(`<attributes class="node"><attribute id="7" title="Commune" type="string"><default>Lens</default></attribute></attributes>
<nodes>
<node id="n1" label="A &amp; B"><attvalues><attvalue for="7" value="Arras"/></attvalues></node>
<node id="n2" label="C"/>
</nodes>
<edges><edge source="n1" target="n2" label="partenariat"/></edges>`)
			)
		);
		expect(table).toMatchObject({ format: 'gexf', table: 'structures', headerLine: 0 });
		expect(table.rows).toEqual([
			{ line: 5, cells: ['n1', 'A & B', 'Arras'] },
			{ line: 6, cells: ['n2', 'C', 'Lens'] }
		]);
		expect(table.columns.map(({ field }) => field)).toEqual(['id', 'name', 'commune']);
		expect(table.ties?.rows).toEqual([{ line: 8, cells: ['', 'n1', 'n2', 'partenariat'] }]);
		expect(table.ties && [...readTies(table.ties, {})]).toMatchObject([
			{ type: 'COOPERATES_WITH' }
		]);
	});

	it('refuses what is inside itself and values of attributes nobody declared', async () => {
		const loop = gexf('<nodes><node id="a" pid="b"/><node id="b" pid="a"/></nodes>');
		expect(await refusal(loop)).toMatchObject({ code: 'cyclic_reference', value: 'a' });
		const stray = gexf(
			'<nodes><node id="a"><attvalues>\n<attvalue for="9" value="x"/></attvalues></node></nodes>'
		);
		expect(await refusal(stray)).toEqual({ code: 'undeclared_attribute', line: 4, value: '9' });
	});
});

describe('GraphML', () => {
	it('reads nested graphs, and names that yEd keeps among the drawing', async () => {
		const table = await understand(
			bytes(
				graphml(`<key id="d0" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="directed"><node id="n0"><data key="d0"><y:ShapeNode xmlns:y="y"><y:NodeLabel>Maison  de santé</y:NodeLabel></y:ShapeNode></data>
<graph><node id="n0::n1"><data key="d0"/></node></graph></node>
<edge source="n0" target="n0::n1"/></graph>`)
			)
		);
		expect(table.rows).toHaveLength(2);
		const label = table.columns.findIndex(({ header }) => header === 'label');
		expect(table.rows[0]?.cells[label]).toBe('Maison  de santé');
		expect(table.ties?.rows).toHaveLength(1);
	});

	it('refuses ties with more than two ends', async () => {
		expect(
			await refusal(
				graphml('<graph><node id="a"/>\n<hyperedge><endpoint node="a"/></hyperedge></graph>')
			)
		).toEqual({ code: 'hyperedge', line: 4 });
	});
});

describe('XML', () => {
	const lol = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
<gexf><graph><nodes><node id="a" label="&lol2;"/></nodes></graph></gexf>`;
	const outside = `<!DOCTYPE graphml SYSTEM "file:///etc/passwd">\n<graphml><graph/></graphml>`;
	it.each([
		['entities that grow', lol, { code: 'xml_doctype', line: 2 }],
		['entities from elsewhere', outside, { code: 'xml_doctype', line: 1 }],
		[
			'entities it does not declare',
			gexf('<nodes><node id="a" label="&lol;"/></nodes>'),
			{ code: 'bad_xml', line: 3 }
		],
		['a tag left open', gexf('<nodes><node id="a"></nodes>'), { code: 'bad_xml', line: 3 }],
		['an end that is missing', gexf('<nodes/>').slice(0, -8), { code: 'bad_xml', line: 4 }],
		['nesting without end', gexf('<nodes>'.repeat(200)), { code: 'too_deep', line: 3, most: 100 }],
		['a web page', '<!DOCTYPE html><html><body>404</body></html>', { code: 'web_page' }],
		['something else', '<?xml version="1.0"?><kml><Placemark/></kml>', { code: 'not_a_graph' }],
		['a network without nodes', gexf('<nodes/>'), { code: 'no_nodes' }]
	])('%s is refused, with its place', async (_what, text, expected) => {
		expect(await refusal(text)).toEqual(expected);
	});
});

describe('JSON', () => {
	it('tells the line on which each item begins', async () => {
		const table = await understand(
			bytes(
				'{"elements": [\n{"_id": "a", "label": "A", "tags": ["x", "y"]},\n{"_id": "b",\n"label": "B"}],\n"connections": [\n{"from": "a", "to": "b", "label": "oriente vers"}]}'
			)
		);
		expect(table.format).toBe('kumu');
		expect(table.rows.map(({ line }) => line)).toEqual([2, 3]);
		expect(table.ties && [...readTies(table.ties, {})]).toMatchObject([
			{ line: 6, type: 'REFERS_TO' }
		]);
	});
	it.each([
		['cut short', '{"nodes": [\n{"id": "a"', { code: 'broken_json', line: 2 }],
		['no network', '{"a": [1, 2]}', { code: 'not_a_graph' }],
		['lists of something else', '{"nodes": ["a"], "edges": []}', { code: 'not_a_graph' }]
	])('%s is refused', async (_what, text, expected) => {
		expect(await refusal(text)).toEqual(expected);
	});
});

describe('gzip', () => {
	it('is unpacked, up to a bound', async () => {
		const packed = gzipSync(bytes('nom;type\nA;association\n'));
		expect((await understand(packed)).rows).toHaveLength(1);
		expect(await refusal(packed.slice(0, -9))).toEqual({ code: 'damaged_gzip' });
		const bomb = gzipSync(new Uint8Array(80 * 1024 * 1024));
		expect(bomb.length).toBeLessThan(200_000);
		expect(await refusal(bomb)).toEqual({ code: 'unpacks_too_large', most: 64 });
	});
});

it('two lists are joined, whichever comes first; two of a kind are not', async () => {
	const nodes = bytes('id,name,kind\nn1,A,association\nn2,B,association\n');
	const edges = bytes('source,target,type\nn1,n2,partenariat\n');
	for (const [one, other] of [
		[nodes, edges],
		[edges, nodes]
	] as const) {
		const table = await understand(one, {}, other);
		expect([table.rows.length, table.ties?.rows.length]).toEqual([2, 1]);
	}
	await expect(understand(nodes, {}, nodes)).rejects.toMatchObject({ code: 'not_two_lists' });
});

it.each([
	['GEXF', toGexf(SAMPLE)],
	['GraphML', toGraphml(SAMPLE)],
	['JSON', toJson(SAMPLE)]
])('our own %s is known as ours, every name exact', async (_format, text) => {
	const table = await understand(bytes(text));
	expect(table.ours).toBe(true);
	const at = table.columns.findIndex(({ field }) => field === 'name');
	expect(table.rows.map(({ cells }) => cells[at])).toEqual(
		SAMPLE.nodes.map(({ name }) => name.trim())
	);
	expect(table.ties?.rows).toHaveLength(SAMPLE.edges.length);
});

// A fixed budget: four hundred files broken in one to three places.
it('any damage to a file gives a network or a refusal, never anything else', async () => {
	const whole = [toGexf(SAMPLE), toGraphml(SAMPLE), toJson(SAMPLE)];
	const damage = fc.tuple(
		fc.nat(2),
		fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 8 })), {
			minLength: 1,
			maxLength: 3
		})
	);
	let [read, refused] = [0, 0];
	await fc.assert(
		fc.asyncProperty(damage, async ([which, cuts]) => {
			let text = whole[which] ?? '';
			for (const [at, length, inserted] of cuts) {
				const from = at % text.length;
				text = `${text.slice(0, from)}${inserted}${text.slice(from + length)}`;
			}
			if (await refusal(text)) refused++;
			else read++;
		}),
		{ numRuns: 400, seed: 20261123 }
	);
	expect(read).toBeGreaterThan(10);
	expect(refused).toBeGreaterThan(10);
}, 120_000);

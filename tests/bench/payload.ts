// The size of the compact payload of the national FINESS file: 84,881 nodes and 130,138 edges, names
// included. The file has no layout of ours: positions are drawn at random, which compresses worst.
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { encodePayload } from '#lib/network/payload.ts';
import type { NetworkEdge, NetworkNode, Position } from '#lib/network/model.ts';
import { compress } from '#lib/server/http/compress.ts';
import { seededRandom } from '#lib/network/random.ts';
import { report } from './timing.ts';

const LIMIT_MB = 2;
const what = 'national file, compact payload compressed';
const file = (part: string): string => `../shared/data/reseaux/finess2021_national_${part}.csv.gz`;

/** Rows of a `;` file with a header, as arrays. */
async function* rows(path: string): AsyncGenerator<string[]> {
	const parser = createReadStream(path)
		.pipe(createGunzip())
		.pipe(parse({ delimiter: ';', from_line: 2, quote: '"', relax_quotes: true }));
	for await (const row of parser) yield row as string[];
}

async function national(): Promise<{ nodes: NetworkNode[]; edges: NetworkEdge[] }> {
	const nodes: NetworkNode[] = [];
	for await (const [id = '', , name = '', , , departement = '', lat, lon] of rows(file('nodes'))) {
		nodes.push({
			id: id.toLowerCase(),
			label: 'Actor',
			kind: id.startsWith('ET') ? 'etablissement_medico_social' : 'association',
			name,
			group: id.startsWith('ET') ? 'hospital' : 'civil_society',
			member: true,
			...(departement ? { departement } : {}),
			...(lat && lon ? { lat: Number(lat), lon: Number(lon) } : {})
		});
	}
	nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
	const edges: NetworkEdge[] = [];
	for await (const [source = '', target = '', type] of rows(file('edges')))
		edges.push({
			id: `rel-${String(edges.length + 1).padStart(6, '0')}`,
			type: type === 'GERE_PAR' ? 'MANAGES' : 'MEMBER_OF',
			family: 'governance',
			source: source.toLowerCase(),
			target: target.toLowerCase(),
			horizontal: false,
			status: 'current',
			certainty: 'sourced',
			verdict: 'said_by_third_party',
			sources: ['src-finess-2021']
		});
	return { nodes, edges };
}

if (!existsSync(file('nodes'))) {
	report([{ what, measured: null, unit: 'MB', note: `${file('nodes')} is not there` }]);
	process.exit(process.env['CI'] ? 1 : 0);
}
const { nodes, edges } = await national();
const random = seededRandom(1);
const side = Math.sqrt(nodes.length) * 2;
const positions = new Map<string, Position>(
	nodes.map(({ id }) => [id, { x: random.next() * side, y: random.next() * side, zone: 'network' }])
);
const text = encodePayload(
	{
		network: {
			scope: { kind: 'all' },
			day: '2026-01-01',
			revision: 1,
			nodes,
			edges,
			documented: true
		},
		isolated: [],
		layout: {
			version: 1,
			positions,
			bounds: { minX: 0, minY: 0, maxX: side, maxY: side },
			hulls: []
		}
	},
	{ fictional: false }
);
const bytes = new TextEncoder().encode(text);
const sizes = await Promise.all(
	(['br', 'gzip'] as const).map(async (encoding) => (await compress(bytes, encoding)).byteLength)
);
const [brotli = Number.NaN, gzip = Number.NaN] = sizes.map((size) => size / 1e6);
report([
	{
		what: `${what} (brotli)`,
		measured: brotli,
		unit: 'MB',
		atMost: LIMIT_MB,
		note: `${nodes.length} nodes, ${edges.length} edges, ${(bytes.length / 1e6).toFixed(1)} MB plain`
	},
	{ what: `${what} (gzip)`, measured: gzip, unit: 'MB', atMost: LIMIT_MB }
]);

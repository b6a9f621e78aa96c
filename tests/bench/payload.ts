// The size of the compact payload of the national FINESS file: 84,881 nodes and 130,138 edges, names
// included. The file has no layout of ours: positions are drawn at random, which compresses worst.
import { encodePayload } from '#lib/network/payload.ts';
import { buildNetwork } from '#lib/network/build.ts';
import type { Position } from '#lib/network/model.ts';
import { compress } from '#lib/server/http/compress.ts';
import { seededRandom } from '#lib/network/random.ts';
import { sliceOf } from '#lib/server/seed/fictional/change-set.ts';
import { hasNational, nationalFile, readNational } from './national.ts';
import { report } from './timing.ts';

const LIMIT_MB = 2;
const what = 'national file, compact payload compressed';

if (!hasNational()) {
	const note = `${nationalFile('nodes')} is not there: could not be measured here`;
	report([{ what, measured: null, unit: 'MB', note }]);
	process.exit(process.env['CI'] ? 1 : 0);
}
const network = buildNetwork(sliceOf(await readNational()), { kind: 'all' }, '2026-01-01');
const { nodes, edges } = network;
const random = seededRandom(1);
const side = Math.sqrt(nodes.length) * 2;
const positions = new Map<string, Position>(
	nodes.map(({ id }) => [id, { x: random.next() * side, y: random.next() * side, zone: 'network' }])
);
const text = encodePayload(
	{
		network,
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

import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const deflated = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/**
 * Opaque pixels (`pixels` is RGBA, row by row) as a PNG without an alpha channel. With one, a PDF keeps
 * colours and transparency apart: each picture would be unpacked, taken to pieces and packed twice.
 * Packed off the calling thread.
 */
export async function opaquePng(
	pixels: Uint8Array,
	width: number,
	height: number
): Promise<Uint8Array> {
	// Each row starts with the filter it is kept under: none.
	const stride = width * 3 + 1;
	const rows = Buffer.alloc(stride * height);
	for (let y = 0, from = 0; y < height; y++) {
		let to = y * stride + 1;
		for (let x = 0; x < width; x++, from += 4, to += 3) {
			rows[to] = pixels[from] ?? 0;
			rows[to + 1] = pixels[from + 1] ?? 0;
			rows[to + 2] = pixels[from + 2] ?? 0;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width);
	head.writeUInt32BE(height, 4);
	// Eight bits for each of three colours.
	head.set([8, 2, 0, 0, 0], 8);
	const image = await deflated(rows);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', head),
		chunk('IDAT', image),
		chunk('IEND', Buffer.alloc(0))
	]);
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'gzip' | 'br' | 'identity';

/** Below this a compressed body saves nothing a packet could carry. */
const WORTH_BYTES = 1024;
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best of ours that an `Accept-Encoding` header takes; `q=0` refuses one. */
export function encodingFor(accept: string | null): Encoding {
	const taken = new Map(
		(accept ?? '').split(',').map((part) => {
			const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
			const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
			return [name.trim(), q === undefined ? 1 : Number(q)] as const;
		})
	);
	const takes = (name: Encoding): boolean => (taken.get(name) ?? taken.get('*') ?? 0) > 0;
	return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Compresses at once, off the main thread, at the quality that pays while somebody waits. */
export async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
	if (encoding === 'br')
		return brotli(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length
			}
		});
	return encoding === 'gzip' ? zip(body, { level: GZIP_LEVEL }) : body;
}

const COMPRESSIBLE = /^(text\/|application\/(json|[\w.+-]*\+json|javascript|xml)|image\/svg\+xml)/;

/** The same answer, compressed when its reader takes it and it is worth it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
	const type = response.headers.get('content-type') ?? '';
	if (!response.body || !COMPRESSIBLE.test(type) || response.headers.has('content-encoding'))
		return response;
	response.headers.append('vary', 'Accept-Encoding');
	const encoding = encodingFor(request.headers.get('accept-encoding'));
	if (encoding === 'identity') return response;
	const body = new Uint8Array(await response.arrayBuffer());
	const { status, statusText, headers } = response;
	const smaller = body.length >= WORTH_BYTES;
	if (smaller) {
		headers.set('content-encoding', encoding);
		headers.delete('content-length');
	}
	const sent = smaller ? await compress(body, encoding) : body;
	return new Response(new Uint8Array(sent), { status, statusText, headers });
}

// The built site and the floor page behind one server, so that a comparison compares pages only.
// Started by sites.js with PORT and MAILLAGE_DATA; writes one line once it listens.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const root = new URL('../../', import.meta.url);
/** @param {string} path @param {string} type @returns {[Buffer, string]} */
const file = (path, type) => [gzipSync(readFileSync(new URL(path, root))), type];
/** @type {Record<string, [Buffer, string]>} */
const floor = {
	'/__floor/': file('tests/bench/floor.html', 'text/html; charset=utf-8'),
	'/__floor/floor.js': file('tests/output/bench-floor/floor.mjs', 'text/javascript'),
	'/__floor/floor.css': [gzipSync('html,body,#drawing{margin:0;height:100%}'), 'text/css']
};

process.env.PROTOCOL_HEADER = 'x-maillage-protocol';
const { handler } = await import(new URL('build/handler.js', root).href);

/** Resolves once this program has been idle for a while: layouts are brought up to date after a start. */
async function settled() {
	for (let used = process.cpuUsage(); ; used = process.cpuUsage()) {
		await new Promise((resolve) => setTimeout(resolve, 600));
		const { user, system } = process.cpuUsage(used);
		if (user + system < 60_000) return;
	}
}

const server = createServer((request, response) => {
	if (request.url === '/__floor/settled') {
		void settled().then(() => response.end());
		return;
	}
	const found = floor[(request.url ?? '').split('?')[0] ?? ''];
	if (found) {
		response.writeHead(200, { 'content-type': found[1], 'content-encoding': 'gzip' });
		response.end(found[0]);
		return;
	}
	request.headers['x-maillage-protocol'] = 'http';
	handler(request, response);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
process.once('SIGTERM', () => process.exit(0));

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Faulty {
	uri: string;
	close(): Promise<void>;
}

async function listen(server: Server, sockets: Set<Socket>): Promise<Faulty> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		uri: `bolt://127.0.0.1:${address.port}`,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((done) => server.close(done));
		}
	};
}

/** Accepts connections and never says a word, as a frozen server does. */
export function silentServer(): Promise<Faulty> {
	const sockets = new Set<Socket>();
	return listen(
		createServer((socket) => sockets.add(socket)),
		sockets
	);
}

/** Bolt's COMMIT message in its chunk: what follows it is the answer that gets lost. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Passes everything on to `port`, but loses the answer to the first commit, connection included. */
export function losingFirstCommit(port: number): Promise<Faulty & { lost: () => boolean }> {
	const sockets = new Set<Socket>();
	let lost = false;
	const server = createServer((client) => {
		const upstream = connect(port, '127.0.0.1');
		let losing = false;
		sockets.add(client).add(upstream);
		for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
		client.on('data', (data) => {
			if (!lost && data.includes(COMMIT)) losing = true;
			upstream.write(data);
		});
		upstream.on('data', (data) => {
			if (!losing) return client.write(data);
			lost = true;
			client.destroy();
			return upstream.destroy();
		});
		client.on('close', () => upstream.destroy());
		upstream.on('close', () => client.destroy());
	});
	return listen(server, sockets).then((faulty) => ({ ...faulty, lost: () => lost }));
}

// Loaded into the server and its threads before anything else: while the file GATE is there, the thread that
// writes an import stands still in the middle of its rows, and writes beside it that it does. Nothing else
// waits, unless that thread holds it.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const gate = process.env.GATE ?? '';
/** A record is put into text once or twice: well inside an import of ten thousand rows. */
const MIDDLE = 15_000;

if (workerData?.name === 'write') {
	const still = new Int32Array(new SharedArrayBuffer(4));
	const stringify = JSON.stringify;
	let count = 0;
	JSON.stringify = (...given) => {
		if (++count === MIDDLE && existsSync(gate)) {
			writeFileSync(`${gate}.waiting`, '');
			while (existsSync(gate)) Atomics.wait(still, 0, 0, 20);
			rmSync(`${gate}.waiting`);
		}
		return stringify(...given);
	};
}

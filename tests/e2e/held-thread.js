// Loaded with `--import` into a server and each of its threads: the one that writes a document waits, holding
// its thread whole, until the file `HELD_THREAD` names is there. `HELD_THREAD.held` says that it waits;
// `HELD_THREAD.fail` ends it before it has written anything. What is written on the main thread is never held.
import { existsSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread, workerData } from 'node:worker_threads';

const gate = process.env.HELD_THREAD;
if (
	gate &&
	!isMainThread &&
	typeof workerData === 'object' &&
	workerData &&
	'dossier' in workerData
) {
	if (existsSync(`${gate}.fail`)) process.exit(1);
	const wait = new Int32Array(new SharedArrayBuffer(4));
	while (!existsSync(gate)) {
		writeFileSync(`${gate}.held`, '');
		Atomics.wait(wait, 0, 0, 20);
	}
}

// Loaded into the server and its threads before anything else: while the file GATE is there, whoever reads
// a whole graph stands still, and writes beside it which thread that is. Only what holds that thread waits.
import { existsSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

const gate = process.env.GATE ?? '';
const still = new Int32Array(new SharedArrayBuffer(4));
function waitAtGate() {
	if (!existsSync(gate)) return;
	writeFileSync(`${gate}.waiting`, String(threadId));
	while (existsSync(gate)) Atomics.wait(still, 0, 0, 20);
}

/** On SQLite records come as JSON: a project's are far shorter, the starter set's far longer. */
const LONG = 200_000;
const parse = JSON.parse;
JSON.parse = (text, reviver) => {
	if (text.length > LONG) waitAtGate();
	return parse(text, reviver);
};

/** On Neo4j they come one by one, and the relations of the starter set are put in order: a project's are far fewer. */
const MANY = 600;
const sort = Array.prototype.sort;
Object.defineProperty(Array.prototype, 'sort', {
	value(...args) {
		if (this.length > MANY && typeof this[0]?.source === 'string') waitAtGate();
		return sort.apply(this, args);
	}
});

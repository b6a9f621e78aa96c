// One import in a process of its own, so that what it takes is counted apart from what made its file.
// Usage: node import-once.mjs FILE DATABASE-FILE; prints { cpu, wall, memory, revision } as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { writeImport } from '#lib/server/import/import-file.ts';
import { openSqlite } from '#lib/server/sqlite/repository.ts';

const [, , file = '', database = ''] = process.argv;
const repository = openSqlite({ path: database });
await repository.migrate();
const wall = performance.now();
const before = process.cpuUsage();
const { revision } = await writeImport(
	repository,
	{ name: basename(file), bytes: readFileSync(file) },
	{ choices: {}, who: 'bench', skipRefused: true }
);
const { user, system } = process.cpuUsage(before);
await repository.close();
console.log(
	JSON.stringify({
		cpu: (user + system) / 1000,
		wall: performance.now() - wall,
		memory: process.resourceUsage().maxRSS / 1024,
		revision: revision?.number ?? null
	})
);

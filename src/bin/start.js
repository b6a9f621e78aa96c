#!/usr/bin/env node
// What `npm start` runs: builds when the sources are not those of the build, then serves.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { isFresh, ROOT } from './stamp.js';
import { say } from './words.js';

process.chdir(ROOT);

if (!isFresh('app') || !isFresh('tools')) {
	say('cli_start_building');
	const { status } = spawnSync(process.execPath, [join('src', 'bin', 'build.js'), '--quiet'], {
		stdio: 'inherit'
	});
	if (status !== 0) {
		say('cli_start_build_failed');
		process.exit(1);
	}
}
const built = new URL('../../build/serve.js', import.meta.url).href;
const { serve } = await import(built);
await serve(process.env);

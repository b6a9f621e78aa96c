#!/usr/bin/env node
// What `npx maillage …` runs. Paths are those of the folder it is typed in.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { isFresh, ROOT } from './stamp.js';
import { say } from './words.js';

if (!isFresh('tools')) {
	say('cli_start_building');
	const build = join(ROOT, 'src', 'bin', 'build.js');
	const { status } = spawnSync(process.execPath, [build, '--tools', '--quiet'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		cwd: ROOT
	});
	if (status !== 0) {
		say('cli_start_build_failed');
		process.exit(1);
	}
}
await import(new URL('../../build/cli.js', import.meta.url).href);

import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, root } from './command-line.ts';

// A whole build on a busy machine.
test.setTimeout(300_000);

/** What git keeps, with the packages that are installed, and nothing built. */
function freshClone(): string {
	const clone = newFolder();
	const { stdout } = spawnSync(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
		{
			cwd: root,
			encoding: 'utf8'
		}
	);
	for (const file of stdout.split('\0').filter((path) => path && existsSync(join(root, path))))
		cpSync(join(root, file), join(clone, file), { preserveTimestamps: true });
	symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
	return clone;
}

test('a fresh clone: the command line builds what it needs, and no build makes the next start build again', () => {
	const clone = freshClone();
	expect(existsSync(join(clone, 'build'))).toBe(false);
	const node = (...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, args, {
			cwd: clone,
			encoding: 'utf8',
			env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '' }
		});
		return { code: status, out: stdout, err: stderr };
	};
	const fresh = () =>
		node(
			'--input-type=module',
			'--eval',
			"const { isFresh } = await import('./src/bin/stamp.js'); console.log(`${isFresh('app')} ${isFresh('tools')}`);"
		).out.trim();

	const help = node('src/bin/maillage.js', '--help');
	expect(help.code, help.err).toBe(0);
	expect(help.out).toContain('Utilisation');
	expect(help.err.trim().split('\n')).toHaveLength(1);
	expect(fresh()).toBe('false true');
	expect(node('src/bin/maillage.js', '--help').err).toBe('');

	const built = node('src/bin/build.js', '--quiet');
	expect(built.code, built.err).toBe(0);
	expect(fresh()).toBe('true true');

	appendFileSync(join(clone, 'src', 'app.html'), '\n');
	expect(fresh()).toBe('false false');
});

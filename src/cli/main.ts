import process from 'node:process';
import { speakTerminalLanguage } from '#lib/i18n/terminal-locale.ts';
import { run } from './program.ts';

speakTerminalLanguage(process.env);
const { env, stdout: out, stderr: err } = process;
// `maillage projects | head` closes the pipe when it has read enough: nothing went wrong.
out.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(process.argv.slice(2), { env, out, err });

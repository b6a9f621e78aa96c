import { m } from '#lib/i18n/paraglide/messages.js';
import { importStepSentence } from '#lib/i18n/import-progress.ts';
import { Pace } from '#lib/import/pace.ts';
import { type Control, ImportCancelledError } from '#lib/server/import/control.ts';
import { EXIT, Refusal, type Terminal } from '../terminal.ts';

/**
 * Runs an import followed on the terminal, with the time that remains. Ctrl-C stops it where nothing is
 * half written: the transaction is taken back; pressed again, the program ends at once, which leaves
 * nothing half written either.
 */
export async function followed<T>(
	terminal: Terminal,
	work: (control: Control) => Promise<T>
): Promise<T> {
	const stopping = new AbortController();
	const stop = (): void => stopping.abort(new ImportCancelledError());
	const pace = new Pace();
	process.once('SIGINT', stop);
	try {
		return await work({
			signal: stopping.signal,
			onProgress: (step) =>
				terminal.underway(
					step.done,
					step.total,
					importStepSentence(step, pace.remaining(step.done, step.total))
				)
		});
	} catch (error) {
		if (!(error instanceof ImportCancelledError)) throw error;
		throw new Refusal(EXIT.stopped, [m.import_stopped()]);
	} finally {
		process.removeListener('SIGINT', stop);
	}
}

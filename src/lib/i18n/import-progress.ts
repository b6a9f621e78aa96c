import type { ImportStep } from '#lib/import/pace.ts';
import { number } from './labels.ts';
import { m } from './paraglide/messages.js';

const MINUTE = 60_000;

/** A time that is a guess: in fives of seconds, then in minutes. */
const about = (ms: number): string =>
	ms < MINUTE
		? m.import_step_seconds({ count: Math.max(1, Math.ceil(ms / 5000) * 5) })
		: m.import_step_minutes({ count: Math.round(ms / MINUTE) });

/** What an import is at, with the time that remains where it can be told. */
export function importStepSentence(
	{ phase, done, total }: ImportStep,
	remaining: number | undefined
): string {
	if (phase === 'reading') return m.import_step_reading();
	if (phase === 'ending') return m.import_step_ending();
	const words = { done: number(done), total: number(total) };
	return remaining === undefined
		? m.import_step_rows(words)
		: m.import_step_rows_left({ ...words, left: about(remaining) });
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface NotRun {
	what: string;
	why: string;
	/** True when the machine has nothing to run it on: named, but no failure even in CI. */
	excused?: boolean;
}

const FILE = join(dirname(fileURLToPath(import.meta.url)), 'output', 'not-run.json');

const read = (): NotRun[] => {
	if (!existsSync(FILE)) return [];
	const entries: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
	if (!Array.isArray(entries)) return [];
	return entries.filter(
		(entry): entry is NotRun =>
			typeof entry === 'object' && entry !== null && 'what' in entry && 'why' in entry
	);
};

/** Replaces what an earlier run noted about `what`; `why` absent when it ran. */
export function noteNotRun(what: string, why: string | undefined, excused = false): void {
	const others = read().filter((entry) => entry.what !== what);
	const entries = why === undefined ? others : [...others, { what, why, excused }];
	mkdirSync(dirname(FILE), { recursive: true });
	writeFileSync(FILE, `${JSON.stringify(entries, null, '\t')}\n`);
}

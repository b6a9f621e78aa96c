import { randomUUID } from 'node:crypto';
import type { Choices } from '#lib/import/choices.ts';
import type { FileGiven } from '#lib/server/import/import-file.ts';
import type { Task } from './aside/task.ts';
import type { Outcome } from './aside/work.ts';

/** Reading or writing that goes on between requests. */
export type Underway =
	/** `key`: of what it reads, so that what came of it is shown as long as that holds. */
	| { what: 'preview'; key: string; task: Task<Outcome<'preview'>> }
	| { what: 'write'; task: Task<Outcome<'write'>> };

/** A file that was dropped and not yet imported: kept by this process alone, for the person at its keyboard. */
export interface Draft {
	file: FileGiven;
	choices: Choices;
	/** Name of the saved mapping its choices come from. */
	used?: string | undefined;
	/** True until a person chose something: what is saved may then be used by itself. */
	fresh: boolean;
	who: string;
	at: number;
	underway?: Underway | undefined;
	/** What it would do when it was last looked at. */
	seen?: { key: string; outcome: Outcome<'preview'> } | undefined;
	/** How writing it ended, until something else is asked: nothing was written. */
	unwritten?: { stopped: true } | { refused: string } | undefined;
}

const drafts = new Map<string, Draft>();
const MOST = 4;
const KEPT_MS = 3_600_000;

function forgetOld(now: number): void {
	for (const [token, { at }] of drafts) if (now - at > KEPT_MS) forgetDraft(token);
	for (const token of drafts.keys()) if (drafts.size >= MOST) forgetDraft(token);
}

/** Keeps a file for an hour. @returns the token of its address */
export function keepDraft(file: FileGiven, who: string): string {
	const at = Date.now();
	forgetOld(at);
	const token = randomUUID();
	drafts.set(token, { file, choices: {}, fresh: true, who, at });
	return token;
}

export const draftOf = (token: string | null): Draft | undefined =>
	token === null ? undefined : drafts.get(token);

/** Forgets a file; reading it stops, writing it goes on. */
export function forgetDraft(token: string): void {
	const underway = drafts.get(token)?.underway;
	if (underway?.what === 'preview') underway.task.stop();
	drafts.delete(token);
}

/** Those being written, for whoever closed their page. */
export const beingWritten = (): { token: string; name: string }[] =>
	[...drafts].flatMap(([token, { file, underway }]) =>
		underway?.what === 'write' ? { token, name: file.name } : []
	);

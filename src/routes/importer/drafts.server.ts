import { randomUUID } from 'node:crypto';
import type { Choices } from '#lib/import/choices.ts';
import type { FileGiven } from '#lib/server/import/import-file.ts';

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
}

const drafts = new Map<string, Draft>();
const MOST = 4;
const KEPT_MS = 3_600_000;

function forgetOld(now: number): void {
	for (const [token, { at }] of drafts) if (now - at > KEPT_MS) drafts.delete(token);
	for (const token of drafts.keys()) if (drafts.size >= MOST) drafts.delete(token);
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

export const forgetDraft = (token: string): boolean => drafts.delete(token);

import type { Catalogue } from '../catalogue.ts';
import type { Piece } from './pieces.ts';

/** What the reading thread answers: everything that may look at the whole graph. Plain data in and out. */
export const QUESTIONS = [
	'cards',
	'isolated',
	'rejoined',
	'absent',
	'epcis',
	'around',
	'network',
	'encodedNetwork',
	'sources',
	'suggestions',
	'changes',
	'ways',
	'departure',
	'indicators',
	'overview',
	'proofs',
	'places'
] as const satisfies readonly (keyof Catalogue)[];
export type Question = (typeof QUESTIONS)[number];

export type Asked<Q extends Question> = Parameters<Catalogue[Q]>;
export type Answered<Q extends Question> = Awaited<ReturnType<Catalogue[Q]>>;

/** What the program says to the thread. */
export type ToThread =
	| { say: 'ask'; id: number; question: Question; args: unknown[] }
	/** The piece before has been taken in. */
	| { say: 'next'; id: number }
	/** Layouts may have to be brought up to this revision. */
	| { say: 'revision'; revision: number }
	| { say: 'close' };

/** What the thread says back. */
export type FromThread =
	| { say: 'piece'; id: number; piece: Piece; isLast: boolean }
	| { say: 'failed'; id: number; failure: Failure }
	/** Something went wrong that nobody waits for. */
	| { say: 'error'; failure: Failure };

/** An error as it crosses between threads, where classes are lost. */
export interface Failure {
	name: string;
	message: string;
	stack?: string | undefined;
	reason?: string | undefined;
	where?: string | undefined;
}

import type { LiveInput } from './live.ts';

/** What the page asks of the layout worker. */
export type LiveRequest =
	| { type: 'start'; input: LiveInput }
	| { type: 'stop' }
	| { type: 'resume' }
	| { type: 'pin'; index: number; at: { x: number; y: number } | null };

/** What it answers: positions (x and y alternating) while it runs, then why it stopped. */
export type LiveAnswer =
	| { type: 'positions'; positions: Float64Array }
	| { type: 'done'; reason: 'converged' | 'stopped'; positions: Float64Array };

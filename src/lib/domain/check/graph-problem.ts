import type { Problem, ProblemCode } from '../schema/problem.ts';

/** A record as files and databases both give it: what it is, and its flat properties. */
export type GraphRecord =
	| { entity: 'node'; label: string; id: string; properties: Readonly<Record<string, unknown>> }
	| {
			entity: 'relation';
			type: string;
			id: string;
			source: string;
			target: string;
			properties: Readonly<Record<string, unknown>>;
	  };

/** What only the whole graph can tell. `unused_source`, `no_source` and `no_place` are worth knowing, not faults. */
export const CHECK_CODES = [
	'id_taken',
	'dangling',
	'wrong_end',
	'duplicate',
	'unused_source',
	'no_source',
	'no_place'
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export interface GraphProblem extends Omit<Problem, 'code'> {
	id: string;
	code: ProblemCode | CheckCode;
	/** `fault`: the graph is wrong. `note`: it holds, but someone may want to look. */
	level: 'fault' | 'note';
}

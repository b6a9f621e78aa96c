import type { PropertyValue } from '#lib/domain/changes.ts';
import type { MatchReason } from '#lib/import/matching.ts';
import type { RowRemark } from '#lib/import/problem.ts';

/** What becomes of a row. `confirm`: already known, and this file now says it too. */
export const ROW_ACTIONS = [
	'create',
	'update',
	'confirm',
	'same',
	'skip',
	'ask',
	'refuse'
] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** A property the file says otherwise than what is stored, or says where nothing is. */
export interface FieldChange {
	field: string;
	before: PropertyValue | null;
	after: PropertyValue;
	/** True when what is stored stays, and what the file says is kept beside it as a claim. */
	kept: boolean;
}

export interface AskedCandidate {
	id: string;
	name: string;
	kind?: string | undefined;
	commune?: string | undefined;
	identifiers: string[];
	why: MatchReason;
}

/** « Is it this one? »: both sides, and the key of the answer among choices. */
export interface Question {
	key: string;
	name: string;
	commune?: string | undefined;
	identifiers: string[];
	candidates: AskedCandidate[];
}

/** A question that has its answer: an id, `new` or `skip`. */
export interface AnsweredQuestion extends Question {
	answer: string;
	/** When and by whom, for one answered in an earlier import. */
	said?: { at: string; who: string } | undefined;
}

export interface RowOutcome {
	line: number;
	/** As the file writes it. */
	name: string;
	action: RowAction;
	/** The record created, found or changed. */
	id?: string | undefined;
	fields: FieldChange[];
	problems: RowRemark[];
	notes: RowRemark[];
	/** Doubts that keep it from being imported. */
	questions: Question[];
	/** Doubts that were settled, now or in an earlier import. */
	answered: AnsweredQuestion[];
}

/** A row before it is judged: refused until something better is found. */
export const unjudged = ({
	line,
	name,
	problems,
	notes
}: Pick<RowOutcome, 'line' | 'name' | 'problems' | 'notes'>): RowOutcome => ({
	line,
	name,
	action: 'refuse',
	fields: [],
	problems: [...problems],
	notes: [...notes],
	questions: [],
	answered: []
});

/** Of a network: a second record under an id that is taken. */
export const repeatedId = (
	row: Parameters<typeof unjudged>[0] & { id?: string | undefined }
): RowOutcome => ({
	...unjudged(row),
	problems: [{ code: 'repeated_id', field: 'id', value: row.id }]
});

export type RowCounts = Record<RowAction, number>;

export function countRows(outcomes: readonly RowOutcome[]): RowCounts {
	const counts: RowCounts = {
		create: 0,
		update: 0,
		confirm: 0,
		same: 0,
		skip: 0,
		ask: 0,
		refuse: 0
	};
	for (const { action } of outcomes) counts[action]++;
	return counts;
}

/** The same thing told of several rows. */
export interface GroupedRemark {
	remark: RowRemark;
	lines: number[];
}

/** What is told of rows, once for those that only differ by their line; in the order of the file. */
export function grouped(
	outcomes: readonly RowOutcome[],
	of: (outcome: RowOutcome) => readonly RowRemark[]
): GroupedRemark[] {
	const groups = new Map<string, GroupedRemark>();
	for (const outcome of outcomes)
		for (const remark of of(outcome)) {
			const { code, column, field, value, params } = remark;
			const key = JSON.stringify([code, column, field, value, params]);
			const group = groups.get(key);
			if (group) group.lines.push(outcome.line);
			else groups.set(key, { remark, lines: [outcome.line] });
		}
	return [...groups.values()];
}

/** What is told of a row that is taken; of one that is refused, only why. */
export const takenNotes = ({ action, notes }: RowOutcome): readonly RowRemark[] =>
	action === 'refuse' ? [] : notes;

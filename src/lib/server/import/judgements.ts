import * as v from 'valibot';
import { ANSWER_NEW, ANSWER_SKIP } from '#lib/import/choices.ts';
import type { Match } from '#lib/import/matching.ts';
import { communeKey, nameKey } from '#lib/import/names.ts';
import type { Repository } from '../repository.ts';
import type { AnsweredQuestion, Question, RowOutcome } from './outcome.ts';

const JUDGEMENT = v.object({
	/** Whom it is about, as files write them: name, commune, identifiers. */
	subject: v.string(),
	/** The structure it is. */
	same: v.optional(v.string()),
	/** Those it is not. */
	not: v.optional(v.array(v.string())),
	/** Left out. */
	skip: v.optional(v.literal(true))
});
const DETAILS = v.object({ answers: v.array(JUDGEMENT) });

/** What a person answered once of somebody in doubt; kept with the revision of the import it served. */
export type Judgement = v.InferOutput<typeof JUDGEMENT>;

export interface Remembered extends Judgement {
	/** When and by whom the import was written. */
	at: string;
	who: string;
}

export const subjectOf = ({
	name,
	commune,
	identifiers
}: Pick<Question, 'name' | 'commune' | 'identifiers'>): string =>
	[nameKey(name), communeKey(commune ?? ''), ...identifiers].join(' | ');

/** What an import was told of those in doubt, to be kept with it; what was remembered is kept already. */
export function judgementsOf(outcomes: readonly RowOutcome[]): Judgement[] {
	const judged = new Map<string, Judgement>();
	for (const { answered } of outcomes)
		for (const question of answered) {
			if (question.said) continue;
			const subject = subjectOf(question);
			const { answer } = question;
			if (answer === ANSWER_SKIP) judged.set(subject, { subject, skip: true });
			else if (answer === ANSWER_NEW)
				judged.set(subject, { subject, not: question.candidates.map(({ id }) => id) });
			else judged.set(subject, { subject, same: answer });
		}
	return [...judged.values()];
}

function answersIn(details: string | undefined): readonly Judgement[] {
	if (!details?.includes('"answers"')) return [];
	try {
		const parsed = v.safeParse(DETAILS, JSON.parse(details));
		return parsed.success ? parsed.output.answers : [];
	} catch {
		return [];
	}
}

const PAGE = 100;
const MOST_PAGES = 20;

/**
 * What people answered in the last two thousand revisions, the newest of each; an import taken back
 * takes its answers with it.
 */
export async function rememberedIn(
	repository: Repository
): Promise<ReadonlyMap<string, Remembered>> {
	const found = new Map<string, Remembered>();
	const undone = new Set<number>();
	let before: number | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const revisions = await repository.revisions({ limit: PAGE, before });
		for (const { number, origin, at, who } of revisions) {
			if (undone.has(number)) continue;
			if (origin.kind === 'undo' && origin.revision !== undefined) undone.add(origin.revision);
			if (origin.kind !== 'import') continue;
			for (const judgement of answersIn(origin.details))
				if (!found.has(judgement.subject)) found.set(judgement.subject, { ...judgement, at, who });
		}
		const last = revisions.at(-1);
		if (!last || revisions.length < PAGE) break;
		before = last.number;
	}
	return found;
}

/** What a remembered answer makes of a doubt: settled, or fewer to choose from. */
export function replayed(
	remembered: Remembered,
	doubt: Extract<Match, { kind: 'doubt' }>,
	isThere: (id: string) => boolean
): { match: Match | { kind: 'skip' }; answer?: string } {
	const { same, skip, not = [] } = remembered;
	if (skip) return { match: { kind: 'skip' }, answer: ANSWER_SKIP };
	if (same !== undefined)
		return isThere(same)
			? { match: { kind: 'sure', id: same, why: 'id' }, answer: same }
			: { match: doubt };
	const candidates = doubt.candidates.filter(({ id }) => !not.includes(id));
	const [only] = candidates;
	if (!only) return { match: { kind: 'none' }, answer: ANSWER_NEW };
	// Who was made then, and is now found beside those it is not.
	if (candidates.length === 1 && only.why === 'name')
		return { match: { kind: 'sure', id: only.id, why: 'name' }, answer: only.id };
	return { match: { kind: 'doubt', candidates } };
}

/** A question with the answer it already has. */
export const withAnswer = (
	question: Question,
	answer: string,
	said?: { at: string; who: string }
): AnsweredQuestion => ({
	...question,
	answer,
	...(said && { said: { at: said.at, who: said.who } })
});

import { fileRefusalSentence, understoodSentences } from '#lib/i18n/import-file-sentences.ts';
import {
	atLine,
	changeSentence,
	countLabel,
	rowNote,
	rowProblem,
	whyLabel
} from '#lib/i18n/import-row-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import { ANSWER_NEW, ANSWER_SKIP } from '#lib/import/choices.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import {
	FictionalDatabaseError,
	UnknownProjectError,
	type FileGiven,
	type Preview
} from '#lib/server/import/import-file.ts';
import {
	grouped,
	ROW_ACTIONS,
	type Question,
	type RowOutcome,
	takenNotes
} from '#lib/server/import/outcome.ts';
import { EXIT, Refusal } from '../terminal.ts';

/** Rows shown on a terminal; `--json` gives them all. */
const SHOWN = 20;

function few<T>(items: readonly T[], say: (item: T) => string[]): string[] {
	const said = items.flatMap(say);
	const more = said.length - SHOWN;
	return more > 0 ? [...said.slice(0, SHOWN), m.import_cli_more({ count: more })] : said;
}

const questionSentence = (line: number, { key, name, candidates }: Question): string =>
	m.import_cli_question({
		line,
		key,
		name,
		candidates: candidates
			.map(({ name: found, id, why }) =>
				m.import_cli_candidate({ name: found, id, why: whyLabel(why) })
			)
			.join(m.import_cli_or())
	});

const answerLabel = (answer: string): string =>
	answer === ANSWER_NEW
		? m.import_cli_answered_new()
		: answer === ANSWER_SKIP
			? m.import_cli_answered_skip()
			: m.import_cli_answered_same({ id: answer });

/** Doubts that an earlier import's answers settled. */
const answersOf = (outcomes: readonly RowOutcome[]): string[] =>
	few(outcomes, ({ line, answered }) =>
		answered.flatMap(({ name, answer, said }) =>
			said
				? m.import_cli_answered({
						line,
						name,
						answer: answerLabel(answer),
						day: dayOf(said.at),
						who: said.who
					})
				: []
		)
	);

export const problemsOf = (outcomes: readonly RowOutcome[]): string[] =>
	few(
		grouped(outcomes, ({ problems }) => problems),
		({ remark, lines }) => [rowProblem(remark, lines)]
	);

export function sentencesOf(name: string, { understood, outcomes, counts }: Preview): string[] {
	const actions = ROW_ACTIONS.filter((action) => counts[action] > 0);
	return [
		...understoodSentences(name, understood),
		actions.map((action) => countLabel(action, counts[action])).join(' · '),
		...answersOf(outcomes),
		...few(grouped(outcomes, takenNotes), ({ remark, lines }) => [rowNote(remark, lines)]),
		...few(outcomes, ({ line, fields }) =>
			fields.map((field) => atLine(line, changeSentence(field)))
		)
	];
}

/** The preview for programs: the rows with what is told of each, in words too. */
export function dataOf(name: string, preview: Preview) {
	// The rows themselves stay out: `undefined` is no JSON.
	const { ties } = preview.understood;
	const understood = {
		...preview.understood,
		rows: undefined,
		...(ties && { ties: { ...ties, rows: undefined } })
	};
	return {
		file: name,
		checksum: preview.checksum,
		understood,
		counts: preview.counts,
		rows: preview.outcomes.map((outcome) => ({
			...outcome,
			sentences: outcome.problems.map((problem) => rowProblem(problem, [outcome.line]))
		}))
	};
}

/** A preview whose rows are in doubt or refused, as what ends the command. */
export function refused(file: FileGiven, preview: Preview): Refusal {
	const { outcomes, counts } = preview;
	const blocked = counts.refuse > 0 ? [m.import_cli_blocked()] : [];
	const asked = counts.ask > 0 ? [m.import_cli_asked()] : [];
	return new Refusal(
		EXIT.refused,
		[
			...sentencesOf(file.name, preview),
			...problemsOf(outcomes),
			...few(outcomes, ({ line, questions }) =>
				questions.map((question) => questionSentence(line, question))
			),
			...blocked,
			...asked
		],
		dataOf(file.name, preview)
	);
}

/** An error of an import as the refusal it is, in words; anything else as it came. */
export function inWords(error: unknown, name: string): unknown {
	if (error instanceof FileRefusedError)
		return new Refusal(EXIT.refused, [`${name}: ${fileRefusalSentence(error)}`], {
			file: name,
			code: error.code,
			...error.params
		});
	if (error instanceof FictionalDatabaseError)
		return new Refusal(EXIT.refused, [m.import_fictional()]);
	if (error instanceof UnknownProjectError)
		return new Refusal(EXIT.wrongCall, [m.import_unknown_project_id({ id: error.id })]);
	return error;
}

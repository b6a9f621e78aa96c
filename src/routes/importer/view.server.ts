import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { fieldLabel } from '#lib/i18n/import-field-labels.ts';
import {
	encodingLabel,
	markLabel,
	orderLabel,
	tableLabel,
	warnings
} from '#lib/i18n/import-file-sentences.ts';
import {
	changeSentence,
	countLabel,
	rowNote,
	rowProblem,
	whyLabel
} from '#lib/i18n/import-row-sentences.ts';
import { actorKindLabel, capital, number, relationPhrase } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { dayOf } from '#lib/i18n/undo-sentences.ts';
import { DATE_ORDERS, DECIMALS, TABLE_KINDS, type Choices } from '#lib/import/choices.ts';
import { ENCODINGS } from '#lib/import/decode.ts';
import { fieldsOf } from '#lib/import/fields.ts';
import { SEPARATORS } from '#lib/import/separated.ts';
import type { Understood, UnderstoodTable } from '#lib/import/understand.ts';
import type { Preview } from '#lib/server/import/import-file.ts';
import {
	grouped,
	ROW_ACTIONS,
	takenNotes,
	type AnsweredQuestion,
	type Question,
	type RowAction,
	type RowOutcome
} from '#lib/server/import/outcome.ts';
import { TAB } from './choices-form.ts';

export interface Option {
	value: string;
	label: string;
}
/** A select of the form: its name, its label, what can be chosen and what is. */
export interface Choice {
	name: string;
	label: string;
	value: string;
	options: Option[];
}

const MOST_ROWS = 100;
const MOST_GROUPS = 40;

const byLabel = (options: Option[]): Option[] =>
	options.sort((a, b) => a.label.localeCompare(b.label, 'fr'));

const kindOptions = (): Option[] =>
	byLabel(
		ACTOR_KINDS.filter((kind) => kind !== 'ars').map((value) => ({
			value,
			label: capital(actorKindLabel(value))
		}))
	);

const PLACES: ReadonlySet<RelationType> = new Set(['LOCATED_IN', 'PART_OF']);
const typeOptions = (): Option[] =>
	byLabel(
		RELATION_TYPES.filter((type) => !PLACES.has(type)).map((value) => ({
			value,
			label: relationPhrase(value, 'out')
		}))
	);

/** How the file is written, each point a select. */
function readingChoices(understood: Understood): Choice[] {
	const { table, encoding, separator, sheet, sheets, decimal, dateOrder, ties } = understood;
	return [
		...(ties || understood.headerLine === 0
			? []
			: [
					{
						name: 'table',
						label: m.import_choice_table(),
						value: table,
						options: TABLE_KINDS.map((value) => ({ value, label: tableLabel(value) }))
					}
				]),
		...(encoding && separator
			? [
					{
						name: 'encoding',
						label: m.import_choice_encoding(),
						value: encoding,
						options: ENCODINGS.map((value) => ({ value, label: encodingLabel(value) }))
					},
					{
						name: 'separator',
						label: m.import_choice_separator(),
						value: separator === '\t' ? TAB : separator,
						options: SEPARATORS.map((value) => ({
							value: value === '\t' ? TAB : value,
							label: markLabel(value)
						}))
					}
				]
			: []),
		...(sheets && !ties
			? [
					{
						name: 'sheet',
						label: m.import_choice_sheet(),
						value: sheet ?? '',
						options: sheets.map((value) => ({ value, label: value }))
					}
				]
			: []),
		{
			name: 'dateOrder',
			label: m.import_choice_dates(),
			value: dateOrder,
			options: DATE_ORDERS.map((value) => ({ value, label: orderLabel(value) }))
		},
		{
			name: 'decimal',
			label: m.import_choice_decimal(),
			value: decimal,
			options: DECIMALS.map((value) => ({ value, label: markLabel(value) }))
		}
	];
}

/** Words of the file that mean nothing to us yet, or were given a meaning by hand. */
function wordChoices(outcomes: readonly RowOutcome[], choices: Choices): Choice[] {
	const unknown = grouped(outcomes, ({ problems }) => problems);
	const of = (name: 'kind' | 'type', code: string, options: Option[]): Choice[] => {
		const chosen = name === 'kind' ? choices.kinds : choices.types;
		const words = new Map<string, string>(
			Object.keys(chosen ?? {}).map((word) => [word, `« ${word} »`])
		);
		for (const { remark, lines } of unknown)
			if (remark.code === code) {
				const word = String(remark.value ?? '');
				words.set(
					word,
					m.import_word_meaning({ word, count: lines.length, n: number(lines.length) })
				);
			}
		return [...words].slice(0, MOST_GROUPS).map(([word, label]) => ({
			name: `${name}:${word}`,
			label,
			value: chosen?.[word] ?? '',
			options: [{ value: '', label: m.import_refuse_row() }, ...options]
		}));
	};
	return [
		...of('kind', 'unknown_kind', kindOptions()),
		...of('type', 'unknown_type', typeOptions())
	];
}

/** What stands in for what rows do not say. */
function defaultChoices(understood: Understood, choices: Choices): Choice[] {
	const { table, impliedType, ties } = understood;
	const none = { value: '', label: m.import_refuse_row() };
	const choice = (name: keyof Choices, label: string, options: Option[], value = ''): Choice => ({
		name,
		label,
		value: typeof choices[name] === 'string' ? choices[name] : value,
		options: [none, ...options]
	});
	if (table === 'structures')
		return [
			choice('defaultKind', m.import_default_kind(), kindOptions()),
			...(ties
				? [choice('defaultType', m.import_default_type(), typeOptions(), ties.impliedType)]
				: [])
		];
	if (table === 'resources') return [choice('sourceKind', m.import_holder_kind(), kindOptions())];
	return [
		choice('defaultType', m.import_default_type(), typeOptions(), impliedType),
		choice('sourceKind', m.import_source_kind(), kindOptions()),
		choice('targetKind', m.import_target_kind(), kindOptions())
	];
}

const DETAILED: readonly RowAction[] = ['refuse', 'create', 'update', 'confirm', 'same', 'skip'];

function detailsOf({ fields, problems, notes }: RowOutcome): string[] {
	return [
		...problems.map((problem) => rowProblem(problem, [])),
		...fields.map(changeSentence),
		...(problems.length > 0 ? [] : notes.map((note) => rowNote(note, [])))
	];
}

function rowsOf({ outcomes, counts }: Preview) {
	return DETAILED.filter((action) => counts[action] > 0).map((action) => ({
		action,
		label: countLabel(action, counts[action]),
		rows: outcomes
			.filter((outcome) => outcome.action === action)
			.slice(0, MOST_ROWS)
			.map((outcome) => ({
				line: outcome.line,
				name: outcome.name,
				id: action === 'create' || outcome.name.includes('→') ? undefined : outcome.id,
				details: detailsOf(outcome)
			})),
		more: Math.max(0, counts[action] - MOST_ROWS)
	}));
}

const described = (parts: readonly (string | undefined)[]): string =>
	parts.filter(Boolean).join(' · ');

const answerSaid = ({ said }: Partial<AnsweredQuestion>): string | undefined =>
	said && m.import_answered_before({ day: dayOf(said.at), who: said.who });

function questionView(line: number, question: Question & Partial<AnsweredQuestion>) {
	return {
		name: `answer:${question.key}`,
		title: m.import_asked_row({ line, name: question.name }),
		asked: described([question.commune, ...question.identifiers]),
		answer: question.answer,
		said: answerSaid(question),
		candidates: question.candidates.map((candidate) => ({
			id: candidate.id,
			name: candidate.name,
			said: described([
				candidate.kind && actorKindLabel(candidate.kind),
				candidate.commune,
				...candidate.identifiers
			]),
			why: whyLabel(candidate.why)
		}))
	};
}
export type QuestionView = ReturnType<typeof questionView>;

/** Each doubt once: the same end of many ties is asked once. */
function questionsOf(
	outcomes: readonly RowOutcome[],
	of: (outcome: RowOutcome) => readonly (Question & Partial<AnsweredQuestion>)[]
): QuestionView[] {
	const questions = new Map<string, QuestionView>();
	for (const outcome of outcomes)
		for (const question of of(outcome))
			if (!questions.has(question.key) && questions.size < MOST_GROUPS)
				questions.set(question.key, questionView(outcome.line, question));
	return [...questions.values()];
}

/** Columns of one list, each a select named after `prefix`. */
const columnsView = ({ table, columns, ours }: UnderstoodTable, prefix: string) => ({
	columns: columns.map(({ key, header, samples, field }) => ({
		name: `${prefix}:${key}`,
		header: header === '' ? key : header,
		samples: samples.map((sample) => sample.slice(0, 60)).join(' · '),
		value: field ?? ''
	})),
	fields: fieldsOf(table, ours).map((value) => ({ value, label: capital(fieldLabel(value)) }))
});
export type ColumnsView = ReturnType<typeof columnsView>;

/** A preview in the reader's words. */
export function viewOf(preview: Preview, choices: Choices) {
	const { understood, outcomes, counts } = preview;
	return {
		counts: ROW_ACTIONS.filter((action) => counts[action] > 0).map((action) => ({
			action,
			label: countLabel(action, counts[action])
		})),
		asked: counts.ask,
		answered: questionsOf(outcomes, ({ answered }) => answered),
		refused: counts.refuse,
		writes: counts.create + counts.update + counts.confirm > 0,
		headerLine: understood.headerLine,
		reading: readingChoices(understood),
		warnings: warnings(understood),
		columns: columnsView(understood, 'column'),
		tieColumns: understood.ties && columnsView(understood.ties, 'tieColumn'),
		words: wordChoices(outcomes, choices),
		defaults: defaultChoices(understood, choices),
		differs: outcomes.some(({ fields }) => fields.some(({ before }) => before !== null)),
		notes: grouped(outcomes, takenNotes)
			.slice(0, MOST_GROUPS)
			.map(({ remark, lines }) => rowNote(remark, lines)),
		questions: questionsOf(outcomes, ({ questions }) => questions),
		groups: rowsOf(preview)
	};
}
export type View = ReturnType<typeof viewOf>;

import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
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
import type { Choices } from '#lib/import/choices.ts';
import { MAX_BYTES } from '#lib/import/decode.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import {
	EXPECTED_FORMATS,
	FictionalDatabaseError,
	mappingOf as wholeMapping,
	previewImport,
	UnknownProjectError,
	writeImport,
	type ExpectedFormat,
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
import {
	mappingNamed,
	parseMapping,
	reusable,
	savedMappings,
	saveMapping
} from '#lib/server/import/mappings.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Repository } from '#lib/server/repository.ts';
import { withRepository, type Context } from '../context.ts';
import { followed } from '../import-progress.ts';
import { EXIT, Refusal } from '../terminal.ts';

export interface ImportOptions {
	format?: string;
	project?: string;
	mapping?: string;
	saveMapping?: string;
	dryRun?: true;
	skipRefused?: true;
	by?: string;
}

/** Rows shown on a terminal; `--json` gives them all. */
const SHOWN = 20;

async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		if ((await stat(path)).size > MAX_BYTES)
			throw new FileRefusedError('too_large', { most: MAX_BYTES / 1024 / 1024 });
		return await readFile(path);
	} catch (error) {
		if (error instanceof FileRefusedError) throw error;
		throw new Refusal(EXIT.wrongCall, [m.import_cli_no_file({ path })]);
	}
}

async function choicesOf({ mapping, project }: ImportOptions, data: string): Promise<Choices> {
	const base = mapping === undefined ? {} : await mappingOf(mapping, data);
	return project === undefined ? base : { ...base, projectId: project };
}

/** A file of choices, else the settings saved under this name. */
async function mappingOf(given: string, data: string): Promise<Choices> {
	if ((await stat(given).catch(() => undefined))?.isFile()) return readMapping(given);
	const named = await mappingNamed(data, given);
	if (named) return named.choices;
	const saved = (await savedMappings(data)).map(({ name }) => `« ${name} »`);
	throw new Refusal(EXIT.wrongCall, [
		saved.length === 0
			? m.import_cli_no_mapping_at_all({ name: given })
			: m.import_cli_no_mapping({ name: given, list: saved.join(', ') })
	]);
}

async function readMapping(path: string): Promise<Choices> {
	const text = new TextDecoder().decode(await bytesOf(path));
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		throw new Refusal(EXIT.wrongCall, [m.import_cli_not_json({ path })]);
	}
	const parsed = parseMapping(input, basename(path));
	if ('mapping' in parsed) return parsed.mapping.choices;
	throw new Refusal(EXIT.wrongCall, [
		m.import_cli_bad_mapping({ path, list: parsed.wrong.join(', ') })
	]);
}

function expectedOf(format: string | undefined): ExpectedFormat | undefined {
	if (format === undefined || format === 'auto') return undefined;
	const known = EXPECTED_FORMATS.find((each) => each === format);
	if (known) return known;
	const list = ['auto', ...EXPECTED_FORMATS].join(', ');
	throw new Refusal(EXIT.wrongCall, [m.import_cli_bad_format({ format, list })]);
}

/** The files to import one after the other: the two of a plain network are one. */
function groupsOf(paths: readonly string[], expected: ExpectedFormat | undefined): string[][] {
	if (expected !== 'edges') return paths.map((path) => [path]);
	if (paths.length > 2) throw new Refusal(EXIT.wrongCall, [m.formats_refused_two_files()]);
	return [[...paths]];
}

async function fileOf(paths: readonly string[]): Promise<FileGiven> {
	const [bytes = new Uint8Array(), beside] = await Promise.all(paths.map(bytesOf));
	return { name: paths.map((path) => basename(path)).join(' + '), bytes, beside };
}

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

const problemsOf = (outcomes: readonly RowOutcome[]): string[] =>
	few(
		grouped(outcomes, ({ problems }) => problems),
		({ remark, lines }) => [rowProblem(remark, lines)]
	);

function sentencesOf(name: string, { understood, outcomes, counts }: Preview): string[] {
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
function dataOf(name: string, preview: Preview) {
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

function refused(file: FileGiven, preview: Preview): Refusal {
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

/** Keeps how a file was read: whole in a file, or what the next ones need of it under a name. */
async function save(
	given: string,
	{ understood }: Preview,
	{ choices, data }: { choices: Choices; data: string }
): Promise<void> {
	try {
		if (!given.endsWith('.json'))
			await saveMapping(data, { name: given, choices: reusable(understood, choices) });
		else
			await writeFile(given, `${JSON.stringify(wholeMapping(understood, choices), null, '\t')}\n`);
	} catch {
		throw new Refusal(EXIT.wrongCall, [m.import_cli_cannot_write({ path: given })]);
	}
}

async function one(
	{ terminal }: Context,
	repository: Repository,
	given: { file: FileGiven; choices: Choices; options: ImportOptions; data: string }
): Promise<void> {
	const { file, choices, options } = given;
	const who = options.by ?? m.import_someone();
	if (options.dryRun || options.saveMapping !== undefined) {
		const preview = await followed(terminal, (control) =>
			previewImport(repository, file, { ...control, choices, who })
		);
		if (options.saveMapping !== undefined) await save(options.saveMapping, preview, given);
		if (options.dryRun) {
			if (preview.counts.ask > 0 || preview.counts.refuse > 0) throw refused(file, preview);
			terminal.result([...sentencesOf(file.name, preview), m.import_cli_tried()], {
				...dataOf(file.name, preview),
				revision: null
			});
			return;
		}
	}
	const skipRefused = options.skipRefused === true;
	const { preview, revision } = await followed(terminal, (control) =>
		writeImport(repository, file, { ...control, choices, who, skipRefused })
	);
	if (revision === undefined) throw refused(file, preview);
	const end =
		revision === null ? m.import_cli_nothing_new() : m.import_cli_done({ number: revision.number });
	terminal.result([...sentencesOf(file.name, preview), ...problemsOf(preview.outcomes), end], {
		...dataOf(file.name, preview),
		revision: revision?.number ?? null
	});
}

/** An error of an import as the refusal it is, in words; anything else as it came. */
function inWords(error: unknown, name: string): unknown {
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

/** `maillage import`: each file in one transaction, in the order given; the first refused ends it. */
export async function importFiles(
	context: Context,
	paths: readonly string[],
	options: ImportOptions
): Promise<void> {
	if (paths.length === 0) throw new Refusal(EXIT.wrongCall, [m.import_cli_file_needed()]);
	const { data } = readConfig(context.env);
	const choices = await choicesOf(options, data);
	const expected = expectedOf(options.format);
	await withRepository(
		context,
		async (repository) => {
			for (const group of groupsOf(paths, expected)) {
				const name = group.map((path) => basename(path)).join(' + ');
				context.terminal.step(m.import_cli_reading({ path: name }));
				try {
					const file = { ...(await fileOf(group)), expected };
					await one(context, repository, { file, choices, options, data });
				} catch (error) {
					throw inWords(error, name);
				}
			}
		},
		{ waits: true }
	);
}
